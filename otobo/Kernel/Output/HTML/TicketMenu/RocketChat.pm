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

package Kernel::Output::HTML::TicketMenu::RocketChat;

use v5.24;
use strict;
use warnings;

use parent 'Kernel::Output::HTML::Base';

use Kernel::Language qw(Translatable);

our @ObjectDependencies = (
    'Kernel::Config',
    'Kernel::System::RocketChat::OpenRule',
    'Kernel::System::RocketChat::Room',
);

=head1 NAME

Kernel::Output::HTML::TicketMenu::RocketChat - the entries for the room in the menu of a ticket

=head1 PUBLIC INTERFACE

=head2 Run()

makes one entry. Nothing but the ticket is asked: who looks at a ticket does not wait for Rocket.Chat.

    my $Item = $MenuObject->Run(
        Ticket => \%Ticket,
        ACL    => \%PossibleActions,
        Config => { Action => 'AgentRocketChat', Entry => 'Room' },     # or Close
    );

Returns undef, if there is nothing to be shown.

=cut

sub Run {
    my ( $Self, %Param ) = @_;

    my $ConfigObject = $Kernel::OM->Get('Kernel::Config');

    return if !$ConfigObject->Get('RocketChat::Active');
    return if !$ConfigObject->Get('Frontend::Module')->{AgentRocketChat};

    my $URL   = $Kernel::OM->Get('Kernel::System::RocketChat::Room')->URLGet( Ticket => $Param{Ticket} );
    my $Entry = $Param{Config}->{Entry} // 'Room';

    # whoever sees the ticket may follow the link: the room itself decides who gets in
    if ( $Entry eq 'Room' && $URL ) {
        return $Self->_Item(
            \%Param,
            Name         => Translatable('Go to Rocket.Chat room'),
            Description  => Translatable('Talk about this ticket in Rocket.Chat'),
            ExternalLink => 1,
            RoomURL      => $URL,
            Link         => '[% Data.RoomURL | html %]',
            Target       => '_blank',
            LinkParam    => 'rel="noopener"',
        );
    }

    return if $Entry eq 'Close' && !$URL;
    return if !$Self->_MayOpen(%Param);

    if ( $Entry eq 'Close' ) {
        return $Self->_Item(
            \%Param,
            Name        => Translatable('Close Rocket.Chat room'),
            Description => Translatable('Put what was talked about into the ticket and close the room'),
            Link        => 'Action=AgentRocketChat;Subaction=Close;TicketID=[% Data.TicketID | uri %]',
        );
    }

    return $Self->_Item(
        \%Param,
        Name        => Translatable('Open Rocket.Chat room'),
        Description => Translatable('Talk about this ticket in Rocket.Chat, with everybody who has to do with it'),
        Link        =>
            'Action=AgentRocketChat;Subaction=Open;TicketID=[% Data.TicketID | uri %];[% Env("ChallengeTokenParam") | html %]',
        LinkParam => 'target="_blank" rel="noopener"',
    );
}

=begin Internal:

=cut

sub _MayOpen {
    my ( $Self, %Param ) = @_;

    return if !grep { $_ eq 'AgentRocketChat' } values( ( $Param{ACL} || {} )->%* );

    return !$Kernel::OM->Get('Kernel::System::RocketChat::OpenRule')->Refusal(
        Ticket => $Param{Ticket},
        UserID => $Self->{UserID},
    );
}

sub _Item {
    my ( $Self, $Param, %Item ) = @_;

    return { $Param->{Config}->%*, $Param->{Ticket}->%*, $Param->%*, %Item };
}

=end Internal:

=cut

1;
