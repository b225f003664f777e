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

package Kernel::System::RocketChat::Failure;

use v5.24;
use strict;
use warnings;

use Kernel::Language qw(Translatable);

our $ObjectManagerDisabled = 1;

# reason => what has happened, what an agent can do, what an administrator can do
my %Sentences = (
    NotConfigured => [
        Translatable('Rocket.Chat is not set up in OTOBO, or it is switched off.'),
        Translatable('Ask your OTOBO administrator. The ticket is unchanged.'),
        Translatable('Put in address and secret, and switch it on. Whoever set up the app in Rocket.Chat has both.'),
    ],
    Unreachable => [
        Translatable('Rocket.Chat does not answer.'),
        Translatable('Try again in a few minutes. If it stays so, tell your OTOBO administrator. The ticket is unchanged.'),
        Translatable('Is Rocket.Chat running? Does this OTOBO server reach the address, through firewall, proxy and certificate?'),
    ],
    Refused => [
        Translatable('Rocket.Chat does not accept the secret of this OTOBO.'),
        Translatable('Tell your OTOBO administrator. The ticket is unchanged.'),
        Translatable('Compare the secret with the setting "Secret for OTOBO" of the app in Rocket.Chat, and put it in again.'),
    ],
    NotFound => [
        Translatable('Rocket.Chat has nothing at this address.'),
        Translatable('Tell your OTOBO administrator. The ticket is unchanged.'),
        Translatable('Is the app enabled in Rocket.Chat, and is it new enough? After a new installation of the app its address is another one: copy it from there.'),
    ],
    Declined => [
        Translatable('Rocket.Chat does not do this.'),
        Translatable('Try again when the reason is gone. If you cannot change it, tell your OTOBO administrator.'),
        Translatable('The message comes from the app. Its documentation explains it.'),
    ],
    Unexpected => [
        Translatable('Rocket.Chat gave an answer that OTOBO does not understand.'),
        Translatable('Try again. If it stays so, tell your OTOBO administrator.'),
        Translatable('Look into the debugger of the web service RocketChat, and into the log of the app in Rocket.Chat.'),
    ],
);

=head1 NAME

Kernel::System::RocketChat::Failure - what a person is told when the app could not be asked, or did not do it

=head1 PUBLIC INTERFACE

=head2 Explain()

    my %Explanation = Kernel::System::RocketChat::Failure::Explain(
        Reason  => 'Unreachable',       # Reason, Status and Message as Ask() and Health() of Kernel::System::RocketChat::App give them
        Status  => 502,
        Message => '...',
    );

Returns sentences to be translated: Message (what has happened), ForAgent and ForAdmin (what they can do). And Detail: what the app or
the transport said about it, not to be translated, '' if there is nothing.

=cut

sub Explain {
    my (%Param) = @_;

    my $Reason = $Param{Reason} // '';

    # Health() has fewer reasons
    $Reason = 'NotFound' if $Reason eq 'Unexpected' && ( $Param{Status} // 0 ) == 404;

    my @Sentences = ( $Sentences{$Reason} || $Sentences{Unexpected} )->@*;

    return (
        Message  => $Sentences[0],
        ForAgent => $Sentences[1],
        ForAdmin => $Sentences[2],
        Detail   => $Reason eq 'NotConfigured' ? '' : $Param{Message} // '',
    );
}

1;
