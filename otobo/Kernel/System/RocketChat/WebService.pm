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

package Kernel::System::RocketChat::WebService;

use v5.24;
use strict;
use warnings;

use Storable qw(dclone);

use Kernel::System::VariableCheck qw(DataIsDifferent);

our @ObjectDependencies = (
    'Kernel::Config',
    'Kernel::System::GenericInterface::Webservice',
    'Kernel::System::Main',
    'Kernel::System::Valid',
    'Kernel::System::YAML',
);

our $Name = 'RocketChat';

# invoker, and what stands behind the app's address for it
my %Controller = (
    CloseRoom   => '/tickets/close',
    Health      => '/health',
    OpenRoom    => '/tickets/open',
    TicketEvent => '/tickets/sync',
);

=head1 NAME

Kernel::System::RocketChat::WebService - the web service of this package: shipped, stored, and what admins change in it

=head1 PUBLIC INTERFACE

=head2 new()

    my $WebServiceObject = $Kernel::OM->Get('Kernel::System::RocketChat::WebService');

=cut

sub new {
    my ( $Type, %Param ) = @_;

    return bless {}, $Type;
}

=head2 Get()

    my $WebService = $WebServiceObject->Get();

Returns the stored web service with ID, Name, Config and ValidID; undef, if there is none.

=cut

sub Get {
    my ( $Self, %Param ) = @_;

    my $WebService = $Kernel::OM->Get('Kernel::System::GenericInterface::Webservice')->WebserviceGet( Name => $Name );

    # a missing one is an empty hash
    return if !$WebService || !$WebService->{ID};
    return dclone($WebService);
}

=head2 Create()

stores the web service as it is shipped, unless there is one of that name.

    my $Success = $WebServiceObject->Create( UserID => 123 );

=cut

sub Create {
    my ( $Self, %Param ) = @_;

    return 1 if $Self->Get();

    my $ID = $Kernel::OM->Get('Kernel::System::GenericInterface::Webservice')->WebserviceAdd(
        Name    => $Name,
        Config  => $Self->Shipped(),
        ValidID => $Self->_ValidID('valid'),
        UserID  => $Param{UserID},
    );

    return $ID ? 1 : undef;
}

=head2 Reset()

puts the web service back to what is shipped, makes it valid, and keeps address, secret and chosen events.

    my $Success = $WebServiceObject->Reset( UserID => 123 );

=cut

sub Reset {
    my ( $Self, %Param ) = @_;

    my $WebService = $Self->Get();
    return $Self->Create(%Param) if !$WebService;

    my $Config = $Self->Shipped();
    _PutConnection( $Config, _Connection( $WebService->{Config} ) );

    my $Events = $WebService->{Config}->{Requester}->{Invoker}->{TicketEvent}->{Events};
    $Config->{Requester}->{Invoker}->{TicketEvent}->{Events} = $Events if ref $Events eq 'ARRAY';

    return $Self->_Update( $WebService, $Config, $Self->_ValidID('valid'), $Param{UserID} );
}

=head2 Delete()

    my $Success = $WebServiceObject->Delete( UserID => 123 );

=cut

sub Delete {
    my ( $Self, %Param ) = @_;

    my $WebService = $Self->Get();
    return 1 if !$WebService;

    return $Kernel::OM->Get('Kernel::System::GenericInterface::Webservice')->WebserviceDelete(
        ID     => $WebService->{ID},
        UserID => $Param{UserID},
    );
}

=head2 Retire()

for the removal of the package: deletes the web service if it is as shipped, but for address, secret and events. What somebody has
changed otherwise stays, and becomes invalid, because its operations and invokers go.

    my $Result = $WebServiceObject->Retire( UserID => 123 );

Returns 'Deleted', 'Kept', or 'None' if there was none.

=cut

sub Retire {
    my ( $Self, %Param ) = @_;

    my $WebService = $Self->Get();
    return 'None' if !$WebService;

    if ( !$Self->IsChanged() ) {
        $Self->Delete(%Param);
        return 'Deleted';
    }

    $Self->_Update( $WebService, $WebService->{Config}, $Self->_ValidID('invalid'), $Param{UserID} );
    return 'Kept';
}

=head2 ConnectionGet()

    my %Connection = $WebServiceObject->ConnectionGet();

