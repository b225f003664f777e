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

package Kernel::System::RocketChat::TicketBody;

use v5.24;
use strict;
use warnings;

use Encode ();

our @ObjectDependencies = (
    'Kernel::Config',
    'Kernel::System::JSON',
    'Kernel::System::RocketChat::Agent',
    'Kernel::System::RocketChat::People',
    'Kernel::System::Ticket',
    'Kernel::System::Ticket::Article',
);

# Rocket.Chat refuses bodies above 100 kB (bytes), and a proxy may count differently.
our $MaxBytes = 60_000;

# Characters of an article's text: a message in a room, not the whole mail.
our $MaxArticleText = 4_000;

# the line of a ticket's history that an event writes
my %HistoryTypeOf = (
    TicketCreate            => 'NewTicket',
    TicketCustomerUpdate    => 'CustomerUpdate',
    TicketMerge             => 'Merged',
    TicketOwnerUpdate       => 'OwnerUpdate',
    TicketPendingTimeUpdate => 'SetPendingTime',
    TicketPriorityUpdate    => 'PriorityUpdate',
    TicketQueueUpdate       => 'Move',
    TicketResponsibleUpdate => 'ResponsibleUpdate',
    TicketServiceUpdate     => 'ServiceUpdate',
    TicketStateUpdate       => 'StateUpdate',
    TicketSubscribe         => 'Subscribe',
    TicketTitleUpdate       => 'TitleUpdate',
    TicketTypeUpdate        => 'TypeUpdate',
    TicketUnsubscribe       => 'Unsubscribe',
);

=head1 NAME

Kernel::System::RocketChat::TicketBody - what the app is told about a ticket

=head1 PUBLIC INTERFACE

=head2 new()

    my $TicketBodyObject = $Kernel::OM->Get('Kernel::System::RocketChat::TicketBody');

=cut

sub new {
    my ( $Type, %Param ) = @_;

    return bless {}, $Type;
}

=head2 BodyGet()

describes a ticket for the app.

    my $Body = $TicketBodyObject->BodyGet(
        TicketID     => 123,
        Event        => 'TicketOwnerUpdate',    # optional, what has happened
        ArticleID    => 456,                    # optional, the article that it happened to
        MainTicketID => 789,                    # optional, what the ticket was merged into
        UserID       => 3,                      # optional, who did it; otherwise the ticket's history says it, where it can
        DryRun       => 1,                      # optional, the app is to say what it would do
    );

Returns the body. It has at most 60,000 bytes as JSON: the article's text is cut for that, then people are left out and
PeopleComplete is 0. Of a ticket that does not exist any more there is only the id.

=cut

sub BodyGet {
    my ( $Self, %Param ) = @_;

    my %Body = (
        ( map { $_ => $Param{$_} } grep { $Param{$_} } qw(Event MainTicketID) ),
        ( $Param{DryRun} ? ( DryRun => \1 ) : () ),
    );

    my %Ticket = $Kernel::OM->Get('Kernel::System::Ticket')->TicketGet(
        TicketID      => $Param{TicketID},
        DynamicFields => 0,
        UserID        => 1,
        Silent        => 1,
    );

    return { %Body, Ticket => { TicketID => "$Param{TicketID}" } } if !$Ticket{TicketID};

    my $Actor   = $Self->_Actor( %Param, TicketID => $Ticket{TicketID} );
    my $Article = $Param{ArticleID} ? $Self->_Article(%Param) : undef;

    return $Self->_Fitting(
        %Body,
        Ticket => _TicketFields(%Ticket),
        $Kernel::OM->Get('Kernel::System::RocketChat::People')->PeopleGet( Ticket => \%Ticket )->%*,
        ( $Actor   ? ( Actor   => $Actor )   : () ),
        ( $Article ? ( Article => $Article ) : () ),
        $Self->_Links(%Ticket),
    );
}

=begin Internal:

=cut

