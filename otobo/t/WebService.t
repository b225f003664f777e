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

use CPAN::Meta::YAML ();
use Storable         qw(dclone);

my $Stored;
my $Address = 'https://chat.example/sub/api/apps/private/a-1/b-2';

my %OTOBO = (
    'Kernel::System::GenericInterface::Webservice' => {
        WebserviceGet    => sub { return $Stored ? $Stored : {} },
        WebserviceAdd    => sub { my ( $Self, %Param ) = @_; $Stored = { ID => 2, %Param{qw(Name Config ValidID)} }; return 2 },
        WebserviceUpdate => sub { my ( $Self, %Param ) = @_; $Stored = { %Param{qw(ID Name Config ValidID)} }; return 1 },
        WebserviceDelete => sub { $Stored = undef; return 1 },
    },
    'Kernel::System::Main' => {
        FileRead => sub {
            my ( $Self, %Param ) = @_;
            open my $File, '<', $Param{Location} or return;
            local $/ = undef;
            my $Text = <$File>;
            close $File;
            return \$Text;
        },
    },
    'Kernel::System::Valid' => { ValidLookup => sub { my ( $Self, %Param ) = @_; return $Param{Valid} eq 'valid' ? 1 : 2 } },
    'Kernel::System::YAML'  => { Load => sub { my ( $Self, %Param ) = @_; return CPAN::Meta::YAML->read_string( $Param{Data} )->[0] } },
);
Helpdesk(%OTOBO);

my $WebServiceObject = Object('Kernel::System::RocketChat::WebService');
my $Transport        = sub { return $Stored->{Config}->{Requester}->{Transport}->{Config} };

is_deeply( [$WebServiceObject->Problems()], ['Missing'], 'Without a web service that is the one problem' );
is( $WebServiceObject->ConnectionSet( Address => $Address, Secret => 's', UserID => 1 ),
    'NoWebService', 'and there is nowhere to put an address' );
is_deeply( { $WebServiceObject->ConnectionGet() }, { Address => '', Secret => '' }, 'and none to be read' );
is( $WebServiceObject->Retire( UserID => 1 ), 'None', 'and nothing to remove' );

ok( $WebServiceObject->Create( UserID => 1 ), 'It can be created' );
is( $Stored->{Name},    'RocketChat', 'under its name' );
is( $Stored->{ValidID}, 1,            'and is valid' );
is_deeply( [$WebServiceObject->Problems()], ['NoAddress', 'NoSecret'], 'Then address and secret are missing' );

my @Routes = sort map { $_->{Route} } values $Stored->{Config}->{Provider}->{Transport}->{Config}->{RouteOperationMapping}->%*;
is_deeply(
    \@Routes,
    [
        map { "/$_" }
            qw(AgentAccess AgentTicketSearch Health Reply Session TicketCreate TicketGet TicketHistoryGet TicketPeople TicketSearch TicketUpdate)
    ],
    'The app finds every route that it calls'
);
is_deeply(
    [
        grep { "@{ $_->{RequestMethod} }" ne 'POST' }
            values $Stored->{Config}->{Provider}->{Transport}->{Config}->{RouteOperationMapping}->%*
    ],
    [],
    'All of them by POST only, so that no password comes into an address'
);

$Stored->{Config}->{Description} = 'Ours';
my $Before = dclone($Stored);
ok( $WebServiceObject->Create( UserID => 1 ), 'To create it twice' );
is_deeply( $Stored, $Before, 'changes nothing' );
$Stored->{Config} = $WebServiceObject->Shipped();

for my $Entered ( $Address, "$Address/", "$Address/tickets/open", "$Address/tickets/sync", "$Address/health", " $Address/people/lookup " ) {
    is( $WebServiceObject->ConnectionSet( Address => $Entered, Secret => ' geheim ', UserID => 1 ),
        undef, "This address is taken: $Entered" );
    is_deeply( { $WebServiceObject->ConnectionGet() }, { Address => $Address, Secret => 'geheim' }, 'and means the same' );
}
is( $Transport->()->{Host},                               'https://chat.example', 'The host goes to its place' );
is( $Transport->()->{AdditionalHeaders}->{Authorization}, 'Bearer geheim',        'the secret into a header' );
is_deeply(
    { map { $_ => $Transport->()->{InvokerControllerMapping}->{$_}->{Controller} } keys $Transport->()->{InvokerControllerMapping}->%* },
    {
        OpenRoom    => '/sub/api/apps/private/a-1/b-2/tickets/open',
        TicketEvent => '/sub/api/apps/private/a-1/b-2/tickets/sync',
        CloseRoom   => '/sub/api/apps/private/a-1/b-2/tickets/close',
        Health      => '/sub/api/apps/private/a-1/b-2/health',
    },
    'and each invoker gets its path'
);
is( $Transport->()->{InvokerControllerMapping}->{Health}->{Command}, 'GET', 'Health stays a GET' );
is_deeply( [$WebServiceObject->Problems()], [], 'Now nothing is wrong' );

