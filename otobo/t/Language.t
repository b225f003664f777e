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

use Kernel::Language::de_RocketChat ();

my $Root = "$FindBin::Bin/..";

# OTOBO has these in German itself
my %IsInOTOBO = map { $_ => 1 } (
    'Active',
    'Groups',
    'Save',
    'Secret',
    'Test',
    'Try again',
    'Web service',
    'Admin area navigation for the agent interface.',
    'Frontend module registration for the agent interface.',
    'GenericInterface module registration for the invoker layer.',
    'GenericInterface module registration for the operation layer.',
);

my %Sentences;
my $Collect = sub {
    return if !m{[.](?:pm|tt|xml)\z}xms;

    open my $File, '<:encoding(UTF-8)', $_ or die "$_: $!";
    my $Text = do { local $/ = undef; <$File> };
    close $File;

    my @Found = (
        ( $Text =~ m{ Translat(?:able|e)[(] \s* ' ( (?: [^'\\] | \\. )+ ) ' }gxms ),
        ( $Text =~ m{ Translate[(] " ( (?: [^"\\] | \\. )+ ) " }gxms ),
        ( $Text =~ m{ Translatable="1"> ( [^<]+ ) < }gxms ),
    );
    $Sentences{ $_ =~ s{\\(['"])}{$1}gr } = 1 for @Found;
    return;
};
File::Find::find( { wanted => $Collect, no_chdir => 1 }, "$Root/Kernel" );

my $Language = { Translation => { Save => 'Speichern' } };
Kernel::Language::de_RocketChat::Data($Language);
my %German = $Language->{Translation}->%*;

cmp_ok( scalar keys %Sentences, '>', 80, 'The sentences of the package were found' );
is_deeply( [grep { !$IsInOTOBO{$_} && !$German{$_} } sort keys %Sentences], [], 'Each of them is there in German' );
is_deeply( [grep { !$Sentences{$_} } sort keys %German],                    [], 'and none that nobody says' );
is_deeply( [grep { $IsInOTOBO{$_} && $_ ne 'Save' } sort keys %German],     [], 'and none that OTOBO has itself' );
is( $German{Save}, 'Speichern', 'What was there before stays' );

my $Places = sub { return scalar( () = $_[0] =~ m{%s}gxms ) };
is_deeply( [grep { $Places->($_) != $Places->( $German{$_} ) } sort keys %German], [], 'Both have the same places for values' );

done_testing();
