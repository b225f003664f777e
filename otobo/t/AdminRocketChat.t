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

use Kernel::Modules::AdminRocketChat ();

my ( %Form, %Connection, @Problems, $ConnectionProblem, %Settings, $Token, %Health, %DryRun, $HasWebService );

my $Visit = sub {
    my ( $Subaction, %Entered ) = @_;

    Helpdesk(
        'Kernel::System::Web::Request' => {
            GetParam => sub { my ( $Self, %Param ) = @_; return $Entered{ $Param{Param} } },
            GetArray => sub { my ( $Self, %Param ) = @_; return ( $Entered{ $Param{Param} } || [] )->@* },
        },
        'Kernel::System::Group'  => { GroupList => sub { return ( 1 => 'users', 2 => 'leads' ) } },
        'Kernel::System::Ticket' =>
            { TicketIDLookup => sub { my ( $Self, %Param ) = @_; return $Param{TicketNumber} eq '2026112310000073' ? 7 : undef } },
    );
    Stub(
        'Kernel::System::RocketChat::WebService' => (
            Get           => sub { return $HasWebService },
            Problems      => sub { return @Problems },
            ConnectionGet => sub { return %Connection },
            ConnectionSet => sub { return $ConnectionProblem },
            EventsGet     => sub { return ( TicketCreate => 1, TicketDelete => 0 ) },
            (
                map {
                    $_ => sub { return 1 }
                } qw(EventsSet Create Reset Delete)
            ),
        ) );
    Stub( 'Kernel::System::RocketChat::Settings' => ( Get       => sub { return %Settings }, Set => sub { return 1 } ) );
    Stub( 'Kernel::System::RocketChat::App'      => ( Health    => sub { return {%Health} }, Ask => sub { return %DryRun } ) );
    Stub( Language                               => ( Translate => sub { return $_[1] } ) );
    Stub(
        'Kernel::Output::HTML::Layout' => (
            ChallengeTokenCheck => sub { die "token\n" if !$Token; return 1 },
            BuildSelection      => sub { return 'selection' },
            Notify              => sub { my ( $Self, %Note ) = @_; return "[$Note{Priority}: $Note{Info}]" },
            Output              => sub { my ( $Self, %Screen ) = @_; %Form = $Screen{Data}->%*; return '' },
            (
                map {
                    $_ => sub { return '' }
                } qw(Header NavigationBar Footer)
            ),
        ) )->{LanguageObject} = Object('Language');

    my $Module = Kernel::Modules::AdminRocketChat->new( Action => 'AdminRocketChat', Subaction => $Subaction, UserID => 3 );
    return eval { $Module->Run() } // $@;
};
my $Calls = sub { return scalar Calls( 'Kernel::System::RocketChat::WebService', $_[0] ) };

( $Token, $HasWebService ) = ( 1, { ID => 2 } );
%Connection = ( Address => 'https://chat.example/api/apps/private/a/b', Secret => 'geheim' );
%Settings   = ( Active => 1, OpenRule => 'Owner', OpenGroups => [], CustomerLink => 0, APIUser => 'rcapi' );
my %Right = (
    Active   => 1,
    OpenRule => 'Owner',
    Address  => 'https://chat.example/api/apps/private/a/b',
    Secret   => ' neu ',
    APIUser  => 'rcapi',
    Events   => ['TicketCreate'] );

