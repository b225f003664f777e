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

use Encode   ();
use JSON::PP ();

use Kernel::System::RocketChat::TicketBody ();

my %Ticket = Helpdesk();

my $Body = sub {
    my ( $Changes, %Param ) = @_;

    Helpdesk( ( $Changes || {} )->%* );
    return Object('Kernel::System::RocketChat::TicketBody')->BodyGet( TicketID => 7, %Param );
};
my $Bytes = sub { return length Encode::encode( 'UTF-8', JSON::PP->new->encode( $_[0] ) ) };

my $Sent = $Body->( undef, Event => 'TicketCreate' );
is_deeply(
    [sort keys $Sent->%*],
    [sort qw(Event Ticket People PeopleComplete SystemAddresses APIUser URL CustomerURL)],
    'A ticket is told with its event, its people, and its addresses'
);
is_deeply(
    $Sent->{Ticket},
    {
        TicketID       => '7',
        TicketNumber   => '2026112310000073',
        Title          => 'Printer on fire',
        Queue          => 'Support',
        State          => 'open',
        StateType      => 'open',
        Priority       => '3 normal',
        Owner          => 'alice',
        Responsible    => 'root@localhost',
        CustomerID     => 'corp',
        CustomerUserID => 'cust1',
        Changed        => '2026-11-23 10:00:00',
    },
    'The ticket comes with what has a value'
);
my %Times = ( EscalationDestinationTime => 1_795_400_000, RealTillTimeNotUsed => 1_795_500_000 );
my $TimesOf = sub {
    my (%Changes) = @_;
    my $Told = $Body->( { 'Kernel::System::Ticket' => { TicketGet => sub { return ( %Ticket, %Changes ) } } } )->{Ticket};
    return { map { $_ => $Told->{$_} } grep { exists $Told->{$_} } keys %Times };
};
is_deeply(
    $TimesOf->(%Times),
    { EscalationDestinationTime => '1795400000', RealTillTimeNotUsed => '1795500000' },
    'Until when it waits, and when it escalates, come as seconds, which no time zone changes'
);
is_deeply( $TimesOf->( EscalationDestinationTime => undef, RealTillTimeNotUsed => 0 ), {}, 'and not at all where there is no such time' );

is( $Sent->{URL}, 'https://help.example/otobo/index.pl?Action=AgentTicketZoom;TicketID=7', 'Agents get their link' );
is(
    $Sent->{CustomerURL},
    'https://help.example/otobo/customer.pl?Action=CustomerTicketZoom;TicketNumber=2026112310000073',
    'Customers get theirs'
);

is_deeply( $Body->( undef,  UserID => 4 )->{Actor}, { Login => 'bob', Email => 'bob@helpdesk.test' }, 'Who clicks is named' );
ok( !exists $Body->( undef, UserID => 1 )->{Actor},  'OTOBO itself is nobody' );
ok( !exists $Body->( undef, UserID => 99 )->{Actor}, 'nor is who is not valid any more' );

my %History = (
    'Kernel::System::Ticket' => {
        HistoryGet => sub {
            return (
                { HistoryType => 'OwnerUpdate', CreateBy => 5 },
                { HistoryType => 'AddNote',     CreateBy => 3, ArticleID => 20 },
                { HistoryType => 'OwnerUpdate', CreateBy => 4 },
                { HistoryType => 'Misc',        CreateBy => 3 },
            );
        },
    },
);
is( $Body->( \%History, Event => 'TicketOwnerUpdate' )->{Actor}->{Login},
    'bob', 'Who caused an event is read from its newest line in the history' );
for my $Change ( [TicketTypeUpdate => 'TypeUpdate'], [TicketServiceUpdate => 'ServiceUpdate'], [TicketMerge => 'Merged'] ) {
    my ( $Event, $HistoryType ) = $Change->@*;
    my %Changed = ( 'Kernel::System::Ticket' => { HistoryGet => sub { return { HistoryType => $HistoryType, CreateBy => 5 } } } );
    is( $Body->( \%Changed, Event => $Event )->{Actor}->{Login}, 'carol', "$Event has its line there" );
}
ok( !exists $Body->( \%History, Event => 'TicketTitleUpdate' )->{Actor},        'If it has written none, nobody is named' );
ok( !exists $Body->( \%History, Event => 'EscalationUpdateTimeStop' )->{Actor}, 'Nobody causes an escalation' );