Returns

    %Connection = (
        Address => 'https://chat.example.com/api/apps/private/<app id>/<hash>',     # '' while it is not set
        Secret  => 'abc',                                                           # '' while it is not set
    );

=cut

sub ConnectionGet {
    my ( $Self, %Param ) = @_;

    my $WebService = $Self->Get() || {};

    return _Connection( $WebService->{Config} );
}

=head2 ConnectionSet()

    my $Problem = $WebServiceObject->ConnectionSet(
        Address => 'https://chat.example.com/api/apps/private/<app id>/<hash>',     # one of the endpoints will do as well
        Secret  => 'abc',                                                           # '' keeps the one that is stored
        UserID  => 123,
    );

Returns undef, or why it was not stored: 'NoWebService', 'AddressInvalid', 'SecretInvalid' or 'NotStored'.

=cut

sub ConnectionSet {
    my ( $Self, %Param ) = @_;

    my $WebService = $Self->Get();
    return 'NoWebService' if !$WebService;

    my $Address = $Param{Address} =~ s{\A\s+|\s+\z}{}gxmsr;
    my $Secret  = $Param{Secret}  =~ s{\A\s+|\s+\z}{}gxmsr;

    # People copy the address of one endpoint out of the app's page.
    $Address =~ s{/ (?: tickets/(?:open|sync|close|status) | people/lookup | health )? /* \z}{}xms;

    return 'AddressInvalid' if $Address !~ m{\A https?:// [^/\s?\#@]+ (?:/[^/\s?\#]+)* /api/apps/(?:private|public)/[\w-]+/[\w-]+ \z}xms;

    # it travels in a header
    return 'SecretInvalid' if $Secret !~ m{\A [\x21-\x7E]* \z}xms;

    my %Connection = _Connection( $WebService->{Config} );
    _PutConnection(
        $WebService->{Config},
        Address => $Address,
        Secret  => length $Secret ? $Secret : $Connection{Secret},
    );

    my $Success = $Self->_Update( $WebService, $WebService->{Config}, $WebService->{ValidID}, $Param{UserID} );

    return $Success ? undef : 'NotStored';
}

=head2 EventsGet()

which events are told, out of those that there are.

    my %Events = $WebServiceObject->EventsGet();

Returns

    %Events = ( TicketOwnerUpdate => 1, EscalationUpdateTimeStop => 0 );

=cut

sub EventsGet {
    my ( $Self, %Param ) = @_;

    my $WebService = $Self->Get() || {};

    my %Events = map { $_ => 0 } _EventNames( $Self->Shipped() );

    return ( %Events, map { $_ => 1 } _EventNames( $WebService->{Config} ) );
}

=head2 EventsSet()

    my $Success = $WebServiceObject->EventsSet(
        Events => [ 'TicketOwnerUpdate', 'ArticleCreate' ],
        UserID => 123,
    );

An event that was there keeps its conditions. All are told asynchronously, through OTOBO's daemon.

=cut

sub EventsSet {
    my ( $Self, %Param ) = @_;

    my $WebService = $Self->Get();
    return if !$WebService;

    my $Invoker = $WebService->{Config}->{Requester}->{Invoker}->{TicketEvent} //= {};
    my %Stored  = map { $_->{Event} => $_ } grep { ref $_ eq 'HASH' } ( $Invoker->{Events} || [] )->@*;

    $Invoker->{Events} = [
        map { $Stored{$_} // { Event => $_, Asynchronous => 1 } } $Param{Events}->@*
    ];

    return $Self->_Update( $WebService, $WebService->{Config}, $WebService->{ValidID}, $Param{UserID} );
}

=head2 Problems()

what keeps the web service from working.

    my @Problems = $WebServiceObject->Problems();

Returns some of 'Missing' (then nothing else), 'Invalid', 'NoAddress', 'NoSecret' and 'Outdated' (it lacks an operation or invoker of
this version of the package).

=cut

sub Problems {
    my ( $Self, %Param ) = @_;

    my $WebService = $Self->Get();
    return 'Missing' if !$WebService;

    my $Shipped    = $Self->Shipped();
    my %Connection = _Connection( $WebService->{Config} );

    my $Lacks = grep { !$WebService->{Config}->{Provider}->{Operation}->{$_} } keys $Shipped->{Provider}->{Operation}->%*;
    $Lacks += grep { !$WebService->{Config}->{Requester}->{Invoker}->{$_} } keys $Shipped->{Requester}->{Invoker}->%*;

    return (
        ( $WebService->{ValidID} != $Self->_ValidID('valid') ? 'Invalid' : () ),
        ( $Connection{Address} ? () : 'NoAddress' ),
        ( length $Connection{Secret} ? () : 'NoSecret' ),
        ( $Lacks ? 'Outdated' : () ),
    );
}

=head2 IsChanged()

whether anything but address, secret and events differs from what is shipped.

    my $IsChanged = $WebServiceObject->IsChanged();

=cut

sub IsChanged {
    my ( $Self, %Param ) = @_;

    my $WebService = $Self->Get();
    return if !$WebService;

    my $Shipped = $Self->Shipped();
    my $Stored  = $WebService->{Config};

    _PutConnection( $Stored, _Connection($Shipped) );
    $Stored->{Requester}->{Invoker}->{TicketEvent}->{Events} = $Shipped->{Requester}->{Invoker}->{TicketEvent}->{Events};

    return DataIsDifferent(
        Data1 => $Shipped,
        Data2 => $Stored,
    );
}

=head2 Shipped()

    my $Config = $WebServiceObject->Shipped();

Returns the configuration that comes with the package. Dies if its file cannot be read.

=cut

sub Shipped {
    my ( $Self, %Param ) = @_;

    my $Location = $Kernel::OM->Get('Kernel::Config')->Get('Home') . '/var/webservices/RocketChat.yml';
    my $Content  = $Kernel::OM->Get('Kernel::System::Main')->FileRead(
        Location => $Location,
        Mode     => 'utf8',
    );
    my $Config = $Content ? $Kernel::OM->Get('Kernel::System::YAML')->Load( Data => $Content->$* ) : undef;

    die "The file $Location of the package RocketChat cannot be read. Reinstall the package.\n" if ref $Config ne 'HASH';

    return $Config;
}

=begin Internal:

=cut

sub _Connection {
    my ($Config) = @_;

    my $Transport = $Config->{Requester}->{Transport}->{Config} || {};

    my $Host       = $Transport->{Host}                                               // '';
    my $Controller = $Transport->{InvokerControllerMapping}->{OpenRoom}->{Controller} // '';
    my $Header     = $Transport->{AdditionalHeaders}->{Authorization}                 // '';

    my ($Path)   = $Controller =~ m{\A (/.+) \Q$Controller{OpenRoom}\E \z}xms;
    my ($Secret) = $Header     =~ m{\A Bearer [ ] (.+) \z}xms;

    return (
        Address => $Host && $Path ? "$Host$Path" : '',
        Secret  => $Secret // '',
    );
}

sub _PutConnection {
    my ( $Config, %Connection ) = @_;

    my $Transport = $Config->{Requester}->{Transport}->{Config} //= {};

    my ( $Host, $Path ) = $Connection{Address} =~ m{\A ( https?://[^/]+ ) ( .* ) \z}xms;

    $Transport->{Host}              = $Host // '';
    $Transport->{AdditionalHeaders} = {
        ( $Transport->{AdditionalHeaders} || {} )->%*,
        Authorization => length $Connection{Secret} ? "Bearer $Connection{Secret}" : '',
    };

    for my $Invoker ( sort keys %Controller ) {
        $Transport->{InvokerControllerMapping}->{$Invoker}->{Controller} = ( $Path // '' ) . $Controller{$Invoker};
    }

    return;
}

sub _EventNames {
    my ($Config) = @_;

    my $Events = $Config->{Requester}->{Invoker}->{TicketEvent}->{Events};

    return map { $_->{Event} } grep { ref $_ eq 'HASH' } ( ref $Events eq 'ARRAY' ? $Events->@* : () );
}

sub _Update {
    my ( $Self, $WebService, $Config, $ValidID, $UserID ) = @_;

    return $Kernel::OM->Get('Kernel::System::GenericInterface::Webservice')->WebserviceUpdate(
        ID      => $WebService->{ID},
        Name    => $WebService->{Name},
        Config  => $Config,
        ValidID => $ValidID,
        UserID  => $UserID,
    );
}

sub _ValidID {
    my ( $Self, $Valid ) = @_;

    return $Kernel::OM->Get('Kernel::System::Valid')->ValidLookup( Valid => $Valid );
}

=end Internal:

=cut

1;
