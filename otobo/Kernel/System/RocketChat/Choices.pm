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

package Kernel::System::RocketChat::Choices;

use v5.24;
use strict;
use warnings;

our @ObjectDependencies = (
    'Kernel::Config',
    'Kernel::System::Group',
    'Kernel::System::Queue',
    'Kernel::System::RocketChat::Agent',
    'Kernel::System::State',
    'Kernel::System::Ticket',
    'Kernel::System::User',
);

# Tickets get these by being merged or removed, nobody chooses them.
my %IsNoChoice = map { $_ => 1 } qw(merged removed);

my %Getter = (
    Owner    => \&_Owners,
    Priority => \&_Priorities,
    Queue    => \&_Queues,
    State    => \&_States,
    Type     => \&_Types,
);

=head1 NAME

Kernel::System::RocketChat::Choices - what an agent may choose for a ticket, ACLs included

=head1 PUBLIC INTERFACE

=head2 new()

    my $ChoicesObject = $Kernel::OM->Get('Kernel::System::RocketChat::Choices');

=cut

sub new {
    my ( $Type, %Param ) = @_;

    return bless {}, $Type;
}

=head2 IsKnown()

    my $IsKnown = $ChoicesObject->IsKnown('State');

=cut

sub IsKnown {
    my ( $Self, $Option ) = @_;

    return exists $Getter{$Option};
}

=head2 ChoicesGet()

    my $Choices = $ChoicesObject->ChoicesGet(
        Option        => 'State',       # or Priority, Queue, Type, Owner
        Ticket        => \%Ticket,      # as TicketGet returns it; undef for a new ticket
        UserID        => 3,             # the agent who chooses
        ServiceUserID => 12,            # the account of the app, which owns no tickets
    );

Returns a list, sorted:

    State: [ { Name => 'open', Type => 'open' } ]
    Owner: [ { Login => 'bob', Name => 'Bob Berg', Email => 'bob@example.com' } ]      # empty for a new ticket
    Queue, Priority, Type: [ 'Raw' ]

Returns undef for Type where OTOBO is set up without types.

=cut

sub ChoicesGet {
    my ( $Self, %Param ) = @_;

    return if $Param{Option} eq 'Type' && !$Kernel::OM->Get('Kernel::Config')->Get('Ticket::Type');

    my %Of = $Param{Ticket} ? ( TicketID => $Param{Ticket}->{TicketID} ) : ();

    return [ $Getter{ $Param{Option} }->( $Self, %Param, Of => { %Of, UserID => $Param{UserID} } ) ];
}

=begin Internal:

=cut

sub _States {
    my ( $Self, %Param ) = @_;

    my $StateObject = $Kernel::OM->Get('Kernel::System::State');

    # without a ticket there is no queue to ask the ACLs for yet
    my %States = $Param{Ticket}
        ? $Kernel::OM->Get('Kernel::System::Ticket')->TicketStateList( $Param{Of}->%* )
        : $StateObject->StateList( UserID => $Param{UserID} );

    my @States;
    for my $Name ( sort values %States ) {
        my %State = $StateObject->StateGet( Name => $Name );

        push @States, { Name => $Name, Type => $State{TypeName} } if !$IsNoChoice{ $State{TypeName} };
    }

    return @States;
}

sub _Priorities {
    my ( $Self, %Param ) = @_;

    my %Priorities = $Kernel::OM->Get('Kernel::System::Ticket')->TicketPriorityList( $Param{Of}->%* );

    my @Sorted = sort values %Priorities;

    return @Sorted;
}

sub _Queues {
    my ( $Self, %Param ) = @_;

    my %Queues = $Kernel::OM->Get('Kernel::System::Ticket')->TicketMoveList(
        $Param{Of}->%*,
        Type => $Param{Ticket} ? 'move_into' : 'create',
    );

    my @Sorted = sort values %Queues;

    return @Sorted;
}

sub _Types {
    my ( $Self, %Param ) = @_;

    my %Types = $Kernel::OM->Get('Kernel::System::Ticket')->TicketTypeList( $Param{Of}->%* );

    my @Sorted = sort values %Types;

    return @Sorted;
}

# as the screen for the owner of a ticket does it, but without OTOBO's own first account (id 1), which is no person
sub _Owners {
    my ( $Self, %Param ) = @_;

    return if !$Param{Ticket};

    my %Users = $Kernel::OM->Get('Kernel::System::User')->UserList(
        Type  => 'Short',
        Valid => 1,
    );

    if ( !$Kernel::OM->Get('Kernel::Config')->Get('Ticket::ChangeOwnerToEveryone') ) {
        my %Members = $Kernel::OM->Get('Kernel::System::Group')->PermissionGroupGet(
            GroupID => $Kernel::OM->Get('Kernel::System::Queue')->GetQueueGroupID( QueueID => $Param{Ticket}->{QueueID} ),
            Type    => 'owner',
        );
        %Users = map { $_ => $Users{$_} } grep { $Members{$_} } keys %Users;
    }

    my $TicketObject = $Kernel::OM->Get('Kernel::System::Ticket');
    my $IsRestricted = $TicketObject->TicketAcl(
        $Param{Of}->%*,
        ReturnType    => 'Ticket',
        ReturnSubType => 'NewOwner',
        Data          => \%Users,
    );
    %Users = $TicketObject->TicketAclData() if $IsRestricted;

    my @Owners;
    for my $UserID ( grep { $_ != 1 && $_ != $Param{ServiceUserID} } keys %Users ) {
        my %Agent = $Kernel::OM->Get('Kernel::System::RocketChat::Agent')->AgentByID( UserID => $UserID );

        push @Owners, { %Agent{qw(Login Name Email)} } if %Agent;
    }

    my @Sorted = sort { $a->{Name} cmp $b->{Name} || $a->{Login} cmp $b->{Login} } @Owners;

    return @Sorted;
}

=end Internal:

=cut

1;