my %Article = (
    ArticleID  => 20,
    From       => 'Alice <alice@helpdesk.test>',
    To         => 'Raw',
    Subject    => 'Note',
    Body       => 'short',
    SenderType => 'agent',
    CreateTime => '2026-11-23 10:00:00',
);
my %WithArticle = (
    %History,
    'Kernel::System::Ticket::Article' => {
        ArticleList => sub {
            my ( $Self, %Param ) = @_;
            return if $Param{ArticleID} && $Param{ArticleID} != 20;
            return $Param{ArticleID} ? { ArticleID => 20, TicketID => 7, IsVisibleForCustomer => 0 } : ();
        },
        BackendForArticle => sub {
            return Stub( Backend => ( ArticleGet => sub { return %Article }, ChannelNameGet => sub { return 'Internal' } ) );
        },
    },
);

$Sent = $Body->( \%WithArticle, Event => 'ArticleCreate', ArticleID => 20 );
is_deeply(
    $Sent->{Article},
    { %Article, CommunicationChannel => 'Internal', IsVisibleForCustomer => 0 },
    'An event about an article brings that article'
);
is( $Sent->{Actor}->{Login}, 'alice', 'and who has written it' );
ok( !exists $Body->( \%WithArticle, Event => 'ArticleCreate', ArticleID => 21 )->{Article}, 'One that is gone does not come' );

$Article{Body} = 'ä' x 5_000;
$Sent = $Body->( \%WithArticle, ArticleID => 20 );
is( length $Sent->{Article}->{Body}, 4_000, 'A long text is cut' );
like( $Sent->{Article}->{Body}, qr{ä\x{2026}\z}, 'and says so' );

my $ManyPeople = sub {
    my ( $Count, $Filler ) = @_;
    Stub(
        'Kernel::System::RocketChat::People' => (
            PeopleGet => sub {
                return {
                    People          => [map { { Type => 'Address', Email => "$_\@x.test", Name => $Filler, Roles => ['Cc'] } } 1 .. $Count],
                    PeopleComplete  => 1,
                    SystemAddresses => [],
                    APIUser         => '',
                };
            },
        ) );
    return;
};

Helpdesk(%WithArticle);
$ManyPeople->( 300, 'ö' x 60 );
$Sent = Object('Kernel::System::RocketChat::TicketBody')->BodyGet( TicketID => 7, ArticleID => 20 );
cmp_ok( $Bytes->($Sent), '<=', 60_000, 'What is sent never has more than 60,000 bytes' );
is( length $Sent->{Article}->{Body}, 500, 'The text is cut first' );
is( $Sent->{PeopleComplete},         1,   'and if that is enough, everybody is still named' );

Helpdesk(%WithArticle);
$ManyPeople->( 300, 'ö' x 100 );
$Sent = Object('Kernel::System::RocketChat::TicketBody')->BodyGet( TicketID => 7, ArticleID => 20 );
cmp_ok( $Bytes->($Sent), '<=', 60_000, 'It is not more with longer names' );
is( $Sent->{PeopleComplete},                      0,          'but then these are not all' );
is( $Sent->{PeopleOmitted} + $Sent->{People}->@*, 300,        'and it is said how many are left out' );
is( $Sent->{People}->[0]->{Email},                '1@x.test', 'the last ones' );

$Article{Cc} = join ', ', map { "someone.with.a.name$_\@customer.test" } 1 .. 3_000;
Helpdesk(%WithArticle);
$ManyPeople->( 10, 'x' );
$Sent = Object('Kernel::System::RocketChat::TicketBody')->BodyGet( TicketID => 7, ArticleID => 20 );
cmp_ok( $Bytes->($Sent), '<=', 60_000, 'Nor with a head of 3,000 addresses' );
is( scalar $Sent->{People}->@*, 10, 'which costs nobody' );

is( JSON::PP->new->encode( $Body->( undef, DryRun => 1 ) ) =~ m{"DryRun":true} ? 1 : 0, 1, 'A dry run is told as true, not as 1' );
ok( !exists $Body->( undef, DryRun => 0 )->{DryRun}, 'and otherwise not at all' );

is_deeply(
    $Body->( undef, TicketID => 99, Event => 'TicketDelete' ),
    { Event => 'TicketDelete', Ticket => { TicketID => '99' } },
    'Of a ticket that is gone there is the id'
);
is( $Body->( undef, Event => 'TicketMerge', MainTicketID => 8 )->{MainTicketID},
    8, 'Of a merged one there is the ticket that it went into' );

done_testing();
