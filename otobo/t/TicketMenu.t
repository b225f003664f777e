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

use Kernel::Output::HTML::TicketMenu::RocketChat ();

my %Ticket = Helpdesk();
my %ACL    = ( 1 => 'AgentTicketNote', 2 => 'AgentRocketChat' );
my $URL    = 'https://chat.example/group/ticket-7';

my ( %Config, $Refusal );
my $Item = sub {
    my ( $Entry, %Param ) = @_;

    Helpdesk( 'Kernel::Config' => { Get => sub { return $Config{ $_[1] } } } );
    Stub( 'Kernel::System::RocketChat::OpenRule' => ( Refusal => sub { return $Refusal } ) );

    return Kernel::Output::HTML::TicketMenu::RocketChat->new( UserID => 4 )->Run(
        Ticket => { %Ticket, DynamicField_RocketChatURL => $Param{URL} },
        ACL    => $Param{ACL} || \%ACL,
        Config => { Action => 'AgentRocketChat', Entry => $Entry, Name => 'from the setting', ClusterName => 'x' },
    );
};
my $Name = sub { return ( $Item->(@_) || { Name => 'nothing' } )->{Name} };

%Config = ( 'RocketChat::Active' => 1, 'Frontend::Module' => { AgentRocketChat => {} } );

is( $Name->('Room'),                 'Open Rocket.Chat room',  'Without a room it can be opened' );
is( $Name->( 'Room', URL => $URL ),  'Go to Rocket.Chat room', 'With one it can be gone to' );
is( $Name->('Close'),                'nothing',                'Without a room there is nothing to close' );
is( $Name->( 'Close', URL => $URL ), 'Close Rocket.Chat room', 'With one there is' );

my $Open = $Item->('Room');
like( $Open->{Link}, qr{Subaction=Open;.*ChallengeTokenParam}, 'Opening needs the token of the session' );
is( $Open->{ClusterName}, 'x', 'What is in the setting stays' );
is( $Open->{TicketID},    7,   'and what the template needs of the ticket' );

my $GoTo = $Item->( 'Room', URL => $URL );
is( $GoTo->{ExternalLink}, 1,                           'The room is elsewhere' );
is( $GoTo->{RoomURL},      $URL,                        'at the address from the dynamic field' );
is( $GoTo->{Link},         '[% Data.RoomURL | html %]', 'which the template escapes' );
unlike( $Item->( 'Close', URL => $URL )->{Link}, qr{CloseNow}, 'Closing asks first' );

is( $Name->( 'Room', URL => 'javascript:alert(1)' ), 'Open Rocket.Chat room', 'What is no address of the web is not linked' );

$Refusal = 'no';
is( $Name->('Room'), 'nothing', 'Who may not open sees no entry' );
is( $Name->( 'Close', URL => $URL ), 'nothing',                'nor one to close' );
is( $Name->( 'Room',  URL => $URL ), 'Go to Rocket.Chat room', 'but may follow the link' );
$Refusal = undef;

is( $Name->( 'Room', ACL => { 1 => 'AgentTicketNote' } ), 'nothing', 'An ACL takes opening away' );
is( $Name->( 'Room', ACL => {}, URL => $URL ), 'Go to Rocket.Chat room', 'and leaves the link' );

$Config{'RocketChat::Active'} = 0;
is( $Name->( $_, URL => $URL ), 'nothing', "Switched off, there is no $_" ) for qw(Room Close);
%Config = ( 'RocketChat::Active' => 1, 'Frontend::Module' => {} );
is( $Name->( 'Room', URL => $URL ), 'nothing', 'Neither is there one without its screen' );

done_testing();
