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

use Kernel::Modules::AgentRocketChat ();

my %Ticket = Helpdesk();
my $URL    = 'https://chat.example/group/ticket-7';

my ( %Answer, $Refusal, $Token, $ACL, %Allowed );
my $Visit = sub {
    my ( $Subaction, %Param ) = @_;

    Helpdesk(
        'Kernel::System::Ticket' => {
            TicketPermission    => sub { my ( $Self, %Question ) = @_; return $Allowed{ $Question{Type} } },
            TicketGet           => sub { return ( %Ticket, DynamicField_RocketChatURL => $URL ) },
            TicketAcl           => sub { return $ACL ? 1 : 0 },
            TicketAclActionData => sub { return $ACL->%* },
        },
    );
    Stub( 'Kernel::System::RocketChat::OpenRule' => ( Refusal => sub { return $Refusal } ) );
    Stub( 'Kernel::System::RocketChat::App'      => ( Ask     => sub { return %Answer } ) );
    Stub(
        'Kernel::Output::HTML::Layout' => (
            ChallengeTokenCheck => sub { die "token\n" if !$Token;   return 1 },
            ErrorScreen         => sub { my ( $Self, %Screen ) = @_; return "error: $Screen{Message}" },
            NoPermission        => sub { return 'no permission' },
            Redirect            => sub { my ( $Self, %To ) = @_; die "to $To{ExtURL}\n" },
            (
                map {
                    $_ => sub { return '' }
                } qw(Header NavigationBar Footer)
            ),
            Output => sub {
                my ( $Self, %Screen ) = @_;
                return join ' | ', map { "$_: " . ( $Screen{Data}->{$_} // '' ) } qw(Message Detail Cure Retry AskClose IsDone RoomURL);
            },
        ) );

    my $Module =
        Kernel::Modules::AgentRocketChat->new( Action => 'AgentRocketChat', Subaction => $Subaction, TicketID => 7, UserID => 3, %Param );
    my $Page = eval { $Module->Run() };
    return $Page // $@;
};
my $Asked = sub { return scalar Calls( 'Kernel::System::RocketChat::App', 'Ask' ) };

( $Token, %Allowed ) = ( 1, ro => 1 );
%Answer = ( Success => 1, Content => { Result => 'created', Room => { URL => $URL } } );

is( $Visit->('Open'), "to $URL\n", 'Who opens a room lands in it' );
is_deeply(
    [Calls( 'Kernel::System::RocketChat::App', 'Ask' )],
    [{ Invoker => 'OpenRoom', TicketID => 7, UserID => 3 }],
    'by asking the app once, in their own name'
);

$Token = 0;
is( $Visit->('Open'),     "token\n", 'A link from elsewhere opens nothing' );
is( $Asked->(),           0,         'and asks nobody' );
is( $Visit->('CloseNow'), "token\n", 'nor does it close anything' );
is( $Asked->(),           0,         'or ask' );
$Token = 1;

%Allowed = ();
is( $Visit->($_), 'no permission', "$_: who may not see the ticket does not even see its title" ) for qw(Open Close CloseNow);
is( $Asked->(),   0,               'and nobody is asked' );
%Allowed = ( ro => 1 );

$ACL = { 1 => 'AgentTicketNote' };
is( $Visit->('Open'), 'no permission', 'An ACL can forbid it' );
$ACL = { 1 => 'AgentRocketChat' };
is( $Visit->('Open'), "to $URL\n", 'or leave it' );
$ACL = undef;

$Refusal = 'Only the owner.';
like( $Visit->('Open'),     qr{Message: Only the owner\.}, 'Who may not open by the rule is told why' );
like( $Visit->('Open'),     qr{RoomURL: \Q$URL\E},         'and how to get into the room that is there' );
like( $Visit->('CloseNow'), qr{Only the owner},            'Closing has the same rule' );
is( $Asked->(), 0, 'and asks nobody' );
$Refusal = undef;

is(
    $Visit->( $_, TicketID => 7 ),
    'error: This address is incomplete. Go to the ticket and use its menu.',
    'An address without a known action is refused'
) for '', 'Nonsense', undef;
like( $Visit->( 'Open', TicketID => undef ), qr{\Aerror}, 'and one without a ticket' );

%Answer = ( Success => 0, Reason => 'Unreachable', Message => 'read timeout' );
like(
    $Visit->('Open'),
    qr{Message: Rocket\.Chat does not answer\. \| Detail: read timeout \| Cure: Try again.* \| Retry: Open},
    'When Rocket.Chat is away, the screen says what, why, and what to do'
);

%Answer = ( Success => 0, Reason => 'Declined', Message => 'Nobody of the ticket has an account.' );
like( $Visit->('Open'), qr{Detail: Nobody of the ticket has an account\.}, 'What the app says is shown' );

%Answer = ( Success => 0, Reason => 'NotConfigured', Message => 'NoSecret' );
unlike( $Visit->('Open'), qr{NoSecret}, 'a code of ours is not' );

for my $Address ( 'javascript:alert(1)', undef, { x => 1 } ) {
    %Answer = ( Success => 1, Content => { Result => 'created', Room => { URL => $Address } } );
    like( $Visit->('Open'), qr{does not understand}, 'Nobody is led to what is no address of the web' );
}

like( $Visit->('Close'), qr{Message: Close the Rocket\.Chat room.* AskClose: 1}, 'Closing asks first' );
is( $Asked->(), 0, 'and does nothing before' );

%Answer = ( Success => 1, Content => { Result => 'closed' } );
like( $Visit->('CloseNow'), qr{Message: The room is being closed, if it is not closed already\..* IsDone: 1}, 'Then the room is closed' );
is( ( Calls( 'Kernel::System::RocketChat::App', 'Ask' ) )[0]->{Invoker}, 'CloseRoom', 'by asking the app' );
%Answer = ( Success => 1, Content => { Result => 'ignored' } );
like( $Visit->('CloseNow'), qr{Message: There is nothing to close: .* IsDone: 1}, 'or there was nothing to close' );
%Answer = ( Success => 0, Reason => 'Declined', Status => 200, Message => 'OTOBO does not take the transcript.' );
like(
    $Visit->('CloseNow'),
    qr{Message: Rocket\.Chat does not do this\. \| Detail: OTOBO does not take the transcript\. \| Cure: Try again.*Retry: Close},
    'or the app does not do it, and says why'
);
%Answer = ( Success => 0, Reason => 'NotFound', Status => 404, Message => '' );
like( $Visit->('CloseNow'), qr{nothing at this address.*Retry: Close}, 'An app that is not there is no riddle' );

done_testing();
