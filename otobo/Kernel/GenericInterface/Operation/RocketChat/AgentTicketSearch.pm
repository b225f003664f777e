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

package Kernel::GenericInterface::Operation::RocketChat::AgentTicketSearch;

use v5.24;
use strict;
use warnings;

use parent qw(Kernel::GenericInterface::Operation::RocketChat::Common);

our $ObjectManagerDisabled = 1;

# What one word may find at most. Two words are found by what both find.
our $MaxHits = 10_000;

my $MaxWords     = 10;
my $DefaultLimit = 20;
my $MaxLimit     = 100;

=head1 NAME

Kernel::GenericInterface::Operation::RocketChat::AgentTicketSearch - tickets, as a certain agent may see them

=head1 PUBLIC INTERFACE

=head2 Name()

    my $Name = $OperationObject->Name();

=cut

sub Name { return 'AgentTicketSearch' }

=head2 Answer()

    my $Answer = $OperationObject->Answer(
        Request => {
            Login    => 'alice',                # or Email
            Fulltext => 'printer fire',         # optional: each word is in title, number or an article
            Owned    => 1,                      # optional: the agent owns it
            Open     => 1,                      # optional: new, open, pending
            Limit    => 20,                     # optional, at most 100
        },
        ServiceUserID => 12,
    );

Returns Login and Name of the agent, Total, and Ticket: a list of tickets with TicketID, TicketNumber, Title, Queue, State, StateType,
Priority, Owner and Changed, the last changed first.

=cut

sub Answer {
    my ( $Self, %Param ) = @_;

    my %Request = $Param{Request}->%*;
    my %Agent   = $Self->NeedAgent( \%Request, $Param{ServiceUserID} );
    my $Limit   = $Self->_Limit( $Request{Limit} );

    my %Filter = (
        UserID     => $Agent{UserID},
        Permission => 'ro',
        ( $Request{Owned} ? ( OwnerIDs  => [ $Agent{UserID} ] ) : () ),
        ( $Request{Open}  ? ( StateType => 'Open' )             : () ),
    );

    my %Answer = (
        Login  => $Agent{Login},
        Name   => $Agent{Name},
        Total  => 0,
        Ticket => [],
    );

    my @Words = $Self->_Words( $Request{Fulltext} );
    if (@Words) {
        my @TicketIDs = $Self->_WithAllWords( \@Words, %Filter );
        return \%Answer if !@TicketIDs;

        $Filter{TicketID} = \@TicketIDs;
    }

    my $TicketObject = $Kernel::OM->Get('Kernel::System::Ticket');

    $Answer{Total} = $TicketObject->TicketSearch( %Filter, Result => 'COUNT' ) || 0;

    my @TicketIDs = $TicketObject->TicketSearch(
        %Filter,
        Result  => 'ARRAY',
        Limit   => $Limit,
        SortBy  => ['Changed'],
        OrderBy => ['Down'],
    );
    $Answer{Ticket} = [ map { $Self->_Listed( $_, $Agent{UserID} ) } @TicketIDs ];

    return \%Answer;
}

=begin Internal:

=cut

sub _Limit {
    my ( $Self, $Limit ) = @_;

    return $DefaultLimit if !defined $Limit || $Limit eq '';

    if ( ref $Limit || $Limit !~ m{\A [1-9]\d{0,5} \z}xms ) {
        $Self->Refuse( 'InvalidParameter', 'Limit must be a number from 1 on!' );
    }

    return $Limit > $MaxLimit ? $MaxLimit : $Limit;
}

# Words that OTOBO leaves out of its index are found in no article, so they do not count here either, unless there is nothing else.
sub _Words {
    my ( $Self, $Fulltext ) = @_;

    $Self->Refuse( 'InvalidParameter', 'Fulltext must be a text!' ) if ref $Fulltext;

    my @Words = grep {m{[^*%]}} split ' ', $Fulltext // '';

    $Self->Refuse( 'InvalidParameter', "Fulltext may have at most $MaxWords words!" ) if @Words > $MaxWords;

    my $StopWords = @Words
        ? $Kernel::OM->Get('Kernel::System::Ticket::Article')->SearchStringStopWordsFind( SearchStrings => { Fulltext => "@Words" } )
        : {};
    my %IsStopWord = map { lc $_ => 1 } ( $StopWords->{Fulltext} || [] )->@*;
    my @Kept       = grep { !$IsStopWord{ lc $_ } } @Words;

    return @Kept ? @Kept : @Words;
}

# OTOBO's full-text search looks at one field of one article at a time, and at no ticket number: hence one search per word and place.
sub _WithAllWords {
    my ( $Self, $Words, %Filter ) = @_;

    my $TicketObject = $Kernel::OM->Get('Kernel::System::Ticket');

    my %Hits;
    for my $Word ( $Words->@* ) {
        my @Places = (
            { Title => "*$Word*" },
            { Fulltext => $Word, ContentSearchPrefix => '*', ContentSearchSuffix => '*' },
            ( $Word =~ m{\d}xms ? { TicketNumber => "*$Word*" } : () ),
        );

        my %Found;
        for my $Place (@Places) {
            my @TicketIDs = $TicketObject->TicketSearch(
                %Filter,
                $Place->%*,
                Result => 'ARRAY',
                Limit  => $MaxHits,
            );
            @Found{@TicketIDs} = ();
        }

        $Hits{$_}++ for keys %Found;
    }

    my @Sorted = sort { $a <=> $b } grep { $Hits{$_} == $Words->@* } keys %Hits;

    return @Sorted;
}

sub _Listed {
    my ( $Self, $TicketID, $UserID ) = @_;

    my %Ticket = $Kernel::OM->Get('Kernel::System::Ticket')->TicketGet(
        TicketID      => $TicketID,
        DynamicFields => 0,
        UserID        => $UserID,
        Silent        => 1,
    );

    return if !$Ticket{TicketID};
    return { %Ticket{qw(TicketID TicketNumber Title Queue State StateType Priority Owner Changed)} };
}

=end Internal:

=cut

1;
