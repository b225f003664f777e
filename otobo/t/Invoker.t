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

use Kernel::GenericInterface::Invoker::RocketChat::Health ();
use Kernel::GenericInterface::Invoker::RocketChat::Ticket ();

my @Complaints;
my $Debugger = Stub(
    Debugger => (
        Error =>
            sub { my ( $Self, %Param ) = @_; push @Complaints, $Param{Summary}; return { Success => 0, ErrorMessage => $Param{Summary} } } )
);

my $Active  = 1;
my $Invoker = sub {
    my ($Type) = @_;
    Helpdesk( 'Kernel::Config' => { Get => sub { return $_[1] eq 'RocketChat::Active' ? $Active : undef } } );
    Stub( 'Kernel::System::RocketChat::TicketBody' => ( BodyGet   => sub { my ( $Self, %Param ) = @_; return {%Param} } ) );
    Stub( 'Kernel::System::RocketChat::Room'       => ( FieldsSet => sub { return 1 } ) );
    return "Kernel::GenericInterface::Invoker::RocketChat::$Type"->new( DebuggerObject => $Debugger, WebserviceID => 2 );
};
my @Stored = map { { Name => $_, Value => 'x' } } qw(RocketChatURL RocketChatRoomID);

is( Kernel::GenericInterface::Invoker::RocketChat::Ticket->new( DebuggerObject => $Debugger )->{Success},
    0, 'An invoker without its web service does not start' );

my $TicketInvoker = $Invoker->('Ticket');
is_deeply(
    $TicketInvoker->PrepareRequest( Data => { TicketID => 7, Event => 'TicketCreate' } ),
    { Success => 1, Data => { TicketID => 7, Event => 'TicketCreate' } },
    'An event becomes the body about its ticket'
);
is_deeply(
    $TicketInvoker->HandleResponse( ResponseSuccess => 1, Data => { Result => 'created', Ticket => { DynamicField => \@Stored } } ),
    { Success => 1, Data => { Result => 'created', Ticket => { DynamicField => \@Stored } } },
    'The answer is handed on'
);
is_deeply(
    [Calls( 'Kernel::System::RocketChat::Room', 'FieldsSet' )],
    [{ TicketID => 7, DynamicField => \@Stored }],
    'and its link goes into the ticket'
);

$TicketInvoker = $Invoker->('Ticket');
is_deeply(
    $TicketInvoker->PrepareRequest( Data => { TicketID => 7, Event => 'TicketMerge', MainTicketID => 8 } )->{Data},
    { TicketID => 7, Event => 'TicketMerge', MainTicketID => 8 },
    'A merge is told with the ticket that the other one went into'
);
my @Emptied = map { { Name => $_, Value => '' } } qw(RocketChatURL RocketChatRoomID);
$TicketInvoker->HandleResponse( ResponseSuccess => 1, Data => { Result => 'synced', Ticket => { DynamicField => \@Emptied } } );
is_deeply(
    [Calls( 'Kernel::System::RocketChat::Room', 'FieldsSet' )],
    [{ TicketID => 7, DynamicField => \@Emptied }],
    'and a ticket that has lost its room forgets the link'
);

$TicketInvoker = $Invoker->('Ticket');
$TicketInvoker->PrepareRequest( Data => { TicketID => 7, DryRun => 1 } );
$TicketInvoker->HandleResponse( ResponseSuccess => 1, Data => { Result => 'planned', Ticket => { DynamicField => \@Stored } } );
is( scalar Calls( 'Kernel::System::RocketChat::Room', 'FieldsSet' ), 0, 'A dry run stores nothing' );

for my $Data ( { Result => 'ignored' }, { Ticket => 'x' }, undef, [] ) {
    is( $TicketInvoker->HandleResponse( ResponseSuccess => 1, Data => $Data )->{Success}, 1, 'An answer without a link is fine' );
}
is_deeply(
    $TicketInvoker->HandleResponse( ResponseSuccess => 0, ResponseErrorMessage => 'no answer' ),
    { Success => 0, ErrorMessage => 'no answer' },
    'A failure stays one'
);

is( $TicketInvoker->PrepareRequest( Data => $_ )->{Success}, 0, 'An event without a ticket is an error' ) for { }
, { TicketID => 'x' }, { TicketID => '7;8' }, 'x', undef;
is( scalar @Complaints, 5, 'that the debugger of the web service shows' );

$Active = 0;
is_deeply(
    $Invoker->('Ticket')->PrepareRequest( Data => { TicketID => 7 } ),
    { Success => 1, StopCommunication => 1 },
    'Switched off, nothing is sent, and that is no error'
);

is_deeply( $Invoker->('Health')->PrepareRequest(), { Success => 1, Data => {} }, 'Health sends nothing' );
is_deeply(
    $Invoker->('Health')->HandleResponse( ResponseSuccess => 1, Data => { Version => '1' } ),
    { Success => 1, ErrorMessage => undef, Data => { Version => '1' } },
    'and hands on what comes'
);
is( $Invoker->('Health')->HandleResponse( ResponseSuccess => 0, ResponseErrorMessage => 'x' )->{Success}, 0, 'or that nothing came' );

my $HealthInvoker = $Invoker->('Health');
Stub( 'Kernel::System::RocketChat::App' => ( Assess => sub { return 'judged' } ) );
is( $HealthInvoker->AssessResponse( RestClient => 1 ), 'judged', 'Answers are judged before OTOBO throws their bodies away' );

done_testing();
