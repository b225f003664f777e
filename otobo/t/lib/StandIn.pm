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

package StandIn;

use v5.24;
use strict;
use warnings;

use FindBin ();
use lib "$FindBin::Bin/lib", "$FindBin::Bin/..";

use Exporter qw(import);
use JSON::PP ();

our @EXPORT = qw(Helpdesk Object Calls Stub);

my %Objects;
my %Calls;

=head1 NAME

StandIn - a few objects of OTOBO's, so that the package can be tested without OTOBO

=head1 DESCRIPTION

The modules of this package are the real ones. Whatever else they ask for is a stand-in: a set of functions that the test gives. A
function that is called and was not given ends the test.

=head1 PUBLIC INTERFACE

=head2 Helpdesk()

starts anew, with an OTOBO that has the agents alice (3), bob (4), carol (5), and the account rcapi (12), the customer cust1, and the
ticket 7, which belongs to alice and has no articles.

    Helpdesk( 'Kernel::System::Ticket' => { TicketWatchGet => sub { return (4) } } );

What is given replaces functions, or adds some.

=cut

sub Helpdesk {
    my (%Changes) = @_;

    %Objects = ();
    %Calls   = ();

    my %Users = (
        1  => { UserID => 1,  UserLogin => 'root@localhost', UserFullname => '- -',         UserEmail => 'root@localhost' },
        3  => { UserID => 3,  UserLogin => 'alice',          UserFullname => 'Alice Adler', UserEmail => 'alice@helpdesk.test' },
        4  => { UserID => 4,  UserLogin => 'bob',            UserFullname => 'Bob Berg',    UserEmail => 'bob@helpdesk.test' },
        5  => { UserID => 5,  UserLogin => 'carol',          UserFullname => 'Carol Clark', UserEmail => 'carol@helpdesk.test' },
        12 => { UserID => 12, UserLogin => 'rcapi',          UserFullname => 'Rocket API',  UserEmail => 'rcapi@helpdesk.test' },
    );

    my %Ticket = (
        TicketID                   => 7,
        TicketNumber               => '2026112310000073',
        Title                      => 'Printer on fire',
        Queue                      => 'Support',
        QueueID                    => 2,
        State                      => 'open',
        StateType                  => 'open',
        Priority                   => '3 normal',
        Owner                      => 'alice',
        OwnerID                    => 3,
        Responsible                => 'root@localhost',
        ResponsibleID              => 1,
        CustomerID                 => 'corp',
        CustomerUserID             => 'cust1',
        Changed                    => '2026-11-23 10:00:00',
        DynamicField_RocketChatURL => undef,
    );

    my %Functions = (
        'Kernel::Config' => {
            Get => sub {
                my %Config = (
                    Home                   => "$FindBin::Bin/..",
                    HttpType               => 'https',
                    FQDN                   => 'help.example',
                    ScriptAlias            => 'otobo/',
                    'RocketChat::Active'   => 1,
                    'RocketChat::OpenRule' => 'Owner',
                    'Frontend::Module'     => { AgentRocketChat => {} },
                );
                return $Config{ $_[1] };
            },
        },
        'Kernel::System::CustomerUser' => {
            CustomerUserDataGet => sub {
                my ( $Self, %Param ) = @_;
                return if $Param{User} ne 'cust1';
                return (
                    UserLogin      => 'cust1',
                    UserEmail      => 'cust1@customer.test',
                    UserFullname   => 'Cora Customer',
                    UserMailString => '"Cora Customer" <cust1@customer.test>',
                );
            },
        },
        'Kernel::System::JSON' => {
            Encode => sub { my ( $Self, %Param ) = @_; return JSON::PP->new->allow_nonref->encode( $Param{Data} ) },
            Decode => sub {
                my ( $Self, %Param ) = @_;
                return eval { JSON::PP->new->decode( $Param{Data} ) }
            },
        },
        'Kernel::System::Log'           => { Log              => sub { return 1 } },
        'Kernel::System::Queue'         => { GetSystemAddress => sub { return ( Email => 'support@helpdesk.test' ) } },
        'Kernel::System::SystemAddress' => {
            SystemAddressList           => sub { return ( 1 => 'support@helpdesk.test', 2 => 'Sales@helpdesk.test' ) },
            SystemAddressIsLocalAddress => sub { my ( $Self, %Param ) = @_; return lc $Param{Address} eq 'support@helpdesk.test' },
        },
        'Kernel::System::Ticket' => {
            HistoryGet               => sub { return },
            TicketGet                => sub { my ( $Self, %Param ) = @_; return $Param{TicketID} == 7 ? %Ticket : () },
            TicketInvolvedAgentsList => sub { return },
            TicketPermission         => sub { return 1 },
            TicketWatchGet           => sub { return },
        },
        'Kernel::System::Ticket::Article' => { ArticleList => sub { return } },
        'Kernel::System::User'            => {
            GetUserData       => sub { my ( $Self, %Param ) = @_; return ( $Users{ $Param{UserID} } || {} )->%* },
            SearchPreferences => sub {
                my ( $Self, %Param ) = @_;
                return map { $_ => $Users{$_}->{UserEmail} } grep { lc $Users{$_}->{UserEmail} eq lc $Param{Value} } keys %Users;
            },
            UserSearch => sub {
                my ( $Self, %Param ) = @_;

                # it takes patterns
                my $Pattern = join '.*', map {quotemeta} split m{[*%]}xms, $Param{UserLogin}, -1;
                return map { $_ => $Users{$_}->{UserLogin} } grep { $Users{$_}->{UserLogin} =~ m{\A$Pattern\z}xmsi } keys %Users;
            },
        },
    );

    for my $Class ( keys %Changes ) {
        $Functions{$Class} = { ( $Functions{$Class} || {} )->%*, $Changes{$Class}->%* };
    }
    for my $Class ( keys %Functions ) {
        Stub( $Class => $Functions{$Class}->%* );
    }

    return %Ticket;
}