is( $WebServiceObject->ConnectionSet( Address => $Address, Secret => '', UserID => 1 ), undef,    'An empty secret' );
is( { $WebServiceObject->ConnectionGet() }->{Secret},                                   'geheim', 'keeps the one that is stored' );

for my $Wrong (
    '',                                            'chat.example',
    'https://chat.example',                        'ftp://chat.example/api/apps/private/a/b',
    'https://chat.example/api/apps/private/a',     "https://chat.example/api/apps/private/a/b\nx",
    'https://u@chat.example/api/apps/private/a/b', "$Address/tickets/else",
    "$Address?x=1",
) {
    is( $WebServiceObject->ConnectionSet( Address => $Wrong, Secret => '', UserID => 1 ),
        'AddressInvalid', 'This is no address: ' . ( $Wrong =~ s{\n}{\\n}r ) );
}
is( $WebServiceObject->ConnectionSet( Address => $Address, Secret => $_, UserID => 1 ),
    'SecretInvalid', 'A secret that cannot travel in a header is refused' )
    for 'two words', "line\nbreak", 'Schlüssel';
is_deeply( { $WebServiceObject->ConnectionGet() }, { Address => $Address, Secret => 'geheim' }, 'What is refused changes nothing' );

my %Events = $WebServiceObject->EventsGet();
is( scalar( grep { !$Events{$_} } keys %Events ), 0, 'All events are told at first' );
ok( $Events{TicketOwnerUpdate} && $Events{ArticleCreate} && $Events{EscalationUpdateTimeStop},
    'among them owners, articles and escalations' );
ok( $Events{$_}, "and $_" )
    for qw(TicketDelete TicketMerge TicketPendingTimeUpdate TicketQueueUpdate TicketServiceUpdate TicketTypeUpdate);
is_deeply( [grep { !$_->{Asynchronous} } $Stored->{Config}->{Requester}->{Invoker}->{TicketEvent}->{Events}->@*],
    [], 'None of them makes an agent wait' );

$Stored->{Config}->{Requester}->{Invoker}->{TicketEvent}->{Events}->[0]->{Condition} = { ConditionLinking => 'and' };
$WebServiceObject->EventsSet( Events => ['ArticleCreate', 'TicketStateUpdate'], UserID => 1 );
%Events = $WebServiceObject->EventsGet();
is_deeply( [sort grep { $Events{$_} } keys %Events], ['ArticleCreate', 'TicketStateUpdate'], 'Events can be chosen' );
is_deeply(
    $Stored->{Config}->{Requester}->{Invoker}->{TicketEvent}->{Events}->[0]->{Condition},
    { ConditionLinking => 'and' },
    'and keep their conditions'
);
ok( exists $Events{TicketDelete}, 'what is not chosen is still on offer' );

ok( !$WebServiceObject->IsChanged(), 'Address, secret and events do not count as changes' );

delete $Stored->{Config}->{Provider}->{Operation}->{Reply};
$Stored->{ValidID} = 2;
is_deeply(
    [$WebServiceObject->Problems()],
    ['Invalid', 'Outdated'],
    'What an older version has left out is a problem, and what is not valid'
);
ok( $WebServiceObject->IsChanged(), 'and a change' );

ok( $WebServiceObject->Reset( UserID => 1 ), 'A reset' );
is_deeply( [$WebServiceObject->Problems()],        [],                                          'mends it' );
is_deeply( { $WebServiceObject->ConnectionGet() }, { Address => $Address, Secret => 'geheim' }, 'and keeps address and secret' );
%Events = $WebServiceObject->EventsGet();
is( scalar( grep { $Events{$_} } keys %Events ), 2, 'and the events' );

$Stored->{Config}->{Requester}->{Transport}->{Config}->{Timeout} = 5;
is( $WebServiceObject->Retire( UserID => 1 ), 'Kept', 'When the package goes, a web service that somebody has changed stays' );
is( $Stored->{ValidID},                       2,      'but is not valid any more' );

$WebServiceObject->Reset( UserID => 1 );
is( $WebServiceObject->Retire( UserID => 1 ), 'Deleted', 'One that nobody has changed goes' );
is( $Stored,                                  undef,     'altogether' );
ok( $WebServiceObject->Delete( UserID => 1 ),           'To delete what is gone is no error' );
ok( $WebServiceObject->Reset( UserID => 1 ) && $Stored, 'To reset what is gone creates it' );

Helpdesk( %OTOBO, 'Kernel::System::Main' => { FileRead => sub { return } } );
ok( !eval { $WebServiceObject->Shipped(); 1 }, 'A file that cannot be read is an error' );
like( $@, qr{Reinstall}, 'which says what to do' );

done_testing();
