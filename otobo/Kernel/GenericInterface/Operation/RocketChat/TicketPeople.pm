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

package Kernel::GenericInterface::Operation::RocketChat::TicketPeople;

use v5.24;
use strict;
use warnings;

use parent qw(Kernel::GenericInterface::Operation::RocketChat::Common);

our $ObjectManagerDisabled = 1;

=head1 NAME

Kernel::GenericInterface::Operation::RocketChat::TicketPeople - everybody who has to do with a ticket, with addresses and roles

=head1 PUBLIC INTERFACE

=head2 Name()

    my $Name = $OperationObject->Name();

=cut

sub Name { return 'TicketPeople' }

=head2 Answer()

    my $Answer = $OperationObject->Answer(
        Request       => { TicketID => 123 },
        ServiceUserID => 12,                    # needs ro on the ticket
    );

Returns what L<Kernel::System::RocketChat::People/PeopleGet()> does.

=cut

sub Answer {
    my ( $Self, %Param ) = @_;

    $Self->Need( $Param{Request}, 'TicketID' );

    my %Ticket = $Self->TicketGet(
        TicketID   => $Param{Request}->{TicketID},
        Permission => 'ro',
        UserID     => $Param{ServiceUserID},
    );

    $Self->Refuse( 'AccessDenied', 'User does not have access to the ticket!' ) if !%Ticket;

    return $Kernel::OM->Get('Kernel::System::RocketChat::People')->PeopleGet(
        Ticket        => \%Ticket,
        ServiceUserID => $Param{ServiceUserID},
    );
}

1;
