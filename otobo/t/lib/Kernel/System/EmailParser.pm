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

package Kernel::System::EmailParser;

use v5.24;
use strict;
use warnings;

# Stands in for OTOBO's: as much of addresses as the tests have.
sub new {
    my ( $Type, %Param ) = @_;

    die "Only the mode Standalone works without a mail.\n" if ( $Param{Mode} // '' ) ne 'Standalone';

    return bless {}, $Type;
}

sub SplitAddressLine {
    my ( $Self, %Param ) = @_;

    my @Entries = $Param{Line} =~ m{ ( (?: "[^"]*" | [^",] )+ ) }gxms;

    return map { s{\A\s+|\s+\z}{}gxmsr } @Entries;
}

sub GetEmailAddress {
    my ( $Self, %Param ) = @_;

    my ($Address) = $Param{Email} =~ m{ ( [^\s<>"]+ @ [^\s<>"]+ ) }xms;

    return $Address;
}

sub GetRealname {
    my ( $Self, %Param ) = @_;

    my ($Name) = $Param{Email} =~ m{\A ( .*? ) \s* <}xms;

    return $Name // '';
}

1;
