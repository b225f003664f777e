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

package Kernel::GenericInterface::Invoker::RocketChat::Ticket;

use v5.24;
use strict;
use warnings;

our $ObjectManagerDisabled = 1;

=head1 NAME

Kernel::GenericInterface::Invoker::RocketChat::Ticket - tells the app about a ticket, and stores the link to the room

=head1 PUBLIC INTERFACE

=head2 new()

usually, you want to create an instance of this
by using Kernel::GenericInterface::Invoker->new();

=cut

sub new {
    my ( $Type, %Param ) = @_;

    my $Self = bless {}, $Type;

    for my $Needed (qw(DebuggerObject WebserviceID)) {
        if ( !$Param{$Needed} ) {
            return {
                Success      => 0,
                ErrorMessage => "Got no $Needed!",
            };
        }

        $Self->{$Needed} = $Param{$Needed};
    }

    return $Self;
}

=head2 PrepareRequest()

makes the body of the request out of what an event, or a click, says.

    my $Result = $InvokerObject->PrepareRequest(
        Data => {
            TicketID     => 123,
            Event        => 'ArticleCreate',    # by OTOBO's event handler
            ArticleID    => 456,                # by article events
            MainTicketID => 789,                # by TicketMerge
            UserID       => 3,                  # by a click
            DryRun       => 1,                  # by the test on the admin page
        },
    );

Nothing is sent while the package is switched off. An event that has waited in the scheduler describes the ticket as it is now.

=cut

sub PrepareRequest {
    my ( $Self, %Param ) = @_;

    my %Data = ref $Param{Data} eq 'HASH' ? $Param{Data}->%* : ();

    if ( !$Kernel::OM->Get('Kernel::Config')->Get('RocketChat::Active') ) {
        return {
            Success           => 1,
            StopCommunication => 1,
        };
    }

    if ( !$Data{TicketID} || $Data{TicketID} !~ m{\A \d+ \z}xms ) {
        return $Self->{DebuggerObject}->Error( Summary => 'The event names no ticket (TicketID).' );
    }

    $Self->{TicketID} = $Data{TicketID};
    $Self->{DryRun}   = $Data{DryRun};

    return {
        Success => 1,
        Data    => $Kernel::OM->Get('Kernel::System::RocketChat::TicketBody')->BodyGet(%Data),
    };
}

=head2 HandleResponse()

stores the link to the room, if the answer has one.

    my $Result = $InvokerObject->HandleResponse(
        ResponseSuccess      => 1,
        ResponseErrorMessage => '',
        Data                 => { Result => 'created', Ticket => { DynamicField => [ ... ] } },
    );

=cut

sub HandleResponse {
    my ( $Self, %Param ) = @_;

    if ( !$Param{ResponseSuccess} ) {
        return {
            Success      => 0,
            ErrorMessage => $Param{ResponseErrorMessage},
        };
    }

    my $Answer = ref $Param{Data} eq 'HASH' ? $Param{Data} : {};
    my $Fields = ref $Answer->{Ticket} eq 'HASH' ? $Answer->{Ticket}->{DynamicField} : undef;

    # what could not be stored is in the log; the room is there all the same
    if ( $Fields && !$Self->{DryRun} ) {
        $Kernel::OM->Get('Kernel::System::RocketChat::Room')->FieldsSet(
            TicketID     => $Self->{TicketID},
            DynamicField => $Fields,
        );
    }

    return {
        Success => 1,
        Data    => $Answer,
    };
}

=head2 AssessResponse()

judges the answer, see L<Kernel::System::RocketChat::App/Assess()>.

=cut

sub AssessResponse {
    my ( $Self, %Param ) = @_;

    return $Kernel::OM->Get('Kernel::System::RocketChat::App')->Assess(%Param);
}

1;
