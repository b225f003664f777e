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

package Kernel::GenericInterface::Operation::RocketChat::Health;

use v5.24;
use strict;
use warnings;

use parent qw(Kernel::GenericInterface::Operation::RocketChat::Common);

our $ObjectManagerDisabled = 1;

=head1 NAME

Kernel::GenericInterface::Operation::RocketChat::Health - whether OTOBO reaches the app, with the address and secret that are stored

=head1 PUBLIC INTERFACE

=head2 Name()

    my $Name = $OperationObject->Name();

=cut

sub Name { return 'Health' }

=head2 Answer()

    my $Answer = $OperationObject->Answer();

Returns what L<Kernel::System::RocketChat::App/Health()> does.

=cut

sub Answer {
    my ( $Self, %Param ) = @_;

    return $Kernel::OM->Get('Kernel::System::RocketChat::App')->Health();
}

1;
