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

package Kernel::System::RocketChat::OpenRule;

use v5.24;
use strict;
use warnings;

use Kernel::Language qw(Translatable);

our @ObjectDependencies = (
    'Kernel::Config',
    'Kernel::System::Group',
    'Kernel::System::Ticket',
);

=head1 NAME

Kernel::System::RocketChat::OpenRule - who may open and close the room of a ticket

=head1 PUBLIC INTERFACE

=head2 new()

    my $OpenRuleObject = $Kernel::OM->Get('Kernel::System::RocketChat::OpenRule');

=cut

sub new {
    my ( $Type, %Param ) = @_;

    return bless {}, $Type;
}

=head2 Refusal()

why an agent may not open or close the room of this ticket, by the permission that the screen needs and by the setting
RocketChat::OpenRule.

    my $Refusal = $OpenRuleObject->Refusal(
        Ticket => \%Ticket,             # as TicketGet returns it
        UserID => 123,
    );

Returns a sentence to be translated, or undef if the agent may.

=cut

sub Refusal {
    my ( $Self, %Param ) = @_;

    my $ConfigObject = $Kernel::OM->Get('Kernel::Config');
    my $Screen       = $ConfigObject->Get('Ticket::Frontend::AgentRocketChat') || {};

    return Translatable('You need more rights on this ticket to open or close its Rocket.Chat room.')
        if !$Self->_HasPermission( $Screen->{Permission} || 'ro', %Param );

    my $Rule = $ConfigObject->Get('RocketChat::OpenRule') // '';

    return if $Rule eq 'Everybody';

    if ( $Rule eq 'ReadWrite' ) {
        return if $Self->_HasPermission( 'rw', %Param );
        return Translatable('Only who may change this ticket (permission rw) can open or close its Rocket.Chat room.');
    }

    if ( $Rule eq 'Group' ) {
        return if $Self->_IsInGroup( $Param{UserID} );
        return Translatable('Only members of certain groups can open or close Rocket.Chat rooms. Your OTOBO administrator knows which.');
    }

    # also for a value that nobody knows: the narrowest rule
    return if $Param{Ticket}->{OwnerID} == $Param{UserID};
    return Translatable('Only the owner of the ticket can open or close its Rocket.Chat room. Take the ticket, or ask its owner.');
}

=begin Internal:

=cut

sub _HasPermission {
    my ( $Self, $Permission, %Param ) = @_;

    return $Kernel::OM->Get('Kernel::System::Ticket')->TicketPermission(
        Type     => $Permission,
        TicketID => $Param{Ticket}->{TicketID},
        UserID   => $Param{UserID},
        LogNo    => 1,
    );
}

sub _IsInGroup {
    my ( $Self, $UserID ) = @_;

    my $Groups = $Kernel::OM->Get('Kernel::Config')->Get('RocketChat::OpenGroups');

    for my $Group ( ref $Groups eq 'ARRAY' ? $Groups->@* : () ) {
        return 1 if $Kernel::OM->Get('Kernel::System::Group')->PermissionCheck(
            UserID    => $UserID,
            GroupName => $Group,
            Type      => 'rw',
        );
    }

    return;
}

=end Internal:

=cut

1;
