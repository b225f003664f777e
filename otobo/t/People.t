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

use Kernel::System::RocketChat::People ();

my %Ticket = Helpdesk();

# articles as the backends give them
my @Articles;
my %WithArticles = (
    'Kernel::System::Ticket::Article' => {
        ArticleList => sub {
            return map { { ArticleID => $_, TicketID => 7, IsVisibleForCustomer => $Articles[$_]->{Visible} } } 0 .. $#Articles;
        },
        BackendForArticle => sub {
            my ( $Self, %Listed ) = @_;
            return Stub( Backend => ( ArticleGet => sub { return $Articles[$Listed{ArticleID}]->%* } ) );
        },
    },
);

my $People = sub {
    my ( $Changes, %Param ) = @_;

    @Articles = @{ delete $Param{Articles} || [] };
    Helpdesk( %WithArticles, ( $Changes || {} )->%* );
    return Object('Kernel::System::RocketChat::People')
        ->PeopleGet( Ticket => { %Ticket, ( $Param{Ticket} || {} )->%* }, ServiceUserID => $Param{ServiceUserID} );
};
my $Roles = sub {
    my ($Result) = @_;
    return { map { ( $_->{Login} // $_->{Email} ) => join ' ', $_->{Type}, $_->{Roles}->@* } $Result->{People}->@* };
};
my $Config = sub {
    my (%Values) = @_;
    return ( 'Kernel::Config' => { Get => sub { return $Values{ $_[1] } } } );
};

my $Result = $People->();
is_deeply(
    $Result->{People},
    [
        { Type => 'Agent',    Login => 'alice', Email => 'alice@helpdesk.test', Name => 'Alice Adler',   Roles => ['Owner'] },
        { Type => 'Customer', Login => 'cust1', Email => 'cust1@customer.test', Name => 'Cora Customer', Roles => ['Customer'] },
    ],
    'Owner and customer are named with login, address and name'
);
is( $Result->{PeopleComplete}, 1, 'and these are all' );
is_deeply( $Result->{SystemAddresses}, ['support@helpdesk.test'], 'The address of the queue is told as one of OTOBO' );

is_deeply(
    $Roles->(
        $People->(
            {
                $Config->( 'Ticket::Responsible' => 1 ),
                'Kernel::System::Ticket' => {
                    TicketInvolvedAgentsList => sub { return ( { UserID => 3 }, { UserID => 4 } ) },
                    TicketWatchGet           => sub { return ( 4,               5 ) },
                },
            },
            Ticket => { ResponsibleID => 3 },
        )
    ),
    {
        alice => 'Agent Owner Responsible Involved',
        bob   => 'Agent Involved Watcher',
        carol => 'Agent Watcher',
        cust1 => 'Customer Customer'
    },
    'Everybody comes once, with all roles'
);

is_deeply(
    $Roles->( $People->( undef, Ticket => { ResponsibleID => 5 } ) ),
    { alice => 'Agent Owner', cust1 => 'Customer Customer' },
    'Where OTOBO has no responsible agents, the field counts for nothing'
);
is_deeply(
    $Roles->( $People->( undef, Ticket => { OwnerID => 1 } ) ),
    { cust1 => 'Customer Customer' },
    'The first account of OTOBO is no person'
);
is_deeply(
    $Roles->( $People->( { 'Kernel::System::User' => { GetUserData => sub { return } } } ) ),
    { cust1 => 'Customer Customer' },
    'An agent who is not valid any more is left out'
);

my %Involved = ( 'Kernel::System::Ticket' => { TicketInvolvedAgentsList => sub { return ( { UserID => 12 }, { UserID => 4 } ) } } );

$Result = $People->( \%Involved, ServiceUserID => 12 );
is( $Result->{APIUser}, 'rcapi', 'The account of the app is named' );
ok( !$Roles->($Result)->{rcapi}, 'and not among the people' );

$Result = $People->( { %Involved, $Config->( 'RocketChat::APIUser' => 'rcapi' ) } );
is( $Result->{APIUser}, 'rcapi', 'It is known by the setting, too' );
ok( !$Roles->($Result)->{rcapi}, 'which keeps it out as well' );

$Result = $People->( \%Involved );
is( $Result->{APIUser}, '', 'Where nobody has said what it is, it is nobody' );

is_deeply(
    $People->( undef, Ticket => { CustomerUserID => 'stranger@web.test' } )->{People}->[1],
    { Type => 'Customer', Login => 'stranger@web.test', Email => 'stranger@web.test', Name => 'stranger@web.test', Roles => ['Customer'] },
    'A customer whom no source knows is known by the address'
);
ok( !exists $People->( undef, Ticket => { CustomerUserID => 'stranger' } )->{People}->[1]->{Email}, 'or has none' );
is( scalar $People->( undef,  Ticket => { CustomerUserID => '' } )->{People}->@*, 1, 'A ticket may have no customer' );

$Result = $People->(
    undef,
    Articles => [
        {
            Visible => 1,
            From    => '"Cora, Customer" <cust1@customer.test>',
            To      => 'Support <Support@helpdesk.test>, second@customer.test',
            Cc      => 'Third <third@customer.test>',
        },
        { Visible => 0, From => 'Alice Adler <alice@helpdesk.test>', To => 'Raw', Cc => 'THIRD@customer.test, sales@HELPDESK.test' },
        { Visible => 1 },
    ],
);
is_deeply( $Result->{SystemAddresses}, [ 'sales@HELPDESK.test', 'support@helpdesk.test' ], 'OTOBO\'s own addresses that stand there are told' );
is_deeply(
    $Roles->($Result),
    {
        alice                  => 'Agent Owner',
        cust1                  => 'Customer Customer',
        'alice@helpdesk.test'  => 'Address InternalFrom',
        'cust1@customer.test'  => 'Address From',
        'second@customer.test' => 'Address To',
        'third@customer.test'  => 'Address Cc InternalCc',
    },
    'Heads of articles name people, hidden articles in hidden roles; OTOBO\'s own addresses and names of queues are nobody'
);
is(
    ( grep { ( $_->{Email} // '' ) eq 'cust1@customer.test' && $_->{Type} eq 'Address' } $Result->{People}->@* )[0]->{Name},
    'Cora, Customer',
    'Names lose their quotes'
);
is( ( grep { ( $_->{Email} // '' ) eq 'second@customer.test' } $Result->{People}->@* )[0]->{Name},
    'second@customer.test', 'Who has no name is called by the address' );

is_deeply(
    $Roles->( $People->( undef, ServiceUserID => 12, Articles => [{ Visible => 1, From => 'Rocket <RCAPI@helpdesk.test>' }] ) ),
    { alice => 'Agent Owner', cust1 => 'Customer Customer' },
    'The address of the app\'s account is nobody, either'
);

$Result = $People->( undef, Articles => [{ Visible => 1, Cc => join( ', ', map { "p$_\@customer.test" } 1 .. 298 ) }] );
is( scalar $Result->{People}->@*, 300, '300 people can be named' );
is( $Result->{PeopleComplete},    1,   'and then it is said that these are all' );
ok( !exists $Result->{PeopleOmitted}, 'and that nobody is left out' );

$Result = $People->( undef, Articles => [{ Visible => 1, Cc => join( ', ', map { "p$_\@customer.test" } 1 .. 305 ) }] );
is( scalar $Result->{People}->@*,    300,     'Of more people 300 are named' );
is( $Result->{PeopleComplete},       0,       'and it is said that these are not all' );
is( $Result->{PeopleOmitted},        7,       'and how many are left out' );
is( $Result->{People}->[0]->{Login}, 'alice', 'Those who matter most come first' );

$Result = $People->( undef, Articles => [{ Visible => 1, From => '"' . 'x' x 300 . '" <long@customer.test>' }] );
is( length $Result->{People}->[2]->{Name}, 100, 'A name is cut' );

done_testing();
