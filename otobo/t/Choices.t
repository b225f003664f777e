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
my ( %Config, %AclUsers );

my $Choices = sub {
    my ( $Option, $HasTicket ) = @_;

    Helpdesk(
        'Kernel::Config'        => { Get => sub { return $Config{ $_[1] } } },
        'Kernel::System::Group' => {
            PermissionGroupGet =>
                sub { my ( $Self, %Param ) = @_; return $Param{Type} eq 'owner' ? ( 1 => 1, 4 => 1, 3 => 1, 12 => 1 ) : () }
        },
        'Kernel::System::Queue' => { GetQueueGroupID => sub { return 9 } },
        'Kernel::System::State' => {
            StateList => sub { return ( 1 => 'new', 4 => 'open' ) },
            StateGet  =>
                sub { my ( $Self, %Param ) = @_; return ( TypeName => $Param{Name} =~ m{\A(merged|removed|open)}xms ? $1 : 'new' ) },
        },
        'Kernel::System::Ticket' => {
            TicketStateList    => sub { return ( 4 => 'open',     9 => 'merged', 5 => 'removed' ) },
            TicketPriorityList => sub { return ( 1 => '3 normal', 2 => '1 very low' ) },
            TicketMoveList     => sub { my ( $Self, %Param ) = @_; return ( 1 => "to $Param{Type}", 2 => 'Alpha' ) },
            TicketTypeList     => sub { return ( 1 => 'Unclassified' ) },
            TicketAcl          => sub { return %AclUsers ? 1 : 0 },
            TicketAclData      => sub { return %AclUsers },
        },
        'Kernel::System::User' =>
            { UserList => sub { return ( 1 => 'root@localhost', 3 => 'alice', 4 => 'bob', 5 => 'carol', 12 => 'rcapi' ) } },
    );
    return Object('Kernel::System::RocketChat::Choices')
        ->ChoicesGet( Option => $Option, Ticket => $HasTicket ? \%Ticket : undef, UserID => 3, ServiceUserID => 12 );
};
my $Logins = sub {
    return [map { $_->{Login} } $_[0]->@*];
};

is_deeply(
    $Choices->( 'State', 1 ),
    [{ Name => 'open', Type => 'open' }],
    'States of a ticket are those of OTOBO, but nobody chooses merged or removed'
);
is_deeply( [map { $_->{Name} } $Choices->( 'State', 0 )->@*], ['new', 'open'], 'A new ticket may have any state' );
is_deeply( $Choices->( 'Priority', 1 ), ['1 very low', '3 normal'],     'Priorities come sorted' );
is_deeply( $Choices->( 'Queue',    1 ), ['Alpha',      'to move_into'], 'A ticket goes where the agent may move it' );
is_deeply( $Choices->( 'Queue',    0 ), ['Alpha',      'to create'],    'a new one where the agent may create it' );
is( $Choices->( 'Type', 1 ), undef, 'Without types in OTOBO there are none' );
$Config{'Ticket::Type'} = 1;
is_deeply( $Choices->( 'Type', 1 ), ['Unclassified'], 'With them there are' );

is_deeply(
    $Logins->( $Choices->( 'Owner', 1 ) ),
    ['alice', 'bob'],
    'Owners are agents with that permission, without the app\'s account and OTOBO\'s first'
);
is_deeply(
    $Choices->( 'Owner', 1 )->[0],
    { Login => 'alice', Name => 'Alice Adler', Email => 'alice@helpdesk.test' },
    'with name and address'
);
is_deeply( $Choices->( 'Owner', 0 ), [], 'A new ticket has no choice of owners' );
$Config{'Ticket::ChangeOwnerToEveryone'} = 1;
is_deeply( $Logins->( $Choices->( 'Owner', 1 ) ), ['alice', 'bob', 'carol'], 'unless everybody may be owner' );
%AclUsers = ( 4 => 'bob' );
is_deeply( $Logins->( $Choices->( 'Owner', 1 ) ), ['bob'], 'An ACL counts' );

ok( Object('Kernel::System::RocketChat::Choices')->IsKnown('State'),   'A choice is known' );
ok( !Object('Kernel::System::RocketChat::Choices')->IsKnown('Salary'), 'another is not' );

done_testing();
