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

package Kernel::GenericInterface::Operation::RocketChat::Common;

use v5.24;
use strict;
use warnings;

use parent qw(Kernel::GenericInterface::Operation::Common);

our $ObjectManagerDisabled = 1;

=head1 NAME

Kernel::GenericInterface::Operation::RocketChat::Common - what the operations for Rocket.Chat have in common

=head1 DESCRIPTION

An operation is a module with two functions: Name(), and Answer(), which gets the decoded request and the id of the account that has
logged in. Answer() returns the data of the answer, or dies by calling Refuse().

=head1 PUBLIC INTERFACE

=head2 new()

usually, you want to create an instance of this
by using Kernel::GenericInterface::Operation->new();

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

=head2 Run()

lets agents in, by login and password or by a session, and nobody else.

    my $Result = $OperationObject->Run(
        Data => {
            SessionID => '...',         # this, or UserLogin and Password
        },
    );

Returns what an operation returns, with errors as the operations of OTOBO report them: success, and an Error in the data.

=cut

sub Run {
    my ( $Self, %Param ) = @_;

    my %Request = ref $Param{Data} eq 'HASH' ? $Param{Data}->%* : ();

    my ( $ServiceUserID, $UserType ) = $Self->Auth( Data => \%Request );

    if ( !$ServiceUserID || $UserType ne 'User' ) {
        return $Self->_Error( 'AuthFail', 'Authorization failing!' );
    }

    my $Answer = eval { $Self->Answer( Request => \%Request, ServiceUserID => $ServiceUserID ) };
    my $Reason = $@;

    return { Success => 1, Data => $Answer } if $Answer;
    return $Self->_Error( $Reason->@{qw(Code Message)} ) if ref $Reason eq 'HASH';

    die $Reason;
}

=head2 Refuse()

ends an operation with an error.

    $Self->Refuse( 'AccessDenied', 'No access to this ticket!' );

=cut

sub Refuse {
    my ( $Self, $Code, $Message ) = @_;

    die { Code => $Code, Message => $Message };
}

=head2 Need()

refuses a request that lacks one of these parameters.

    $Self->Need( \%Request, qw(TicketID Body) );

=cut

sub Need {
    my ( $Self, $Request, @Names ) = @_;

    for my $Name (@Names) {
        my $Value = $Request->{$Name};

        if ( !defined $Value || ( !ref $Value && !length $Value ) ) {
            $Self->Refuse( 'MissingParameter', "$Name parameter is missing!" );
        }
        if ( ref $Value ) {
            $Self->Refuse( 'InvalidParameter', "$Name parameter must be a single value!" );
        }
    }

    return 1;
}

=head2 NeedAgent()

finds the agent that the request is about, by Login or Email, or refuses the request.

    my %Agent = $Self->NeedAgent( \%Request, $ServiceUserID );

Returns UserID, Login, Name and Email.

=cut

sub NeedAgent {
    my ( $Self, $Request, $ServiceUserID ) = @_;

    my $Login     = $Request->{Login};
    my @Addresses = $Self->List( $Request->{Email} );

    if ( ref $Login || grep {ref} @Addresses ) {
        $Self->Refuse( 'InvalidParameter', 'Login must be a single value, Email a value or a list!' );
    }
    if ( !length( $Login // '' ) && !@Addresses ) {
        $Self->Refuse( 'MissingParameter', 'Login or Email parameter is missing!' );
    }

    my %Agent = $Kernel::OM->Get('Kernel::System::RocketChat::Agent')->AgentGet(
        Login         => $Login,
        Email         => \@Addresses,
        ServiceUserID => $ServiceUserID,
    );

    my $Error = $Agent{Error} // '';

    $Self->Refuse( $Error, 'No valid agent has this login or address!' )       if $Error eq 'AgentUnknown';
    $Self->Refuse( $Error, 'More than one valid agent has this address!' ) if $Error eq 'AgentAmbiguous';

    return %Agent;
}

=head2 TicketGet()

reads a ticket on which somebody has a permission.

    my %Ticket = $Self->TicketGet(
        TicketID   => 123,
        Permission => 'note',
        UserID     => 3,
    );

Returns nothing, if there is no such ticket or no such permission: from outside both look the same.

=cut

sub TicketGet {
    my ( $Self, %Param ) = @_;

    return if ref $Param{TicketID} || $Param{TicketID} !~ m{\A [1-9]\d{0,17} \z}xms;

    my $TicketObject = $Kernel::OM->Get('Kernel::System::Ticket');

    my %Ticket = $TicketObject->TicketGet(
        TicketID      => $Param{TicketID},
        DynamicFields => 0,
        UserID        => $Param{UserID},
        Silent        => 1,
    );
    return if !$Ticket{TicketID};

    my $IsAllowed = $TicketObject->TicketPermission(
        Type     => $Param{Permission},
        TicketID => $Param{TicketID},
        UserID   => $Param{UserID},
        LogNo    => 1,
    );
    return if !$IsAllowed;

    return %Ticket;
}

=head2 List()

what came as a value, a list, or not at all, as a list.

    my @TicketIDs = $Self->List( $Request{TicketID} );

=cut

sub List {
    my ( $Self, $Value ) = @_;

    return if !defined $Value;
    return grep {defined} $Value->@* if ref $Value eq 'ARRAY';

    # some clients send an empty list as an empty object
    return if ref $Value eq 'HASH' && !$Value->%*;
    return $Value;
}

=begin Internal:

=cut

sub _Error {
    my ( $Self, $Code, $Message ) = @_;

    return $Self->ReturnError(
        ErrorCode    => $Self->Name() . ".$Code",
        ErrorMessage => $Self->Name() . ": $Message",
    );
}

=end Internal:

=cut

1;
