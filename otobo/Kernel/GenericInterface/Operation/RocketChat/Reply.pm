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

package Kernel::GenericInterface::Operation::RocketChat::Reply;

use v5.24;
use strict;
use warnings;

use Kernel::System::EmailParser ();

use parent qw(Kernel::GenericInterface::Operation::RocketChat::Common);

our $ObjectManagerDisabled = 1;

=head1 NAME

Kernel::GenericInterface::Operation::RocketChat::Reply - answers the customer by mail, in the name of an agent

=head1 DESCRIPTION

OTOBO's own TicketUpdate writes articles, and mails none of them.

=head1 PUBLIC INTERFACE

=head2 Name()

    my $Name = $OperationObject->Name();

=cut

sub Name { return 'Reply' }

=head2 Answer()

mails a reply from the address of the ticket's queue, and stores it as an article that the customer sees.

    my $Answer = $OperationObject->Answer(
        Request => {
            Login          => 'alice',                          # or Email; needs note on the ticket
            TicketID       => 123,
            Subject        => 'Your printer',
            Body           => 'The fire is out.',               # plain text
            To             => 'cust1@example.com',              # optional, otherwise the customer
            HistoryComment => 'rc:a1b2',                        # optional
        },
        ServiceUserID => 12,
    );

Returns

    $Answer = { TicketID => 123, TicketNumber => '2026112310000073', ArticleID => 45, To => 'cust1@example.com' };

=cut

sub Answer {
    my ( $Self, %Param ) = @_;

    my %Request = $Param{Request}->%*;
    my %Agent   = $Self->NeedAgent( \%Request, $Param{ServiceUserID} );

    $Self->Need( \%Request, qw(TicketID Subject Body) );

    my %Ticket = $Self->TicketGet(
        TicketID   => $Request{TicketID},
        Permission => 'note',
        UserID     => $Agent{UserID},
    );
    $Self->Refuse( 'AccessDenied', 'The agent has no permission to write to this ticket!' ) if !%Ticket;

    my %Last = $Self->_LastOfCustomer(%Ticket);
    my $To   = $Self->_Recipient( $Request{To}, \%Ticket, \%Last );

    my $TicketObject = $Kernel::OM->Get('Kernel::System::Ticket');
    my $ArticleID    = $Kernel::OM->Get('Kernel::System::Ticket::Article')->BackendForChannel( ChannelName => 'Email' )->ArticleSend(
        TicketID             => $Ticket{TicketID},
        SenderType           => 'agent',
        IsVisibleForCustomer => 1,
        UserID               => $Agent{UserID},
        From                 => $Kernel::OM->Get('Kernel::System::TemplateGenerator')->Sender(
            QueueID => $Ticket{QueueID},
            UserID  => $Agent{UserID},
        ),
        To      => $To,
        Subject => $TicketObject->TicketSubjectBuild(
            TicketNumber => $Ticket{TicketNumber},
            Subject      => _OneLine( $Request{Subject} ),
            Action       => 'Reply',
        ),
        Body        => $Request{Body},
        Charset     => 'utf-8',
        MimeType    => 'text/plain',
        HistoryType => 'SendAnswer',

        # OTOBO's own comment of such a line
        HistoryComment => length( $Request{HistoryComment} // '' ) ? _OneLine( $Request{HistoryComment} ) : "%%$To",
        ( $Last{MessageID} ? ( InReplyTo => $Last{MessageID}, References => $Last{MessageID} ) : () ),
    );

    $Self->Refuse( 'NotSent', 'OTOBO could not send the mail, its log says why!' ) if !$ArticleID;

    return {
        TicketID     => $Ticket{TicketID},
        TicketNumber => $Ticket{TicketNumber},
        ArticleID    => $ArticleID,
        To           => $To,
    };
}

=begin Internal:

=cut

# the newest article that the customer has written, or nothing
sub _LastOfCustomer {
    my ( $Self, %Ticket ) = @_;

    my $ArticleObject = $Kernel::OM->Get('Kernel::System::Ticket::Article');

    my ($Listed) = $ArticleObject->ArticleList(
        TicketID   => $Ticket{TicketID},
        SenderType => 'customer',
        OnlyLast   => 1,
    );

    return if !$Listed;
    return $ArticleObject->BackendForArticle( $Listed->%* )->ArticleGet( $Listed->%*, DynamicFields => 0 );
}

sub _Recipient {
    my ( $Self, $Wanted, $Ticket, $Last ) = @_;

    if ( length( $Wanted // '' ) ) {
        my $To = ref $Wanted ? undef : $Self->_Addresses($Wanted);

        $Self->Refuse( 'InvalidParameter', 'To must be addresses, and none of OTOBO itself!' ) if !$To;
        return $To;
    }

    my %Customer = $Ticket->{CustomerUserID}
        ? $Kernel::OM->Get('Kernel::System::CustomerUser')->CustomerUserDataGet( User => $Ticket->{CustomerUserID} )
        : ();

    for my $Field ( $Customer{UserMailString} || $Customer{UserEmail}, $Last->{From} ) {
        my $To = $Field ? $Self->_Addresses($Field) : undef;

        return $To if $To;
    }

    return $Self->Refuse( 'NoRecipient', 'The ticket has no customer with an address. Name one in To!' );
}

# A mail to an address of OTOBO would come back as a ticket.
sub _Addresses {
    my ( $Self, $Line ) = @_;

    my $ParserObject = Kernel::System::EmailParser->new( Mode => 'Standalone' );

    my @Entries = $ParserObject->SplitAddressLine( Line => _OneLine($Line) );
    return if !@Entries;

    for my $Entry (@Entries) {
        my $Address = $ParserObject->GetEmailAddress( Email => $Entry );

        return if !$Address || $Address !~ m{\A [^\s@]+ @ [^\s@]+ \z}xms;
        return if $Kernel::OM->Get('Kernel::System::SystemAddress')->SystemAddressIsLocalAddress( Address => $Address );
    }

    return join ', ', @Entries;
}

# a line break would be another field in the head of a mail
sub _OneLine {
    my ($Text) = @_;

    return $Text =~ s{\s+}{ }gxmsr;
}

=end Internal:

=cut

1;
