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

package Kernel::System::RocketChat::Agent;

use v5.24;
use strict;
use warnings;

our @ObjectDependencies = (
    'Kernel::System::User',
);

=head1 NAME

Kernel::System::RocketChat::Agent - which agent a login or an address belongs to

=head1 PUBLIC INTERFACE

=head2 new()

    my $AgentObject = $Kernel::OM->Get('Kernel::System::RocketChat::Agent');

=cut

sub new {
    my ( $Type, %Param ) = @_;

    return bless {}, $Type;
}

=head2 AgentGet()

finds the one valid agent that somebody in the chat is. A login has to be an agent's login. Of several addresses each may lead to the
same agent or to nobody.

    my %Agent = $AgentObject->AgentGet(
        Login         => 'alice',                                       # this
        Email         => 'alice@example.com',                           # or this, or a list of addresses
        ServiceUserID => 12,                                            # the account of the app: it is never the agent
    );

Returns

    %Agent = ( UserID => 3, Login => 'alice', Name => 'Alice Adler', Email => 'alice@example.com' );

or, if it is nobody, or somebody unclear:

    %Agent = ( Error => 'AgentUnknown' );       # or AgentAmbiguous

=cut

sub AgentGet {
    my ( $Self, %Param ) = @_;

    my @UserIDs = defined $Param{Login} && length $Param{Login}
        ? $Self->_UserIDsByLogin( $Param{Login} )
        : $Self->_UserIDsByAddresses( ref $Param{Email} eq 'ARRAY' ? $Param{Email}->@* : $Param{Email} );

    @UserIDs = grep { $_ != $Param{ServiceUserID} } @UserIDs;

    return ( Error => 'AgentUnknown' ) if !@UserIDs;
    return ( Error => 'AgentAmbiguous' ) if @UserIDs > 1;

    return $Self->AgentByID( UserID => $UserIDs[0] );
}

=head2 AgentByID()

what is told of a valid agent.

    my %Agent = $AgentObject->AgentByID( UserID => 3 );

Returns UserID, Login, Name and Email; nothing, if there is no such valid agent.

=cut

sub AgentByID {
    my ( $Self, %Param ) = @_;

    my %User = $Kernel::OM->Get('Kernel::System::User')->GetUserData(
        UserID        => $Param{UserID},
        Valid         => 1,
        NoOutOfOffice => 1,
    );

    return if !$User{UserID};

    return (
        UserID => $User{UserID},
        Login  => $User{UserLogin},
        Name   => $User{UserFullname} // $User{UserLogin},
        Email  => $User{UserEmail}    // '',
    );
}

=begin Internal:

=cut

# UserLookup complains into the log about logins that nobody has, which is no error here; the search takes wildcards, which the
# comparison takes away again.
sub _UserIDsByLogin {
    my ( $Self, $Login ) = @_;

    my %LoginByID = $Kernel::OM->Get('Kernel::System::User')->UserSearch(
        UserLogin => $Login,
        Valid     => 1,
    );

    return grep { lc $LoginByID{$_} eq lc $Login } sort { $a <=> $b } keys %LoginByID;
}

sub _UserIDsByAddresses {
    my ( $Self, @Addresses ) = @_;

    my $UserObject = $Kernel::OM->Get('Kernel::System::User');

    my %Found;
    ADDRESS:
    for my $Address (@Addresses) {
        next ADDRESS if !defined $Address || ref $Address || $Address !~ m{.@.};

        my %Candidates = $UserObject->SearchPreferences(
            Key   => 'UserEmail',
            Value => $Address,
        );

        USERID:
        for my $UserID ( keys %Candidates ) {
            my %Agent = $Self->AgentByID( UserID => $UserID );

            next USERID if !%Agent;
            next USERID if lc $Agent{Email} ne lc $Address;

            $Found{$UserID} = 1;
        }
    }

    my @Sorted = sort { $a <=> $b } keys %Found;

    return @Sorted;
}

=end Internal:

=cut

1;
