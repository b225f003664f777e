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

use Kernel::GenericInterface::Operation::RocketChat::AgentTicketSearch ();

# what a search finds, by the place in which it looks
my %Found;
my @StopWords;

my $Search = sub {
    my (%Request) = @_;

    Helpdesk(
        'Kernel::System::Ticket' => {
            TicketSearch => sub {
                my ( $Self, %Param ) = @_;

                my ($Place) = grep { exists $Param{$_} } qw(Title Fulltext TicketNumber);
                return ( $Found{"$Place:$Param{$Place}"} || [] )->@* if $Place;

                my @Hits = ( $Param{TicketID} || [] )->@* ? $Param{TicketID}->@* : ( 3, 2, 1 );
                return scalar @Hits if $Param{Result} eq 'COUNT';
                return @Hits;
            },
            TicketGet => sub {
                my ( $Self, %Param ) = @_;
                return $Param{TicketID} == 66 ? () : ( TicketID => $Param{TicketID}, Title => "T$Param{TicketID}", QueueID => 5 );
            },
        },
        'Kernel::System::Ticket::Article' => { SearchStringStopWordsFind => sub { return { Fulltext => \@StopWords } } },
    );

    return Kernel::GenericInterface::Operation::RocketChat::AgentTicketSearch->new( DebuggerObject => 1, WebserviceID => 2 )
        ->Run( Data => { UserLogin => 'rcapi', Password => 'rcapi-pw', Login => 'alice', %Request } )->{Data};
};
my $IDs = sub {
    return [map { $_->{TicketID} } $Search->(@_)->{Ticket}->@*];
};
my $Last = sub { my @Searches = Calls( 'Kernel::System::Ticket', 'TicketSearch' ); return $Searches[-1] };

my $Answer = $Search->();
is_deeply( [@$Answer{qw(Login Name Total)}], ['alice', 'Alice Adler', 3], 'The answer says whose tickets these are, and how many' );
is_deeply(
    [sort keys $Answer->{Ticket}->[0]->%*],
    [sort qw(TicketID TicketNumber Title Queue State StateType Priority Owner Changed)],
    'A ticket comes with what is listed, and nothing else'
);

is( ( grep { $_->{UserID} != 3 || $_->{Permission} ne 'ro' } Calls( 'Kernel::System::Ticket', 'TicketSearch' ) ),
    0, 'Each search runs with the rights of the agent' );
is_deeply( [$Last->()->@{qw(SortBy OrderBy)}], [['Changed'], ['Down']], 'The last changed comes first' );
is( $Last->()->{Limit}, 20, 'Twenty, if nobody says how many' );

$Search->( Limit => 500 );
is( $Last->()->{Limit}, 100, 'never more than a hundred' );
$Search->( Limit => 5 );
is( $Last->()->{Limit},                             5,                                    'or as many as wanted' );
is( $Search->( Limit => $_ )->{Error}->{ErrorCode}, 'AgentTicketSearch.InvalidParameter', 'What is no number is refused' )
    for '0', '-1', 'many', [5];

$Search->();
ok( !exists $Last->()->{OwnerIDs} && !exists $Last->()->{StateType}, 'No filter unless asked for' );
$Search->( Owned => 1, Open => 1 );
is_deeply( [$Last->()->@{qw(OwnerIDs StateType)}], [[3], 'Open'], 'Own and open tickets can be asked for' );

%Found = (
    'Title:*printer*'     => [1, 2],
    'Fulltext:printer'    => [3],
    'Title:*fire*'        => [],
    'Fulltext:fire'       => [3, 1],
    'TicketNumber:*2026*' => [9, 66],
);
is_deeply( $IDs->( Fulltext => 'printer' ),         [1, 2, 3], 'A word is found in titles and articles' );
is_deeply( $IDs->( Fulltext => ' fire  printer ' ), [1, 3],    'All words must be there, but not in one place' );
is_deeply( $IDs->( Fulltext => '2026' ), [9], 'A number is found in ticket numbers; a ticket that has gone meanwhile is left out' );
is_deeply(
    $Search->( Fulltext => 'unicorn' ),
    { Login => 'alice', Name => 'Alice Adler', Total => 0, Ticket => [] },
    'Nothing is found by what is nowhere'
);
is_deeply( $IDs->( Fulltext => '* %' ), [3, 2, 1], 'A pattern of nothing but wildcards is no word' );

@StopWords = ('THE');
is_deeply( $IDs->( Fulltext => 'the printer' ), [1, 2, 3], 'A word that OTOBO does not index is left out' );
is_deeply( $IDs->( Fulltext => 'the' ),         [],        'unless there is no other' );

is(
    $Search->( Fulltext => join ' ', 1 .. 11 )->{Error}->{ErrorCode},
    'AgentTicketSearch.InvalidParameter',
    'A search for more than ten words is refused'
);
is( $Search->( Fulltext => ['x'] )->{Error}->{ErrorCode},    'AgentTicketSearch.InvalidParameter', 'and for what is no text' );
is( $Search->( Login    => 'nobody' )->{Error}->{ErrorCode}, 'AgentTicketSearch.AgentUnknown',     'Nobody finds nothing' );

done_testing();
