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

package Kernel::System::RocketChat::Room;

use v5.24;
use strict;
use warnings;

our @ObjectDependencies = (
    'Kernel::System::DynamicField',
    'Kernel::System::DynamicField::Backend',
    'Kernel::System::Log',
    'Kernel::System::Ticket',
);

=head1 NAME

Kernel::System::RocketChat::Room - the room of a ticket, as its dynamic fields know it

=head1 PUBLIC INTERFACE

=head2 new()

    my $RoomObject = $Kernel::OM->Get('Kernel::System::RocketChat::Room');

=cut

# What may stand in the fields. The address ends up as a link in front of agents and customers, so it must be one of the web and
# nothing else; 'rc:<id>' in the second field is the mark of a ticket that was created from chat.
my %Allowed = (
    RocketChatURL    => qr{\A https?:// [A-Za-z0-9] [A-Za-z0-9._~:/?\#@!&()*+,;=%-]{0,1999} \z}xms,
    RocketChatRoomID => qr{\A [A-Za-z0-9:_-]{1,100} \z}xms,
);

sub new {
    my ( $Type, %Param ) = @_;

    return bless {}, $Type;
}

=head2 URLGet()

the address of a ticket's room. It comes out of the ticket alone: nobody else is asked.

    my $URL = $RoomObject->URLGet(
        Ticket => \%Ticket,             # as TicketGet returns it, with or without dynamic fields
    );

Returns undef, if the ticket has no room, or if the field contains anything but a web address.

=cut

sub URLGet {
    my ( $Self, %Param ) = @_;

    my %Ticket = $Param{Ticket}->%*;

    if ( !exists $Ticket{DynamicField_RocketChatURL} ) {
        %Ticket = $Kernel::OM->Get('Kernel::System::Ticket')->TicketGet(
            TicketID      => $Ticket{TicketID},
            DynamicFields => 1,
            UserID        => 1,
            Silent        => 1,
        );
    }

    my $URL = $Ticket{DynamicField_RocketChatURL};

    return if !IsAllowed( 'RocketChatURL', $URL );
    return $URL;
}

=head2 FieldsSet()

stores what the app says about the room. Only the two fields of this package are written, and only what may stand in them.

    my $Success = $RoomObject->FieldsSet(
        TicketID     => 123,
        DynamicField => [
            { Name => 'RocketChatURL',    Value => 'https://chat.example.com/group/ticket-123' },
            { Name => 'RocketChatRoomID', Value => 'ByehQjC44FwMeiLbX' },                           # '' empties a field
        ],
    );

Returns 1, or nothing if a value could not be stored. The log says which and why.

=cut

sub FieldsSet {
    my ( $Self, %Param ) = @_;

    my @Fields = ref $Param{DynamicField} eq 'ARRAY' ? $Param{DynamicField}->@* : ( $Param{DynamicField} // () );

    my $Success = 1;
    FIELD:
    for my $Field (@Fields) {
        next FIELD if ref $Field ne 'HASH' || !$Allowed{ $Field->{Name} // '' };

        my $Value = $Field->{Value} // '';

        if ( $Value ne '' && !IsAllowed( $Field->{Name}, $Value ) ) {
            $Kernel::OM->Get('Kernel::System::Log')->Log(
                Priority => 'error',
                Message  => "Rocket.Chat sent a value for $Field->{Name} of ticket $Param{TicketID} that must not be stored there.",
            );
            $Success = 0;
            next FIELD;
        }

        $Success = 0 if !$Self->_FieldSet( $Param{TicketID}, $Field->{Name}, $Value );
    }

    return if !$Success;
    return 1;
}

=head2 IsAllowed()

whether a value may stand in a field of this package.

    Kernel::System::RocketChat::Room::IsAllowed( 'RocketChatURL', 'javascript:alert(1)' );      # no

=cut

sub IsAllowed {
    my ( $Name, $Value ) = @_;

    return defined $Value && !ref $Value && $Value =~ $Allowed{$Name};
}

=begin Internal:

=cut

sub _FieldSet {
    my ( $Self, $TicketID, $Name, $Value ) = @_;

    my $Config        = $Kernel::OM->Get('Kernel::System::DynamicField')->DynamicFieldGet( Name => $Name );
    my $BackendObject = $Kernel::OM->Get('Kernel::System::DynamicField::Backend');

    # a missing field is an empty hash
    if ( !$Config || !$Config->{ID} ) {
        $Kernel::OM->Get('Kernel::System::Log')->Log(
            Priority => 'error',
            Message  => "The dynamic field $Name is missing. Reinstall the package RocketChat.",
        );
        return;
    }

    my $Current = $BackendObject->ValueGet(
        DynamicFieldConfig => $Config,
        ObjectID           => $TicketID,
    );

    # a value that is stored again would be one more line in the ticket's history, and one more event
    return 1 if ( $Current // '' ) eq $Value;

    return $BackendObject->ValueSet(
        DynamicFieldConfig => $Config,
        ObjectID           => $TicketID,
        Value              => $Value,
        UserID             => 1,
    );
}

=end Internal:

=cut

1;
