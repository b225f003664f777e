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

package Kernel::Output::HTML::FilterElementPost::RocketChatCustomerLink;

use v5.24;
use strict;
use warnings;

our @ObjectDependencies = (
    'Kernel::Config',
    'Kernel::Language',
    'Kernel::Output::HTML::Layout',
    'Kernel::System::CustomerUser',
    'Kernel::System::RocketChat::People',
    'Kernel::System::RocketChat::Room',
    'Kernel::System::Ticket',
    'Kernel::System::Web::Request',
);

=head1 NAME

Kernel::Output::HTML::FilterElementPost::RocketChatCustomerLink - the link to the room, in the ticket as customers see it

=head1 PUBLIC INTERFACE

=head2 new()

=cut

sub new {
    my ( $Type, %Param ) = @_;

    return bless {}, $Type;
}

=head2 Run()

puts the link among the tags in the head of CustomerTicketZoom, where the setting RocketChat::CustomerLink is on and the customer who
is looking is one of the people of the ticket: its customer, or in the head of an article that customers see.

    my $Success = $FilterObject->Run( Data => \$HTML );

=cut

sub Run {
    my ( $Self, %Param ) = @_;

    my $ConfigObject = $Kernel::OM->Get('Kernel::Config');
    return 1 if !$ConfigObject->Get('RocketChat::Active') || !$ConfigObject->Get('RocketChat::CustomerLink');

    my %Ticket = $Self->_Ticket();
    return 1 if !%Ticket;

    my $URL = $Kernel::OM->Get('Kernel::System::RocketChat::Room')->URLGet( Ticket => \%Ticket );
    return 1 if !$URL || !$Self->_IsAmongPeople(%Ticket);

    my $LayoutObject = $Kernel::OM->Get('Kernel::Output::HTML::Layout');

    my $Link = sprintf '<a class="oooCategory ooo10 RocketChatRoom" style="background-color:var(--colMainDark,#000038)" href="%s" target="_blank" rel="noopener">%s</a>',
        map { $LayoutObject->Ascii2Html( Text => $_ ) } $URL, $Kernel::OM->Get('Kernel::Language')->Translate('Rocket.Chat room');

    $Param{Data}->$* =~ s{( <div \s+ id=['"]oooCategories['"] [^>]* > )}{$1$Link}xms;

    return 1;
}

=begin Internal:

=cut

# The screen has checked that this customer may see the ticket before it comes to its template.
sub _Ticket {
    my ( $Self, %Param ) = @_;

    my $ParamObject  = $Kernel::OM->Get('Kernel::System::Web::Request');
    my $TicketObject = $Kernel::OM->Get('Kernel::System::Ticket');

    my $TicketID = $ParamObject->GetParam( Param => 'TicketID' );
    my $Number   = $ParamObject->GetParam( Param => 'TicketNumber' );

    if ( !$TicketID && $Number ) {
        $TicketID = $TicketObject->TicketIDLookup(
            TicketNumber => $Number,
            UserID       => 1,
        );
    }
    return if !$TicketID;

    return $TicketObject->TicketGet(
        TicketID      => $TicketID,
        DynamicFields => 1,
        UserID        => 1,
        Silent        => 1,
    );
}

sub _IsAmongPeople {
    my ( $Self, %Ticket ) = @_;

    my $Login    = lc $Kernel::OM->Get('Kernel::Output::HTML::Layout')->{UserID};
    my %Customer = $Kernel::OM->Get('Kernel::System::CustomerUser')->CustomerUserDataGet( User => $Login );
    my $Address  = lc( $Customer{UserEmail} // '' );

    my %IsVisible = map { $_ => 1 } qw(Customer From To Cc);

    PERSON:
    for my $Person ( $Kernel::OM->Get('Kernel::System::RocketChat::People')->PeopleGet( Ticket => \%Ticket )->{People}->@* ) {
        next PERSON if !grep { $IsVisible{$_} } $Person->{Roles}->@*;

        return 1 if lc( $Person->{Login} // '' ) eq $Login;
        return 1 if $Address && lc( $Person->{Email} // '' ) eq $Address;
    }

    return;
}

=end Internal:

=cut

1;
