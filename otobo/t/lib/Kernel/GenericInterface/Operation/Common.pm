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

package Kernel::GenericInterface::Operation::Common;

use v5.24;
use strict;
use warnings;

# Stands in for OTOBO's base class of operations: who may log in, and the form of errors.
my %Accounts = (
    'rcapi:rcapi-pw'  => [12,      'User'],
    'session-of-api'  => [12,      'User'],
    'session-of-cust' => ['cust1', 'Customer'],
);

sub Auth {
    my ( $Self, %Param ) = @_;

    my $Key     = $Param{Data}->{SessionID} // join ':', map { $_ // '' } $Param{Data}->@{qw(UserLogin Password)};
    my $Account = $Accounts{$Key};

    return $Account ? $Account->@* : 0;
}

sub ReturnError {
    my ( $Self, %Param ) = @_;

    return {
        Success      => 1,
        ErrorMessage => "$Param{ErrorCode}: $Param{ErrorMessage}",
        Data         => { Error => { %Param{qw(ErrorCode ErrorMessage)} } },
    };
}

1;
