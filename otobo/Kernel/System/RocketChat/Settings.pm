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

package Kernel::System::RocketChat::Settings;

use v5.24;
use strict;
use warnings;

our @ObjectDependencies = (
    'Kernel::Config',
    'Kernel::System::SysConfig',
);

# what the admin page changes, without the prefix RocketChat::
our @Names = qw(Active OpenRule OpenGroups CustomerLink APIUser);

=head1 NAME

Kernel::System::RocketChat::Settings - the settings of this package in the system configuration

=head1 PUBLIC INTERFACE

=head2 new()

    my $SettingsObject = $Kernel::OM->Get('Kernel::System::RocketChat::Settings');

=cut

sub new {
    my ( $Type, %Param ) = @_;

    return bless {}, $Type;
}

=head2 Get()

    my %Settings = $SettingsObject->Get();

Returns

    %Settings = (
        Active       => 1,
        OpenRule     => 'Owner',        # ReadWrite, Group or Everybody
        OpenGroups   => ['users'],
        CustomerLink => 0,
        APIUser      => 'rcapi',
    );

=cut

sub Get {
    my ( $Self, %Param ) = @_;

    my $ConfigObject = $Kernel::OM->Get('Kernel::Config');

    return map { $_ => $ConfigObject->Get("RocketChat::$_") } @Names;
}

=head2 Set()

stores what differs from what is set, and puts it into effect.

    my $Success = $SettingsObject->Set(
        Settings => { Active => 1, OpenRule => 'Group', OpenGroups => ['users'] },
        UserID   => 123,
    );

=cut

sub Set {
    my ( $Self, %Param ) = @_;

    my %Current = $Self->Get();
    my %Wanted  = $Param{Settings}->%*;

    my @Changed = grep { exists $Wanted{$_} && _Written( $Wanted{$_} ) ne _Written( $Current{$_} ) } @Names;
    return 1 if !@Changed;

    return $Kernel::OM->Get('Kernel::System::SysConfig')->SettingsSet(
        Comments => 'Rocket.Chat',
        Settings => [
            map { { Name => "RocketChat::$_", IsValid => 1, EffectiveValue => $Wanted{$_} } } @Changed
        ],
        UserID => $Param{UserID},
    );
}

=begin Internal:

=cut

sub _Written {
    my ($Value) = @_;

    return ref $Value eq 'ARRAY' ? join "\n", $Value->@* : $Value // '';
}

=end Internal:

=cut

1;