is( $Visit->(''),   '',                                          'When all is well, nothing is complained of' );
is( $Form{Address}, 'https://chat.example/api/apps/private/a/b', 'The address is shown' );
is( ( grep { ( $_ // '' ) eq 'geheim' } %Form ), 0,              'The secret is not' );
is( $Form{HasSecret},                            1,              'but that there is one' );

for my $Problem (qw(Missing Invalid NoAddress NoSecret Outdated)) {
    @Problems = ($Problem);
    like( $Visit->(''), qr{\A\[Error: [^.]+\. [^\]]+\.\]\z}, "$Problem: what is wrong is said, and what to do" );
}
@Problems = ();
$Settings{Active} = 0;
like( $Visit->(''), qr{switched off}, 'That it is switched off is said, too' );
$Settings{Active} = 1;

$Token = 0;
is( $Visit->( $_, %Right, Confirmed => 1 ), "token\n", "$_ needs the token of the session" ) for qw(Save Test Create Reset Delete);
is( $Calls->('Delete'),                     0,         'and does nothing without' );
$Token = 1;

like( $Visit->( 'Save', %Right ), qr{\[Success: Saved\.\]}, 'Settings can be saved' );
is_deeply(
    [Calls( 'Kernel::System::RocketChat::WebService', 'ConnectionSet' )],
    [{ Address => $Right{Address}, Secret => 'neu', UserID => 3 }],
    'address and secret'
);
is_deeply( [Calls( 'Kernel::System::RocketChat::WebService', 'EventsSet' )], [{ Events => ['TicketCreate'], UserID => 3 }], 'events' );
is_deeply(
    ( Calls( 'Kernel::System::RocketChat::Settings', 'Set' ) )[0]->{Settings},
    { Active => 1, OpenRule => 'Owner', OpenGroups => [], CustomerLink => 0, APIUser => 'rcapi' },
    'and the rest'
);

$Visit->( 'Save', OpenRule => 'Everybody', Address => '', Events => [] );
is( $Calls->('ConnectionSet'),                                                           0, 'Without an address the rest can be saved' );
is( ( Calls( 'Kernel::System::RocketChat::Settings', 'Set' ) )[0]->{Settings}->{Active}, 0, 'and an empty box means off' );

for my $Case (
    ['no rule',                 OpenRule => ''],
    ['a rule that is none',     OpenRule => 'Nobody'],
    ['groups without a group',  OpenRule => 'Group'],
    ['an account that is none', APIUser  => 'nobody'],
) {
    my ( $What, %Wrong ) = $Case->@*;
    like( $Visit->( 'Save', %Right, %Wrong ), qr{\A\[Error: }, "Refused: $What" );
    is( scalar Calls( 'Kernel::System::RocketChat::Settings', 'Set' ) + $Calls->('ConnectionSet') + $Calls->('EventsSet'),
        0, '... and nothing is saved' );
    is( $Form{$_}, $Wrong{$_}, '... but what was entered is still there' ) for keys %Wrong;
}
like( $Visit->( 'Save', %Right, OpenRule => 'Group', OpenGroups => ['leads'] ), qr{Saved}, 'A rule with groups is fine' );

for my $Problem (qw(NoWebService AddressInvalid SecretInvalid NotStored)) {
    $ConnectionProblem = $Problem;
    like( $Visit->( 'Save', %Right ), qr{\A\[Error: .{20}}, "Refused: $Problem" );
    is( scalar Calls( 'Kernel::System::RocketChat::Settings', 'Set' ), 0, '... and nothing else is saved' );
}
$ConnectionProblem = undef;

like( $Visit->('Create'), qr{created},                      'The web service can be created' );
like( $Visit->('Reset'),  qr{reset},                        'and reset' );
like( $Visit->('Delete'), qr{\[Error: Nothing was deleted}, 'but is not deleted by one wrong click' );
is( $Calls->('Delete'), 0, 'indeed' );
like( $Visit->( 'Delete', Confirmed => 1 ), qr{deleted}, 'only if that is wanted' );
is( $Calls->('Delete'), 1, 'Then it is' );

%Health = ( Success => 1, Version => '0.1.0', Milliseconds => 30 );
$Visit->('Test');
is( $Form{Test}->{Health}->{Version},                         '0.1.0', 'The test shows the version of the app' );
is( scalar Calls( 'Kernel::System::RocketChat::App', 'Ask' ), 0,       'and asks nothing else without a ticket' );

%DryRun = (
    Success => 1,
    Content => {
        Result  => 'planned',
        Room    => { Name => 'ticket-1' },
        Members => {
            Added      => [{ Name  => 'Alice',    Username => 'alice' }],
            Unresolved => [{ Email => 'x@y.test', Reason   => 'no_account' }],
            Skipped    => ['x']
        },
    },
);
$Visit->( 'Test', TicketNumber => ' 2026112310000073 ' );
is_deeply(
    [Calls( 'Kernel::System::RocketChat::App', 'Ask' )],
    [{ Invoker => 'OpenRoom', TicketID => 7, UserID => 3, DryRun => 1 }],
    'With a ticket it asks what would be done'
);
is_deeply(
    $Form{Test}->{DryRun}->{Members},
    [
        { Who => 'Alice',    Username => 'alice', Meaning => 'would come in',                 Reason => undef },
        { Who => 'x@y.test', Username => undef,   Meaning => 'has no account that was found', Reason => 'no_account' },
    ],
    'and shows who would come in, and who not and why'
);
$Visit->( 'Test', TicketNumber => '1' );
is( $Form{Test}->{UnknownTicket}, '1', 'A number that no ticket has is said to be none' );

%DryRun = ( Success => 0, Reason => 'Declined', Message => 'Name taken.', Content => { Members => 'x' } );
$Visit->( 'Test', TicketNumber => '2026112310000073' );
is( $Form{Test}->{DryRun}->{Detail}, 'Name taken.', 'What the app would decline is shown' );

%Health = ( Success => 0, Reason => 'Refused', Status => 401, Message => 'The secret is wrong.' );
$Visit->( 'Test', TicketNumber => '2026112310000073' );
like( $Form{Test}->{Health}->{Message},  qr{does not accept the secret}, 'A failure is explained' );
like( $Form{Test}->{Health}->{ForAdmin}, qr{Compare the secret},         'with what to do' );
is( scalar Calls( 'Kernel::System::RocketChat::App', 'Ask' ), 0, 'and then nothing more is asked' );

done_testing();
