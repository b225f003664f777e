# --
# OTOBO for Rocket.Chat: tickets and their rooms.
# --
# Copyright (C) 2026 The OTOBO for Rocket.Chat authors
# --
# This program is free software: you can redistribute it and/or modify it under
# the terms of the GNU General Public License as published by the Free Software
# Foundation, either version 3 of the License, or (at your option) any later version.
# This program is distributed in the hope that it will be useful, but WITHOUT
# ANY WARRANTY; without even the implied warranty of MERCHANTABILITY or FITNESS
# FOR A PARTICULAR PURPOSE. See the GNU General Public License for more details.
# You should have received a copy of the GNU General Public License
# along with this program. If not, see <https://www.gnu.org/licenses/>.
# --

package var::packagesetup::RocketChat;    ## no critic qw(NamingConventions::Capitalization)

use v5.24;
use strict;
use warnings;

our @ObjectDependencies = (
    'Kernel::Config',
    'Kernel::System::DynamicField',
    'Kernel::System::DynamicField::Backend',
    'Kernel::System::Log',
    'Kernel::System::RocketChat::WebService',
    'Kernel::System::SysConfig',
    'Kernel::System::Valid',
);

# The address is shown as a link. Whoever may write to the field could put anything there, so it is escaped.
my %Fields = (
    RocketChatURL => {
        Label  => 'Rocket.Chat room',
        Config => {
            DefaultValue => '',
            Link         => '[% Data.RocketChatURL | html %]',
            LinkPreview  => '',
            RegExList    => [],
        },
    },
    RocketChatRoomID => {
        Label  => 'Rocket.Chat room ID',
        Config => {
            DefaultValue => '',
            Link         => '',
            LinkPreview  => '',
            RegExList    => [],
        },
    },
);

# which of them agents see beside a ticket; the id is for the app
my @Shown       = ('RocketChatURL');
my $ZoomSetting = 'Ticket::Frontend::AgentTicketZoom###DynamicField';

=head1 NAME

var::packagesetup::RocketChat - what is done when the package comes, changes and goes

=head1 PUBLIC INTERFACE

=head2 new()

    my $CodeObject = $Kernel::OM->Get('var::packagesetup::RocketChat');

=cut

sub new {
    my ( $Type, %Param ) = @_;

    # the settings of the package have just been deployed, and this process still has the old ones
    $Kernel::OM->ObjectsDiscard( Objects => ['Kernel::Config'] );

    return bless {}, $Type;
}

=head2 CodeInstall()

creates the dynamic fields, shows the link in the ticket zoom, and creates the web service.

    my $Success = $CodeObject->CodeInstall();

=cut

sub CodeInstall {
    my ( $Self, %Param ) = @_;

    my @Created = $Self->_FieldsCreate();

    # Who has taken a field out of the zoom does not get it back by a new version.
    $Self->_ZoomSet( map { $_ => 1 } grep { my $Name = $_; grep { $_ eq $Name } @Shown } @Created );

    return $Kernel::OM->Get('Kernel::System::RocketChat::WebService')->Create( UserID => 1 );
}

=head2 CodeReinstall()

like CodeInstall(): only what is missing is created.

=cut

sub CodeReinstall {
    my ( $Self, %Param ) = @_;

    return $Self->CodeInstall();
}

=head2 CodeUpgrade()

creates dynamic fields that a new version has and the old one had not. The web service stays as it is: who has adapted it does not lose
that. The admin page says so if it lacks something.

=cut

sub CodeUpgrade {
    my ( $Self, %Param ) = @_;

    $Self->_FieldsCreate();

    return 1;
}

=head2 CodeUninstall()

removes the web service, unless somebody has changed more in it than the admin page does; then it becomes invalid. Removes the dynamic
fields with everything that stands in them.

=cut

sub CodeUninstall {
    my ( $Self, %Param ) = @_;

    if ( $Kernel::OM->Get('Kernel::System::RocketChat::WebService')->Retire( UserID => 1 ) eq 'Kept' ) {
        $Kernel::OM->Get('Kernel::System::Log')->Log(
            Priority => 'notice',
            Message  => 'The web service RocketChat had been changed by hand. It was made invalid and not deleted.',
        );
    }

    $Self->_ZoomSet( map { $_ => undef } keys %Fields );

    my $DynamicFieldObject = $Kernel::OM->Get('Kernel::System::DynamicField');

    FIELD:
    for my $Name ( sort keys %Fields ) {
        my $Field = $DynamicFieldObject->DynamicFieldGet( Name => $Name );
        next FIELD if !$Field || !$Field->{ID};

        $Kernel::OM->Get('Kernel::System::DynamicField::Backend')->AllValuesDelete(
            DynamicFieldConfig => $Field,
            UserID             => 1,
        );
        $DynamicFieldObject->DynamicFieldDelete(
            ID     => $Field->{ID},
            UserID => 1,
        );
    }

    return 1;
}

=begin Internal:

=cut

# returns the names of those that were created
sub _FieldsCreate {
    my ( $Self, %Param ) = @_;

    my $DynamicFieldObject = $Kernel::OM->Get('Kernel::System::DynamicField');

    my $ValidID = $Kernel::OM->Get('Kernel::System::Valid')->ValidLookup( Valid => 'valid' );
    my $Order   = 1 + $DynamicFieldObject->DynamicFieldList( Valid => 0 )->@*;

    my @Created;
    FIELD:
    for my $Name ( sort keys %Fields ) {
        my $Field = $DynamicFieldObject->DynamicFieldGet( Name => $Name );
        next FIELD if $Field && $Field->{ID};

        my $ID = $DynamicFieldObject->DynamicFieldAdd(
            $Fields{$Name}->%*,
            Name       => $Name,
            FieldOrder => $Order++,
            FieldType  => 'Text',
            ObjectType => 'Ticket',
            ValidID    => $ValidID,
            UserID     => 1,
        );
        push @Created, $Name if $ID;
    }

    return @Created;
}

# name => 1 shows a field, name => undef takes it out
sub _ZoomSet {
    my ( $Self, %Fields ) = @_;

    my $SysConfigObject = $Kernel::OM->Get('Kernel::System::SysConfig');

    my %Setting = $SysConfigObject->SettingGet( Name => $ZoomSetting );
    my %Current = ref $Setting{EffectiveValue} eq 'HASH' ? $Setting{EffectiveValue}->%* : ();
    my %Wanted  = %Current;

    for my $Name ( sort keys %Fields ) {
        if   ( defined $Fields{$Name} ) { $Wanted{$Name} = $Fields{$Name} }
        else                            { delete $Wanted{$Name} }
    }

    return 1 if join( ' ', %Wanted{ sort keys %Wanted } ) eq join( ' ', %Current{ sort keys %Current } );

    return $SysConfigObject->SettingsSet(
        Comments => 'Rocket.Chat',
        Settings => [
            {
                Name           => $ZoomSetting,
                IsValid        => 1,
                EffectiveValue => \%Wanted,
            },
        ],
        UserID => 1,
    );
}

=end Internal:

=cut

1;
