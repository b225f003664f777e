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

use File::Find ();

my $Root = "$FindBin::Bin/..";

my @Modules;
File::Find::find( { wanted => sub { push @Modules, $_ if m{[.]pm\z}xms; return }, no_chdir => 1 }, "$Root/Kernel", "$Root/var" );

cmp_ok( scalar @Modules, '>', 20, 'The modules were found' );

for my $Module ( sort @Modules ) {
    open my $File, '<:encoding(UTF-8)', $Module or die "$Module: $!";
    my $Text = do { local $/ = undef; <$File> };
    close $File;

    my ($Path) = $Module =~ m{\Q$Root\E/(.*)}xms;
    my ($Name) = $Text   =~ m{^package \s+ ([\w:]+)}xms;

    is( $Path, $Name =~ s{::}{/}gr . '.pm', "$Path has the name of its package" );
    like( $Text, qr{GNU[ ]General[ ]Public[ ]License.*^use[ ]v5[.]24;\nuse[ ]strict;\nuse[ ]warnings;}xms, '... licence, and strictness' );
    like( $Text, qr{^=head1[ ]NAME\n\n\Q$Name\E[ ]-[ ]\w}xms,                                              '... and says what it is' );

    my @Public     = grep { !m{\A_}xms } $Text =~ m{^sub \s+ (\w+)}gxms;
    my @Documented = $Text                     =~ m{^=head2 \s+ (\w+)[(][)]}gxms;
    my %IsSo       = map { $_ => 1 } @Documented;

    is_deeply( [grep { !$IsSo{$_} } @Public], [], '... and what each of its functions does' );
}

done_testing();