=head2 Stub()

makes an object out of functions.

    my $Object = Stub( 'Kernel::System::Log' => ( Log => sub { return 1 } ) );

=cut

sub Stub {
    my ( $Class, %Functions ) = @_;

    my $Object = bless { Class => $Class, Functions => \%Functions }, 'StandIn::Object';
    $Objects{$Class} = $Object;

    return $Object;
}

=head2 Object()

the object of a class, as OTOBO's object manager would give it.

    my $AgentObject = Object('Kernel::System::RocketChat::Agent');

=cut

sub Object {
    my ($Class) = @_;

    return $Objects{$Class} //= do {
        die "No test has said what $Class does.\n" if $Class !~ m{RocketChat};
        require( $Class =~ s{::}{/}gr . '.pm' );
        $Class->new();
    };
}

=head2 Calls()

with what parameters a function of a stand-in was called: a list of hashes.

    my @Entries = Calls( 'Kernel::System::Log', 'Log' );

=cut

sub Calls {
    my ( $Class, $Function ) = @_;

    return ( $Calls{"$Class->$Function"} || [] )->@*;
}

sub _Note {
    my ( $Class, $Function, @Parameters ) = @_;

    push $Calls{"$Class->$Function"}->@*, @Parameters % 2 ? { Value => $Parameters[0] } : {@Parameters};
    return;
}

package StandIn::Object {    ## no critic qw(Modules::ProhibitMultiplePackages)

    our $AUTOLOAD;

    sub AUTOLOAD {           ## no critic qw(ClassHierarchies::ProhibitAutoloading)
        my ( $Self, @Parameters ) = @_;

        my $Name = $AUTOLOAD =~ s{.*::}{}r;
        return if $Name eq 'DESTROY';

        my $Function = $Self->{Functions}->{$Name} || die "No test has said what $Self->{Class}->$Name() does.\n";
        StandIn::_Note( $Self->{Class}, $Name, @Parameters );

        return $Function->( $Self, @Parameters );
    }
}

package StandIn::ObjectManager {    ## no critic qw(Modules::ProhibitMultiplePackages)

    sub Get            { return StandIn::Object( $_[1] ) }
    sub ObjectsDiscard { return 1 }
}

$Kernel::OM = bless { }, 'StandIn::ObjectManager';

1;
