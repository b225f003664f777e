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

package Kernel::GenericInterface::Operation::RocketChat::AgentAccess;

use v5.24;
use strict;
use warnings;

use parent qw(Kernel::GenericInterface::Operation::RocketChat::Common);

our $ObjectManagerDisabled = 1;

my %IsPermission = map { $_ => 1 } qw(ro note owner priority rw move_into create);

=head1 NAME

Kernel::GenericInterface::Operation::RocketChat::AgentAccess - what an agent may do, and what an agent may choose

=head1 PUBLIC INTERFACE

=head2 Name()

    my $Name = $OperationObject->Name();

=cut

sub Name { return 'AgentAccess' }

=head2 Answer()

asks OTOBO's own permission checks for an agent.

    my $Answer = $OperationObject->Answer(
        Request => {
            Login      => 'alice',                          # or Email
            Permission => 'note',                           # ro|note|owner|priority|rw|move_into|create
            TicketID   => [ 3, 4 ],                         # optional
            Queue      => 'Support',                        # optional, with create or move_into only
            Options    => [ 'State', 'Owner' ],             # optional, of State, Priority, Queue, Type, Owner
        },
        ServiceUserID => 12,
    );

Returns

    $Answer = {
        Login       => 'alice',
        Name        => 'Alice Adler',
        Email       => 'alice@example.com',
        TimeZone    => 'UTC',                               # of all times that OTOBO answers with
        Access      => { 3 => 1, 4 => 0 },
        QueueAccess => 1,                                   # if a queue was asked for
        Options     => { ... },                             # see Kernel::System::RocketChat::Choices
    };

=cut

sub Answer {
    my ( $Self, %Param ) = @_;

    my %Request = $Param{Request}->%*;
    my %Agent   = $Self->NeedAgent( \%Request, $Param{ServiceUserID} );

    $Self->Need( \%Request, 'Permission' );
    if ( !$IsPermission{ $Request{Permission} } ) {
        $Self->Refuse( 'InvalidParameter', 'Permission must be one of ' . join( ', ', sort keys %IsPermission ) . '!' );
    }

    my @TicketIDs = $Self->List( $Request{TicketID} );

    my %Answer = (
        Login    => $Agent{Login},
        Name     => $Agent{Name},
        Email    => $Agent{Email},
        TimeZone => $Kernel::OM->Get('Kernel::Config')->Get('OTOBOTimeZone') || 'UTC',
        Access   => { map { $_ => $Self->_Access( $_, $Request{Permission}, $Agent{UserID} ) } @TicketIDs },
    );

    if ( length( $Request{Queue} // '' ) ) {
        $Answer{QueueAccess} = $Self->_QueueAccess( \%Request, $Agent{UserID} );
    }

    if ( my @Options = $Self->List( $Request{Options} ) ) {
        $Answer{Options} = $Self->_Options( \@Options, \@TicketIDs, %Param, UserID => $Agent{UserID} );
    }

    return \%Answer;
}

=begin Internal:

=cut

sub _Access {
    my ( $Self, $TicketID, $Permission, $UserID ) = @_;

    my %Ticket = $Self->TicketGet(
        TicketID   => $TicketID,
        Permission => $Permission,
        UserID     => $UserID,
    );

    return %Ticket ? 1 : 0;
}

sub _QueueAccess {
    my ( $Self, $Request, $UserID ) = @_;

    $Self->Need( $Request, 'Queue' );
    if ( $Request->{Permission} ne 'create' && $Request->{Permission} ne 'move_into' ) {
        $Self->Refuse( 'InvalidParameter', 'With Queue, Permission must be create or move_into!' );
    }

    my %Queues = $Kernel::OM->Get('Kernel::System::Queue')->GetAllQueues(
        UserID => $UserID,
        Type   => $Request->{Permission},
    );

    return ( grep { $_ eq $Request->{Queue} } values %Queues ) ? 1 : 0;
}

sub _Options {
    my ( $Self, $Options, $TicketIDs, %Param ) = @_;

    my $ChoicesObject = $Kernel::OM->Get('Kernel::System::RocketChat::Choices');

    for my $Option ( $Options->@* ) {
        if ( ref $Option || !$ChoicesObject->IsKnown($Option) ) {
            $Self->Refuse( 'InvalidParameter', 'Options may be State, Priority, Queue, Type and Owner!' );
        }
    }

    my %Ticket;
    if ( $TicketIDs->@* ) {
        %Ticket = $Self->TicketGet(
            TicketID   => $TicketIDs->[0],
            Permission => 'ro',
            UserID     => $Param{UserID},
        );

        # who may not read a ticket learns nothing of what could be done with it
        return { map { $_ => [] } $Options->@* } if !%Ticket;
    }
    elsif ( grep { $_ eq 'Owner' } $Options->@* ) {
        $Self->Refuse( 'InvalidParameter', 'The option Owner needs a TicketID!' );
    }

    my %Choices;
    for my $Option ( $Options->@* ) {
        my $Choices = $ChoicesObject->ChoicesGet(
            Option        => $Option,
            Ticket        => %Ticket ? \%Ticket : undef,
            UserID        => $Param{UserID},
            ServiceUserID => $Param{ServiceUserID},
        );
        $Choices{$Option} = $Choices if $Choices;
    }

    return \%Choices;
}

=end Internal:

=cut

1;
