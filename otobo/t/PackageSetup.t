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

use v5.24;
use strict;
use warnings;
use utf8;

use FindBin ();
use lib "$FindBin::Bin/lib";

use Test::More;

use StandIn;

use var::packagesetup::RocketChat ();

my ( %Fields, %Values, $Zoom, $Retired );
my $LastID = 0;

my $Setup = sub {
    Helpdesk(
        'Kernel::System::DynamicField' => {
            DynamicFieldGet    => sub { my ( $Self, %Param ) = @_; return $Fields{ $Param{Name} } || {} },
            DynamicFieldList   => sub { return [1, 2, 3] },
            DynamicFieldAdd    => sub { my ( $Self, %Param ) = @_; $Fields{ $Param{Name} } = { ID => ++$LastID, %Param }; return 1 },
            DynamicFieldDelete => sub {
                my ( $Self, %Param ) = @_;
                delete $Fields{$_} for grep { $Fields{$_}->{ID} == $Param{ID} } keys %Fields;
                return 1;
            },
        },
        'Kernel::System::DynamicField::Backend' =>
            { AllValuesDelete => sub { my ( $Self, %Param ) = @_; delete $Values{ $Param{DynamicFieldConfig}->{Name} }; return 1 } },
        'Kernel::System::SysConfig' => {
            SettingGet  => sub { return ( EffectiveValue => $Zoom ) },
            SettingsSet => sub { my ( $Self, %Param ) = @_; $Zoom = $Param{Settings}->[0]->{EffectiveValue}; return 1 },
        },
        'Kernel::System::Valid' => { ValidLookup => sub { return 1 } },
    );
    Stub( 'Kernel::System::RocketChat::WebService' => ( Create => sub { return 1 }, Retire => sub { return $Retired } ) );
    return var::packagesetup::RocketChat->new();
};
my $Called = sub { return scalar Calls(@_) };

$Zoom = { Other => 1 };
ok( $Setup->()->CodeInstall(), 'The package can be installed' );
is_deeply( [sort keys %Fields], ['RocketChatRoomID', 'RocketChatURL'], 'Then there are both fields' );
is_deeply( [map { $Fields{RocketChatURL}->{$_} } qw(FieldType ObjectType ValidID)], ['Text', 'Ticket', 1], 'for tickets' );
like( $Fields{RocketChatURL}->{Config}->{Link}, qr{\|\s*html}, 'The link is escaped' );
is_deeply( $Zoom, { Other => 1, RocketChatURL => 1 }, 'The link is shown beside tickets, with what was shown before' );
is( $Called->( 'Kernel::System::RocketChat::WebService', 'Create' ), 1, 'and the web service is created' );

$Zoom = { Other => 1 };
ok( $Setup->()->CodeReinstall(), 'Installed again' );
is( $Called->( 'Kernel::System::DynamicField', 'DynamicFieldAdd' ), 0, 'nothing is there twice' );
is_deeply( $Zoom, { Other => 1 }, 'and what somebody has taken out of the zoom stays out' );

ok( $Setup->()->CodeUpgrade(), 'An upgrade' );
is( $Called->( 'Kernel::System::RocketChat::WebService', 'Create' ),      0, 'leaves the web service alone' );
is( $Called->( 'Kernel::System::SysConfig',              'SettingsSet' ), 0, 'and the zoom' );
delete $Fields{RocketChatRoomID};
$Setup->()->CodeUpgrade();
ok( $Fields{RocketChatRoomID}, 'and creates what is missing' );

( $Zoom, $Retired ) = ( { Other => 1, RocketChatURL => 1 }, 'Deleted' );
%Values = ( RocketChatURL => 'x', RocketChatRoomID => 'y' );
ok( $Setup->()->CodeUninstall(), 'The package can be removed' );
is_deeply( \%Fields, {},             'Then the fields are gone' );
is_deeply( \%Values, {},             'and what stood in them' );
is_deeply( $Zoom,    { Other => 1 }, 'and the zoom is as before' );
is( $Called->( 'Kernel::System::RocketChat::WebService', 'Retire' ), 1, 'and the web service, unless it was changed' );
is( $Called->( 'Kernel::System::Log',                    'Log' ),    0, 'without a word' );

$Retired = 'Kept';
$Setup->()->CodeUninstall();
is( $Called->( 'Kernel::System::Log', 'Log' ), 1, 'A web service that stays is named in the log' );

done_testing();
