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

my %Ticket = Helpdesk();

my $RoomObject = Object('Kernel::System::RocketChat::Room');
my $URLOf      = sub { return $RoomObject->URLGet( Ticket => { %Ticket, DynamicField_RocketChatURL => $_[0] } ) };

my $URL = 'https://chat.example/group/ticket-7';

is( $URLOf->($URL),                        $URL,                        'The address of the room comes from the dynamic field' );
is( $URLOf->('http://127.0.0.1:3000/g/x'), 'http://127.0.0.1:3000/g/x', 'Plain http and a port are fine' );
is( $URLOf->(undef),                       undef,                       'A ticket without a room has no address' );
is( $URLOf->(''),                          undef,                       'Neither has one whose field is empty' );
is( $URLOf->('rc:a1b2'),                   undef,                       'A mark is no address' );

for my $Bad (
    'javascript:alert(1)', ' https://x.test',  "https://x.test\n",       'https://x.test/"onclick="a',
    'https://x.test/<b>',  "https://x.test/'", 'https://x.test/[% x %]', 'https://',
    '//x.test',            'ftp://x.test',     'https://x.test/' . 'a' x 3000,
) {
    is( $URLOf->($Bad), undef, 'This is never shown as a link: ' . substr( $Bad =~ s{\n}{\\n}r, 0, 40 ) );
}

Helpdesk( 'Kernel::System::Ticket' => { TicketGet => sub { return ( TicketID => 7, DynamicField_RocketChatURL => $URL ) } } );
is( $RoomObject->URLGet( Ticket => { TicketID => 7 } ), $URL, 'A ticket that was read without dynamic fields is read again' );

my %Stored;
my $Field = sub {
    Helpdesk(
        'Kernel::System::DynamicField' =>
            { DynamicFieldGet => sub { my ( $Self, %Param ) = @_; return { ID => 1, Name => $Param{Name} } } },
        'Kernel::System::DynamicField::Backend' => {
            ValueGet => sub { my ( $Self, %Param ) = @_; return $Stored{ $Param{DynamicFieldConfig}->{Name} } },
            ValueSet => sub { my ( $Self, %Param ) = @_; $Stored{ $Param{DynamicFieldConfig}->{Name} } = $Param{Value}; return 1 },
        },
    );
    return $RoomObject->FieldsSet( TicketID => 7, DynamicField => $_[0] );
};

ok( $Field->( [{ Name => 'RocketChatURL', Value => $URL }, { Name => 'RocketChatRoomID', Value => 'rid1' }] ), 'Both fields are stored' );
is_deeply( \%Stored, { RocketChatURL => $URL, RocketChatRoomID => 'rid1' }, 'with their values' );

$Field->( [{ Name => 'RocketChatURL', Value => $URL }] );
is( scalar Calls( 'Kernel::System::DynamicField::Backend', 'ValueSet' ), 0, 'A value that is there already makes no line in the history' );

ok( $Field->( { Name => 'RocketChatURL', Value => '' } ), 'A single field will do, and an empty value' );
is( $Stored{RocketChatURL}, '', 'empties it' );

$Field->( [{ Name => 'Salary', Value => '1' }, 'x', { Value => 2 }] );
ok( !exists $Stored{Salary}, 'No other field can be written that way' );

ok( !$Field->( [{ Name => 'RocketChatURL', Value => 'javascript:alert(1)' }] ), 'An address of another kind is refused' );
is( $Stored{RocketChatURL},                       '', 'and not stored' );
is( scalar Calls( 'Kernel::System::Log', 'Log' ), 1,  'and the log says so' );

Helpdesk( 'Kernel::System::DynamicField' => { DynamicFieldGet => sub { return {} } }, 'Kernel::System::DynamicField::Backend' => {} );
ok( !$RoomObject->FieldsSet( TicketID => 7, DynamicField => [{ Name => 'RocketChatURL', Value => $URL }] ),
    'A missing field is no success' );
like( ( Calls( 'Kernel::System::Log', 'Log' ) )[0]->{Message}, qr{missing}, 'and the log says what is missing' );

done_testing();
