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

use Kernel::GenericInterface::Operation::RocketChat::AgentAccess  ();
use Kernel::GenericInterface::Operation::RocketChat::Health       ();
use Kernel::GenericInterface::Operation::RocketChat::TicketPeople ();

my %Login = ( UserLogin => 'rcapi', Password => 'rcapi-pw' );

my ( %Allowed, %Queues, %Config );
my $World = sub {
    Helpdesk(
        'Kernel::Config'        => { Get => sub { return $Config{ $_[1] } } },
        'Kernel::System::Queue' =>
            { GetAllQueues => sub { my ( $Self, %Param ) = @_; return ( $Queues{"$Param{Type}:$Param{UserID}"} || {} )->%* } },
        'Kernel::System::Ticket' =>
            { TicketPermission => sub { my ( $Self, %Param ) = @_; return $Allowed{"$Param{Type}:$Param{TicketID}:$Param{UserID}"} } },
    );
    Stub(
        'Kernel::System::RocketChat::Choices' => (
            IsKnown    => sub { return $_[1] ne 'Salary' },
            ChoicesGet => sub {
                my ( $Self, %Param ) = @_;
                return $Param{Option} eq 'Type' ? undef : [$Param{Ticket} ? 'of a ticket' : 'of a new one'];
            },
        ) );
    Stub( 'Kernel::System::RocketChat::App' => ( Health => sub { return { Success => 1, Version => '0.1.0', Milliseconds => 5 } } ) );
    return;
};
my $Run = sub {
    my ( $Name, %Request ) = @_;

    $World->();
    my $Result =
        "Kernel::GenericInterface::Operation::RocketChat::$Name"->new( DebuggerObject => 1, WebserviceID => 2 )->Run( Data => {%Request} );
    is( $Result->{Success}, 1, '(answered as OTOBO\'s operations do)' );
    return $Result->{Data};
};
my $Code = sub { return $Run->(@_)->{Error}->{ErrorCode} };

# who gets in
for my $Operation (qw(AgentAccess TicketPeople Health)) {
    is_deeply(
        $Run->( $Operation, UserLogin => 'rcapi', Password => 'wrong' ),
        { Error => { ErrorCode => "$Operation.AuthFail", ErrorMessage => "$Operation: Authorization failing!" } },
        "$Operation is for nobody with a wrong password"
    );
    is( $Code->($Operation), "$Operation.AuthFail", 'nor without one' );
    is( $Code->( $Operation, SessionID => 'session-of-cust' ), "$Operation.AuthFail", 'nor for customers' );
    is( $Code->( $Operation, SessionID => 'nonsense' ),        "$Operation.AuthFail", 'nor with a session that has ended' );
}
is( $Run->( 'Health', SessionID => 'session-of-api' )->{Version}, '0.1.0', 'A session will do' );
is( $Run->( 'Health', %Login )->{Version},                        '0.1.0', 'and login and password' );

is( Kernel::GenericInterface::Operation::RocketChat::Health->new( DebuggerObject => 1 )->{Success},
    0, 'An operation without its web service does not start' );

# AgentAccess
%Allowed = ( 'note:7:3' => 1, 'ro:7:5' => 1 );
is_deeply(
    $Run->( 'AgentAccess', %Login, Login => 'alice', Permission => 'note', TicketID => [7, 8] ),
    { Login => 'alice', Name => 'Alice Adler', Email => 'alice@helpdesk.test', TimeZone => 'UTC', Access => { 7 => 1, 8 => 0 } },
    'An agent\'s access is OTOBO\'s own answer; a ticket that does not exist is none'
);
is_deeply(
    $Run->( 'AgentAccess', %Login, Login => 'alice', Permission => 'rw', TicketID => 7 )->{Access},
    { 7 => 0 },
    'Another permission is another answer, and one id needs no list'
);
is_deeply(
    $Run->( 'AgentAccess', %Login, Login => 'bob', Permission => 'note', TicketID => '7' )->{Access},
    { 7 => 0 },
    'Another agent as well: the rights of the app\'s account do not count'
);
is_deeply( $Run->( 'AgentAccess', %Login, Login => 'alice', Permission => 'ro' )->{Access}, {},
    'Without tickets it says who the agent is' );
is_deeply( $Run->( 'AgentAccess', %Login, Login => 'alice', Permission => 'ro', TicketID => {} )->{Access},
    {}, 'An empty list may come as an object' );
is_deeply(
    $Run->( 'AgentAccess', %Login, Login => 'alice', Permission => 'note', TicketID => ['7 OR 1=1', '', '007'] )->{Access},
    { '7 OR 1=1' => 0, '' => 0, '007' => 0 },
    'What is no id is no access'
);
is( ( grep { $_->{UserID} != 3 } Calls( 'Kernel::System::Ticket', 'TicketPermission' ) ), 0, 'OTOBO was asked about that agent only' );
$Config{OTOBOTimeZone} = 'Europe/Berlin';
is( $Run->( 'AgentAccess', %Login, Login => 'alice', Permission => 'ro' )->{TimeZone}, 'Europe/Berlin', 'It says in which zone times are' );

