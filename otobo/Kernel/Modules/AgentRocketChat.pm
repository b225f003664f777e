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

package Kernel::Modules::AgentRocketChat;

use v5.24;
use strict;
use warnings;

use Kernel::Language                    qw(Translatable);
use Kernel::System::RocketChat::Failure ();
use Kernel::System::RocketChat::Room    ();

our $ObjectManagerDisabled = 1;

=head1 NAME

Kernel::Modules::AgentRocketChat - opens and closes the room of a ticket

=head1 PUBLIC INTERFACE

=head2 new()

=cut

sub new {
    my ( $Type, %Param ) = @_;

    my $Self = {%Param};
    return bless $Self, $Type;
}

=head2 Run()

Subactions: Open asks the app for the room and leads the browser there. Close asks the agent first. CloseNow asks the app to close it.

=cut

sub Run {
    my ( $Self, %Param ) = @_;

    my $LayoutObject = $Kernel::OM->Get('Kernel::Output::HTML::Layout');

    my %Action = (
        Open     => \&_Open,
        Close    => \&_AskToClose,
        CloseNow => \&_Close,
    );
    my $Action = $Action{ $Self->{Subaction} // '' };

    if ( !$Action || !$Self->{TicketID} ) {
        return $LayoutObject->ErrorScreen(
            Message => Translatable('This address is incomplete. Go to the ticket and use its menu.'),
        );
    }

    my %Ticket = $Self->_Ticket();

    return $LayoutObject->NoPermission( WithHeader => 'yes' ) if !%Ticket || !$Self->_IsAllowedByACL();

    my $Refusal = $Kernel::OM->Get('Kernel::System::RocketChat::OpenRule')->Refusal(
        Ticket => \%Ticket,
        UserID => $Self->{UserID},
    );
    if ($Refusal) {
        return $Self->_Screen(
            \%Ticket,
            Message => $Refusal,
            RoomURL => $Kernel::OM->Get('Kernel::System::RocketChat::Room')->URLGet( Ticket => \%Ticket ),
        );
    }

    return $Self->$Action( \%Ticket );
}

=begin Internal:

=cut

sub _Ticket {
    my ( $Self, %Param ) = @_;

    my $TicketObject = $Kernel::OM->Get('Kernel::System::Ticket');

    my $Access = $TicketObject->TicketPermission(
        Type     => 'ro',
        TicketID => $Self->{TicketID},
        UserID   => $Self->{UserID},
    );
    return if !$Access;

    return $TicketObject->TicketGet(
        TicketID      => $Self->{TicketID},
        DynamicFields => 1,
        UserID        => $Self->{UserID},
    );
}

sub _IsAllowedByACL {
    my ( $Self, %Param ) = @_;

    my $TicketObject = $Kernel::OM->Get('Kernel::System::Ticket');

    my $IsRestricted = $TicketObject->TicketAcl(
        Data          => { 1 => $Self->{Action} },
        Action        => $Self->{Action},
        TicketID      => $Self->{TicketID},
        ReturnType    => 'Action',
        ReturnSubType => '-',
        UserID        => $Self->{UserID},
    );
    return 1 if !$IsRestricted;

    my %Allowed = $TicketObject->TicketAclActionData();

    return grep { $_ eq $Self->{Action} } values %Allowed;
}

sub _Open {
    my ( $Self, $Ticket ) = @_;

    my $LayoutObject = $Kernel::OM->Get('Kernel::Output::HTML::Layout');

    $LayoutObject->ChallengeTokenCheck();

    my %Answer = $Self->_Ask('OpenRoom');

    return $Self->_FailureScreen( $Ticket, 'OpenRoom', %Answer ) if !$Answer{Success};

    my $URL = $Answer{Content}->{Room}->{URL};

    if ( !Kernel::System::RocketChat::Room::IsAllowed( 'RocketChatURL', $URL ) ) {
        return $Self->_FailureScreen( $Ticket, 'OpenRoom', Reason => 'Unexpected' );
    }

    return $LayoutObject->Redirect( ExtURL => $URL );
}

sub _AskToClose {
    my ( $Self, $Ticket ) = @_;

    return $Self->_Screen(
        $Ticket,
        Message  => Translatable('Close the Rocket.Chat room of this ticket?'),
        Cure     => Translatable('What was talked about goes into the ticket first, then the room is closed as the app is set up to do.'),
        AskClose => 1,
    );
}

sub _Close {
    my ( $Self, $Ticket ) = @_;

    $Kernel::OM->Get('Kernel::Output::HTML::Layout')->ChallengeTokenCheck();

    my %Answer = $Self->_Ask('CloseRoom');

    return $Self->_FailureScreen( $Ticket, 'CloseRoom', %Answer ) if !$Answer{Success};

    return $Self->_Screen(
        $Ticket,
        Message => $Answer{Content}->{Result} eq 'ignored'
            ? Translatable('There is nothing to close: this ticket has no room in Rocket.Chat.')
            : Translatable('The room is being closed, if it is not closed already. Who is in it is told before.'),
        IsDone => 1,
    );
}

sub _Ask {
    my ( $Self, $Invoker ) = @_;

    return $Kernel::OM->Get('Kernel::System::RocketChat::App')->Ask(
        Invoker  => $Invoker,
        TicketID => $Self->{TicketID},
        UserID   => $Self->{UserID},
    );
}

sub _FailureScreen {
    my ( $Self, $Ticket, $Invoker, %Answer ) = @_;

    my %Explanation = Kernel::System::RocketChat::Failure::Explain(%Answer);

    return $Self->_Screen(
        $Ticket,
        Message => $Explanation{Message},
        Detail  => $Explanation{Detail},
        Cure    => $Explanation{ForAgent},
        Retry   => $Invoker eq 'OpenRoom' ? 'Open' : 'Close',
    );
}

sub _Screen {
    my ( $Self, $Ticket, %Param ) = @_;

    my $LayoutObject = $Kernel::OM->Get('Kernel::Output::HTML::Layout');

    return join '',
        $LayoutObject->Header( Title => Translatable('Rocket.Chat room') ),
        $LayoutObject->NavigationBar(),
        $LayoutObject->Output(
            TemplateFile => 'AgentRocketChat',
            Data         => {
                %Param,
                TicketID     => $Ticket->{TicketID},
                TicketNumber => $Ticket->{TicketNumber},
                Title        => $Ticket->{Title},
            },
        ),
        $LayoutObject->Footer();
}

=end Internal:

=cut

1;
