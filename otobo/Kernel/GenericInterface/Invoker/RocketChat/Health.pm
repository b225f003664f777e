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

package Kernel::GenericInterface::Invoker::RocketChat::Health;

use v5.24;
use strict;
use warnings;

use parent qw(Kernel::GenericInterface::Invoker::RocketChat::Ticket);

our $ObjectManagerDisabled = 1;

=head1 NAME

Kernel::GenericInterface::Invoker::RocketChat::Health - asks the app whether it is there

=head1 PUBLIC INTERFACE

=head2 PrepareRequest()

    my $Result = $InvokerObject->PrepareRequest( Data => {} );

The request has no body.

=cut

sub PrepareRequest {
    my ( $Self, %Param ) = @_;

    return {
        Success => 1,
        Data    => {},
    };
}

=head2 HandleResponse()

    my $Result = $InvokerObject->HandleResponse(
        ResponseSuccess => 1,
        Data            => { Version => '0.1.0', Configured => \1 },
    );

Returns the answer as it is.

=cut

sub HandleResponse {
    my ( $Self, %Param ) = @_;

    return {
        Success      => $Param{ResponseSuccess} ? 1 : 0,
        ErrorMessage => $Param{ResponseErrorMessage},
        Data         => $Param{Data},
    };
}

1;
