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

# Runs all tests of the package. Prints what fails, and as its last line the counts: passed, failed, and files that ended early.

use v5.24;
use strict;
use warnings;

use File::Basename qw(dirname);
use TAP::Harness   ();

my $Folder = dirname(__FILE__);
my @Tests  = sort glob "$Folder/*.t";

my $Harness = TAP::Harness->new(
    {
        verbosity => $ENV{TEST_VERBOSE} ? 1 : -1,
        lib       => ["$Folder/lib"],
    }
);
my $Aggregate = $Harness->runtests(@Tests);

# A file that ends before its last test has no failed test to show for it.
my @Broken = grep { $_->has_problems() && !$_->failed() } $Aggregate->parsers();

printf "%d passed, %d failed, %d broken\n", scalar $Aggregate->passed(), scalar $Aggregate->failed(), scalar @Broken;

exit( $Aggregate->all_passed() ? 0 : 1 );
