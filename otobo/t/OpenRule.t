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

my $OpenRuleObject = Object('Kernel::System::RocketChat::OpenRule');

my $Refusal = sub {
    my (%Param) = @_;

    my %Config = (
        'RocketChat::OpenRule'              => $Param{Rule},
        'RocketChat::OpenGroups'            => ['managers', 'leads'],
        'Ticket::Frontend::AgentRocketChat' => { Permission => 'note' },
    );
    my %Permissions = map { $_ => 1 } ( $Param{Permissions} || ['note'] )->@*;

    Helpdesk(
        'Kernel::Config'        => { Get => sub { return $Config{ $_[1] } } },
        'Kernel::System::Group' =>
            { PermissionCheck => sub { my ( $Self, %Check ) = @_; return $Check{GroupName} eq 'leads' && $Check{UserID} == 4 } },
        'Kernel::System::Ticket' => { TicketPermission => sub { my ( $Self, %Check ) = @_; return $Permissions{ $Check{Type} } } },
    );
    return $OpenRuleObject->Refusal( Ticket => \%Ticket, UserID => $Param{UserID} );
};

is( $Refusal->( Rule => 'Owner', UserID => 3 ), undef, 'The owner may open' );
like( $Refusal->( Rule => 'Owner',    UserID => 4 ), qr{owner}, 'Somebody else may not, and is told who may' );
like( $Refusal->( Rule => 'Nonsense', UserID => 4 ), qr{owner}, 'A rule that nobody knows is the narrowest' );
like( $Refusal->( Rule => undef,      UserID => 4 ), qr{owner}, 'So is none' );
is( $Refusal->( Rule => 'ReadWrite', UserID => 4, Permissions => ['note', 'rw'] ),
    undef, 'Who may change the ticket may open by that rule' );
like( $Refusal->( Rule => 'ReadWrite', UserID => 3 ), qr{rw}, 'Who may only write notes may not' );
is( $Refusal->( Rule => 'Group', UserID => 4 ), undef, 'A member of one of the groups may open' );
like( $Refusal->( Rule => 'Group', UserID => 3 ), qr{groups}, 'The owner may not, if not in a group' );
is( $Refusal->( Rule => 'Everybody', UserID => 5 ), undef, 'Everybody may, if so set' );
like(
    $Refusal->( Rule => 'Everybody', UserID => 5, Permissions => ['ro'] ),
    qr{more rights},
    'but nobody without the permission of the screen'
);

done_testing();