sub _TicketFields {
    my (%Ticket) = @_;

    my @Fields = qw(
        TicketID TicketNumber Title Queue State StateType Priority Lock Type Service SLA Owner Responsible CustomerID CustomerUserID
        Created Changed EscalationDestinationDate
    );

    # in seconds since the epoch, and 0 where there is none
    my @Times = qw(EscalationDestinationTime RealTillTimeNotUsed);

    # ids are strings everywhere in what is sent, as the scheduler turns some of them into strings anyway
    return { map { $_ => "$Ticket{$_}" } ( grep { length( $Ticket{$_} // '' ) } @Fields ), ( grep { $Ticket{$_} } @Times ) };
}

# Events of OTOBO do not say who caused them. The newest line of the history that such an event writes does.
sub _Actor {
    my ( $Self, %Param ) = @_;

    my $UserID = $Param{UserID} || $Self->_UserIDFromHistory(%Param);

    return if !$UserID || $UserID == 1;

    my %Agent = $Kernel::OM->Get('Kernel::System::RocketChat::Agent')->AgentByID( UserID => $UserID );

    return if !%Agent;
    return { Login => $Agent{Login}, ( $Agent{Email} ? ( Email => $Agent{Email} ) : () ) };
}

sub _UserIDFromHistory {
    my ( $Self, %Param ) = @_;

    my $HistoryType = $HistoryTypeOf{ $Param{Event} // '' };

    return if !$HistoryType && !$Param{ArticleID};

    my @Lines = $Kernel::OM->Get('Kernel::System::Ticket')->HistoryGet(
        TicketID => $Param{TicketID},
        UserID   => 1,
    );

    for my $Line ( reverse @Lines ) {
        my $IsIt = $Param{ArticleID} ? ( $Line->{ArticleID} || 0 ) == $Param{ArticleID} : $Line->{HistoryType} eq $HistoryType;

        return $Line->{CreateBy} if $IsIt;
    }

    return;
}

sub _Article {
    my ( $Self, %Param ) = @_;

    my $ArticleObject = $Kernel::OM->Get('Kernel::System::Ticket::Article');

    my ($Listed) = $ArticleObject->ArticleList(
        TicketID  => $Param{TicketID},
        ArticleID => $Param{ArticleID},
    );

    return if !$Listed;

    my $BackendObject = $ArticleObject->BackendForArticle( $Listed->%* );
    my %Article       = $BackendObject->ArticleGet( $Listed->%*, DynamicFields => 0 );

    my %Fields = map { $_ => "$Article{$_}" }
        grep { length( $Article{$_} // '' ) } qw(ArticleID From To Cc Subject SenderType CreateTime);

    my $Text = $Article{Body} // '';

    return {
        %Fields,
        CommunicationChannel => $BackendObject->ChannelNameGet(),
        IsVisibleForCustomer => $Listed->{IsVisibleForCustomer} ? 1 : 0,
        Body                 => _Cut( $Text, $MaxArticleText ),
    };
}

sub _Links {
    my ( $Self, %Ticket ) = @_;

    my $ConfigObject = $Kernel::OM->Get('Kernel::Config');

    my $Base = sprintf '%s://%s/%s', map { $ConfigObject->Get($_) // '' } qw(HttpType FQDN ScriptAlias);

    return (
        URL         => "${Base}index.pl?Action=AgentTicketZoom;TicketID=$Ticket{TicketID}",
        CustomerURL => "${Base}customer.pl?Action=CustomerTicketZoom;TicketNumber=$Ticket{TicketNumber}",
    );
}

# Long heads of articles are cut to lines that still name the first hundred addresses or so; the people are named anyway.
sub _Fitting {
    my ( $Self, %Body ) = @_;

    my $Excess = $Self->_Bytes( \%Body ) - $MaxBytes;
    return \%Body if $Excess <= 0;

    if ( $Body{Article} ) {
        $Body{Article} = { $Body{Article}->%*, Body => _Cut( $Body{Article}->{Body}, 500 ) };
        for my $Field ( grep { $Body{Article}->{$_} } qw(From To Cc Subject) ) {
            $Body{Article}->{$Field} = _Cut( $Body{Article}->{$Field}, 2_000 );
        }
    }

    $Body{People} = [ $Body{People}->@* ];
    while ( $Body{People}->@* && $Self->_Bytes( \%Body ) > $MaxBytes ) {
        pop $Body{People}->@*;
        $Body{PeopleOmitted}++;
        $Body{PeopleComplete} = 0;
    }

    return \%Body;
}

sub _Bytes {
    my ( $Self, $Data ) = @_;

    return length Encode::encode( 'UTF-8', $Kernel::OM->Get('Kernel::System::JSON')->Encode( Data => $Data ) );
}

sub _Cut {
    my ( $Text, $Length ) = @_;

    return length $Text > $Length ? substr( $Text, 0, $Length - 1 ) . "\x{2026}" : $Text;
}

=end Internal:

=cut

1;
