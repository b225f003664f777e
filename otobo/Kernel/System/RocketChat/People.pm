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

package Kernel::System::RocketChat::People;

use v5.24;
use strict;
use warnings;

use Kernel::System::EmailParser ();

our @ObjectDependencies = (
    'Kernel::Config',
    'Kernel::System::CustomerUser',
    'Kernel::System::Queue',
    'Kernel::System::RocketChat::Agent',
    'Kernel::System::SystemAddress',
    'Kernel::System::Ticket',
    'Kernel::System::Ticket::Article',
);

# How many people are named at most, and how long a name may be. Rocket.Chat refuses bodies above 100 kB.
our $MaxPeople     = 300;
our $MaxNameLength = 100;

=head1 NAME

Kernel::System::RocketChat::People - everybody who has to do with a ticket

=head1 PUBLIC INTERFACE

=head2 new()

    my $PeopleObject = $Kernel::OM->Get('Kernel::System::RocketChat::People');

=cut

sub new {
    my ( $Type, %Param ) = @_;

    return bless {}, $Type;
}

=head2 PeopleGet()

names everybody who has to do with a ticket: owner, responsible agent, agents who have done something in it, watchers, the customer,
and who stands in the heads of its articles.

    my $Result = $PeopleObject->PeopleGet(
        Ticket        => \%Ticket,      # as TicketGet returns it
        ServiceUserID => 12,            # optional, the account of the app beside the one of the setting RocketChat::APIUser
    );

Returns

    $Result = {
        People => [
            {
                Type  => 'Agent',                       # or Customer, or Address
                Login => 'alice',                       # not for Address
                Email => 'alice@example.com',
                Name  => 'Alice Adler',
                Roles => [ 'Owner', 'Involved' ],       # also Responsible, Watcher, Customer, From, To, Cc, InternalFrom, InternalTo, InternalCc
            },
        ],
        PeopleComplete  => 1,                           # 0: there are more than can be named, and
        PeopleOmitted   => 17,                          # so many are left out
        SystemAddresses => [ 'support@example.com' ],   # of the queue, and others of OTOBO that stood in heads
        APIUser         => 'rcapi',                     # '' if it is not known
    };

Everybody comes once per type, with all roles. Left out are the account of the app, OTOBO's own first account (id 1, which is no
person), agents who are not valid any more, and OTOBO's own addresses.

=cut