is( $Code->( 'AgentAccess', %Login, Login => 'nobody', Permission => 'ro' ), 'AgentAccess.AgentUnknown', 'Nobody has no access' );
is( $Code->( 'AgentAccess', %Login, Email => ['alice@helpdesk.test', 'bob@helpdesk.test'], Permission => 'ro' ),
    'AgentAccess.AgentAmbiguous', 'Two have none together' );
is( $Code->( 'AgentAccess', %Login, Login => 'rcapi', Permission => 'ro' ),
    'AgentAccess.AgentUnknown', 'The app\'s own account is no agent' );
is( $Code->( 'AgentAccess', %Login, Permission => 'ro' ),    'AgentAccess.MissingParameter', 'Somebody must be named' );
is( $Code->( 'AgentAccess', %Login, Login      => 'alice' ), 'AgentAccess.MissingParameter', 'and what for' );
is(
    $Code->( 'AgentAccess', %Login, Login => 'alice', Permission => 'root' ),
    'AgentAccess.InvalidParameter',
    'by a permission that OTOBO has'
);
is( $Code->( 'AgentAccess', %Login, Login => 'alice',   Permission => ['ro'] ), 'AgentAccess.InvalidParameter', 'and only one' );
is( $Code->( 'AgentAccess', %Login, Login => ['alice'], Permission => 'ro' ),   'AgentAccess.InvalidParameter', 'One login only' );
is( $Code->( 'AgentAccess', %Login, Email => [{}],      Permission => 'ro' ),   'AgentAccess.InvalidParameter', 'and addresses are texts' );

%Queues = ( 'create:3' => { 1 => 'Support' }, 'move_into:3' => { 2 => 'Raw' } );
is( $Run->( 'AgentAccess', %Login, Login => 'alice', Permission => 'create', Queue => 'Support' )->{QueueAccess},
    1, 'A queue in which the agent may create tickets' );
is( $Run->( 'AgentAccess', %Login, Login => 'alice', Permission => 'move_into', Queue => 'Support' )->{QueueAccess},
    0, 'is not one into which to move them' );
is( $Run->( 'AgentAccess', %Login, Login => 'bob', Permission => 'create', Queue => 'Support' )->{QueueAccess},
    0, 'nor one for other agents' );
is( $Run->( 'AgentAccess', %Login, Login => 'alice', Permission => 'create', Queue => 'Nowhere' )->{QueueAccess},
    0, 'A queue that does not exist is none' );
is(
    $Code->( 'AgentAccess', %Login, Login => 'alice', Permission => 'ro', Queue => 'Support' ),
    'AgentAccess.InvalidParameter',
    'Other permissions are not asked of queues'
);
ok( !exists $Run->( 'AgentAccess', %Login, Login => 'alice', Permission => 'create' )->{QueueAccess}, 'Who asks for no queue gets none' );

my @Wanted = ( %Login, Login => 'carol', Permission => 'rw', Options => ['State', 'Type'] );
is_deeply(
    $Run->( 'AgentAccess', @Wanted )->{Options},
    { State => ['of a new one'] },
    'Choices for a new ticket; what OTOBO does not have is left out'
);
is_deeply(
    $Run->( 'AgentAccess', @Wanted, TicketID => [7] )->{Options},
    { State => ['of a ticket'] },
    'Choices for a ticket that the agent may read'
);
$World->();
is_deeply(
    $Run->( 'AgentAccess', %Login, Login => 'bob', Permission => 'rw', Options => 'State', TicketID => [7] )->{Options},
    { State => [] },
    'Of another ticket nothing is told'
);
is( $Code->( 'AgentAccess', @Wanted, Options => ['Owner'] ),  'AgentAccess.InvalidParameter', 'A new ticket has no choice of owners' );
is( $Code->( 'AgentAccess', @Wanted, Options => ['Salary'] ), 'AgentAccess.InvalidParameter', 'and nothing has a choice of salaries' );

# TicketPeople
%Allowed = ( 'ro:7:12' => 1 );
is_deeply(
    [map { $_->{Login} } $Run->( 'TicketPeople', %Login, TicketID => 7 )->{People}->@*],
    ['alice', 'cust1'],
    'People come of a ticket that the app\'s account may read'
);
%Allowed = ( 'rw:7:3' => 1 );
is( $Code->( 'TicketPeople', %Login, TicketID => 7 ),   'TicketPeople.AccessDenied',     'and of no other' );
is( $Code->( 'TicketPeople', %Login, TicketID => 99 ),  'TicketPeople.AccessDenied',     'A ticket that does not exist looks the same' );
is( $Code->( 'TicketPeople', %Login ),                  'TicketPeople.MissingParameter', 'A ticket must be named' );
is( $Code->( 'TicketPeople', %Login, TicketID => [7] ), 'TicketPeople.InvalidParameter', 'just one' );

# what is no refusal must not look like one
$World->();
my $Operation = Kernel::GenericInterface::Operation::RocketChat::Health->new( DebuggerObject => 1, WebserviceID => 2 );
Stub( 'Kernel::System::RocketChat::App' => ( Health => sub { die "database away\n" } ) );
ok( !eval { $Operation->Run( Data => {%Login} ); 1 }, 'A failure inside is no answer' );
is( $@, "database away\n", 'but goes on to OTOBO, which logs it' );

done_testing();
