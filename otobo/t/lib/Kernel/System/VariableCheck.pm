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

package Kernel::System::VariableCheck;

use v5.24;
use strict;
use warnings;

use Exporter qw(import);
use JSON::PP ();

our @EXPORT_OK = qw(DataIsDifferent);

# Stands in for OTOBO's: 1 and '1' are the same.
sub DataIsDifferent {
    my (%Param) = @_;

    my $JSON = JSON::PP->new->canonical->allow_nonref;

    return $JSON->encode( _Strings( $Param{Data1} ) ) ne $JSON->encode( _Strings( $Param{Data2} ) );
}

sub _Strings {
    my ($Data) = @_;

    return [map { _Strings($_) } $Data->@*]                         if ref $Data eq 'ARRAY';
    return { map { $_ => _Strings( $Data->{$_} ) } keys $Data->%* } if ref $Data eq 'HASH';
    return defined $Data ? "$Data" : undef;
}

1;