sub PeopleGet {
    my ( $Self, %Param ) = @_;

    my %Ticket = $Param{Ticket}->%*;
    my $APIUser = $Self->_APIUser( $Param{ServiceUserID} );

    my ( %Person, @Order );
    my $Add = sub {
        my ( $Role, %New ) = @_;

        my $Key = join ':', $New{Type}, lc( $New{Login} // $New{Email} );
        if ( !$Person{$Key} ) {
            $Person{$Key} = { %New, Roles => [] };
            push @Order, $Key;
        }

        push $Person{$Key}->{Roles}->@*, $Role if !grep { $_ eq $Role } $Person{$Key}->{Roles}->@*;
        return;
    };

    for my $Pair ( $Self->_Agents(%Ticket) ) {
        my ( $Role, $UserID ) = $Pair->@*;
        my %Agent = $UserID == 1 ? () : $Kernel::OM->Get('Kernel::System::RocketChat::Agent')->AgentByID( UserID => $UserID );

        if ( %Agent && !$APIUser->{IDs}->{$UserID} ) {
            $Add->( $Role, Type => 'Agent', _Named( %Agent{qw(Login Email Name)} ) );
        }
    }

    if ( my %Customer = $Self->_Customer(%Ticket) ) {
        $Add->( 'Customer', Type => 'Customer', _Named(%Customer) );
    }

    my %IsLocal       = $Self->_LocalAddresses();
    my %SystemAddress = map { lc $_ => $_ } grep {$_} $Self->_QueueAddress(%Ticket);

    for my $Triple ( $Self->_Addresses(%Ticket) ) {
        my ( $Role, $Address, $Name ) = $Triple->@*;

        if ( $IsLocal{ lc $Address } ) {
            $SystemAddress{ lc $Address } //= $Address;
        }
        elsif ( !$SystemAddress{ lc $Address } && !$APIUser->{Addresses}->{ lc $Address } ) {
            $Add->( $Role, Type => 'Address', _Named( Email => $Address, Name => $Name ) );
        }
    }

    my @People  = map { $Person{$_} } @Order;
    my $Omitted = @People > $MaxPeople ? @People - $MaxPeople : 0;
    $#People = $MaxPeople - 1 if $Omitted;

    return {
        People         => \@People,
        PeopleComplete => $Omitted ? 0 : 1,
        ( $Omitted ? ( PeopleOmitted => $Omitted ) : () ),
        SystemAddresses => [ map { $SystemAddress{$_} } sort keys %SystemAddress ],
        APIUser         => $APIUser->{Login},
    };
}

=begin Internal:

=cut

# The account of the app does things in tickets, too. It is no person, and neither is its address in heads of articles.
sub _APIUser {
    my ( $Self, $ServiceUserID ) = @_;

    my $AgentObject = $Kernel::OM->Get('Kernel::System::RocketChat::Agent');
    my $Configured  = $Kernel::OM->Get('Kernel::Config')->Get('RocketChat::APIUser');

    my @Accounts = (
        ( $ServiceUserID ? { $AgentObject->AgentByID( UserID => $ServiceUserID ) } : () ),
        ( $Configured ? { $AgentObject->AgentGet( Login => $Configured, ServiceUserID => 0 ) } : () ),
    );
    @Accounts = grep { $_->{UserID} } @Accounts;

    return {
        Login     => @Accounts ? $Accounts[0]->{Login} : '',
        IDs       => { map { $_->{UserID} => 1 } @Accounts },
        Addresses => { map { lc $_->{Email} => 1 } @Accounts },
    };
}

# pairs of role and id, the most important first
sub _Agents {
    my ( $Self, %Ticket ) = @_;

    my $TicketObject = $Kernel::OM->Get('Kernel::System::Ticket');

    my @Involved = $TicketObject->TicketInvolvedAgentsList( TicketID => $Ticket{TicketID} );
    my @Watchers = $TicketObject->TicketWatchGet(
        TicketID => $Ticket{TicketID},
        Result   => 'ARRAY',
    );

    my $HasResponsible = $Kernel::OM->Get('Kernel::Config')->Get('Ticket::Responsible') && $Ticket{ResponsibleID};

    return (
        [ Owner => $Ticket{OwnerID} ],
        ( $HasResponsible ? [ Responsible => $Ticket{ResponsibleID} ] : () ),
        ( map { [ Involved => $_->{UserID} ] } @Involved ),
        ( map { [ Watcher => $_ ] } @Watchers ),
    );
}

sub _Customer {
    my ( $Self, %Ticket ) = @_;

    return if !$Ticket{CustomerUserID};

    my %Customer = $Kernel::OM->Get('Kernel::System::CustomerUser')->CustomerUserDataGet( User => $Ticket{CustomerUserID} );

    # a ticket may name a customer whom no source knows, often by the address
    if ( !$Customer{UserLogin} ) {
        my $Email = $Ticket{CustomerUserID} =~ m{\A [^\s@]+ @ [^\s@]+ \z}xms ? $Ticket{CustomerUserID} : '';
        return ( Login => $Ticket{CustomerUserID}, Email => $Email, Name => $Ticket{CustomerUserID} );
    }

    return (
        Login => $Customer{UserLogin},
        Email => $Customer{UserEmail} // '',
        Name  => $Customer{UserFullname} // join( ' ', grep {$_} @Customer{qw(UserFirstname UserLastname)} ),
    );
}

sub _QueueAddress {
    my ( $Self, %Ticket ) = @_;

    my %Address = $Kernel::OM->Get('Kernel::System::Queue')->GetSystemAddress( QueueID => $Ticket{QueueID} );

    return $Address{Email};
}

# All at once: to ask for each address of a long ticket takes longer than everything else together.
sub _LocalAddresses {
    my ( $Self, %Param ) = @_;

    my %Addresses = $Kernel::OM->Get('Kernel::System::SystemAddress')->SystemAddressList( Valid => 1 );

    return map { lc $_ => 1 } values %Addresses;
}

# triples of role, address and name, in the order of the articles
sub _Addresses {
    my ( $Self, %Ticket ) = @_;

    my $ArticleObject = $Kernel::OM->Get('Kernel::System::Ticket::Article');
    my $ParserObject  = Kernel::System::EmailParser->new( Mode => 'Standalone' );

    my @Triples;
    for my $Listed ( $ArticleObject->ArticleList( TicketID => $Ticket{TicketID} ) ) {
        my %Article = $ArticleObject->BackendForArticle( $Listed->%* )->ArticleGet( $Listed->%*, DynamicFields => 0 );
        my $Prefix  = $Listed->{IsVisibleForCustomer} ? '' : 'Internal';

        for my $Field ( grep { $Article{$_} } qw(From To Cc) ) {
            for my $Line ( $ParserObject->SplitAddressLine( Line => $Article{$Field} ) ) {
                my $Address = $ParserObject->GetEmailAddress( Email => $Line );
                my $Name    = $ParserObject->GetRealname( Email => $Line ) // '';

                push @Triples, [ "$Prefix$Field", $Address, $Name =~ s{"}{}gr ] if $Address;
            }
        }
    }

    return @Triples;
}

# a person without keys that are empty, and with a name of bearable length; who has none is called by the address
sub _Named {
    my (%Person) = @_;

    $Person{Name} = substr $Person{Name} || $Person{Email} || $Person{Login}, 0, $MaxNameLength;

    return map { $_ => $Person{$_} } grep { length( $Person{$_} // '' ) } sort keys %Person;
}

=end Internal:

=cut

1;
