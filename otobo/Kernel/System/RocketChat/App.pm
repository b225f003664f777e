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

package Kernel::System::RocketChat::App;

use v5.24;
use strict;
use warnings;

use Time::HiRes ();

our @ObjectDependencies = (
    'Kernel::Config',
    'Kernel::GenericInterface::Requester',
    'Kernel::System::JSON',
    'Kernel::System::RocketChat::WebService',
);

=head1 NAME

Kernel::System::RocketChat::App - the app in Rocket.Chat, as OTOBO asks it

=head1 PUBLIC INTERFACE

=head2 new()

    my $AppObject = $Kernel::OM->Get('Kernel::System::RocketChat::App');

=cut

sub new {
    my ( $Type, %Param ) = @_;

    return bless {}, $Type;
}

=head2 Ask()

asks the app something about a ticket, with one HTTP request, and waits for the answer.

    my %Answer = $AppObject->Ask(
        Invoker  => 'OpenRoom',         # or CloseRoom
        TicketID => 123,
        UserID   => 3,                  # the agent who wants it
        DryRun   => 1,                  # optional, nothing is done then
    );

Returns

    %Answer = (
        Success => 1,
        Content => { Result => 'created', Room => { URL => 'https://chat.example.com/group/ticket-123' } },   # what the app said
    );

or

    %Answer = (
        Success => 0,
        Reason  => 'Refused',       # see below
        Status  => 401,             # if there was an answer
        Message => '...',           # what the app, or the transport, said about it
    );

The reasons: 'NotConfigured' (nothing was sent), 'Unreachable' (no answer in time, or a proxy that says so), 'Refused' (the secret is
not accepted), 'NotFound' (there is no such endpoint, or the app is disabled), 'Declined' (the app says why it does not do it),
'Unexpected' (anything else).

=cut

sub Ask {
    my ( $Self, %Param ) = @_;

    my %Answer = $Self->_Run(
        $Param{Invoker},
        {
            TicketID => $Param{TicketID},
            UserID   => $Param{UserID},
            ( $Param{DryRun} ? ( DryRun => 1 ) : () ),
        },
    );

    my $Content = $Answer{Content} || {};

    if ( $Answer{Success} && $Content->{Error} ) {
        return (
            Success => 0,
            Reason  => 'Declined',
            Status  => 200,
            Message => $Content->{Error}->{ErrorMessage} // $Content->{Error}->{ErrorCode},
            Content => $Content,
        );
    }

    return ( Success => 0, Reason => 'Unexpected', Status => 200, Message => '' ) if $Answer{Success} && !$Content->{Result};

    return %Answer;
}

=head2 Health()

asks the app whether it is there.

    my $Health = $AppObject->Health();

Returns

    $Health = { Success => 1, Version => '0.1.0', Milliseconds => 35 };

or

    $Health = { Success => 0, Reason => 'Unreachable', Status => 502, Message => '...' };       # NotConfigured, Refused, Unexpected

=cut

sub Health {
    my ( $Self, %Param ) = @_;

    my $Start  = Time::HiRes::time();
    my %Answer = $Self->_Run( 'Health', {} );

    if ( $Answer{Success} && ( $Answer{Content} || {} )->{Version} ) {
        return {
            Success      => 1,
            Version      => "$Answer{Content}->{Version}",
            Milliseconds => int( 1000 * ( Time::HiRes::time() - $Start ) ),
        };
    }

    my %IsTold = map { $_ => 1 } qw(NotConfigured Unreachable Refused);

    return {
        Success => 0,
        Reason  => $IsTold{ $Answer{Reason} // '' } ? $Answer{Reason} : 'Unexpected',
        ( $Answer{Status} ? ( Status => $Answer{Status} ) : () ),
        Message => $Answer{Message} // '',
    };
}

=head2 Assess()

judges an answer of the app before the transport does, because the transport throws away the body of everything that is no success.
Invokers hand their AssessResponse over to it.

    my $ErrorMessage = $AppObject->Assess( RestClient => $RestClient );

Returns undef for a success, or a sentence for the log. The reason is kept for Ask() and Health() in the same process.

=cut

sub Assess {
    my ( $Self, %Param ) = @_;

    my $Client = $Param{RestClient};
    my $Status = $Client->responseCode();
    my $Body   = $Client->responseContent() // '';

    delete $Self->{Failure};
    return if $Status =~ m{\A 20\d \z}xms;

    # The client makes up a 500 if there was no answer at all.
    my $IsOwn = ( $Client->responseHeader('Client-Warning') // '' ) eq 'Internal response';

    my $Error   = $IsOwn ? undef : $Self->_ErrorIn($Body);
    my $Message = $Error ? $Error->{ErrorMessage} // $Error->{ErrorCode} // '' : $IsOwn ? _FirstLine($Body) : '';

    my $Reason = $IsOwn || ( !$Error && $Status =~ m{\A 50[234] \z}xms ) ? 'Unreachable'
        : $Status == 401 ? 'Refused'
        : $Status == 404 ? 'NotFound'
        : $Error         ? 'Declined'
        :                  'Unexpected';

    $Self->{Failure} = {
        Reason => $Reason,
        ( $IsOwn ? () : ( Status => $Status + 0 ) ),
        Message => $Message,
    };

    return $IsOwn ? "Rocket.Chat did not answer: $Message" : "Rocket.Chat answered with status $Status: $Message";
}

=begin Internal:

=cut

sub _Run {
    my ( $Self, $Invoker, $Data ) = @_;

    my $WebServiceObject = $Kernel::OM->Get('Kernel::System::RocketChat::WebService');

    my ($Problem) = $WebServiceObject->Problems();
    if ( $Problem && $Problem ne 'Outdated' ) {
        return ( Success => 0, Reason => 'NotConfigured', Message => $Problem );
    }

    if ( !$Kernel::OM->Get('Kernel::Config')->Get('RocketChat::Active') ) {
        return ( Success => 0, Reason => 'NotConfigured', Message => 'Inactive' );
    }

    delete $Self->{Failure};

    my $Result = $Kernel::OM->Get('Kernel::GenericInterface::Requester')->Run(
        WebserviceID => $WebServiceObject->Get()->{ID},
        Invoker      => $Invoker,
        Data         => $Data,
    );

    return ( Success => 1, Content => $Result->{Data} ) if $Result->{Success};

    my $Failure = $Self->{Failure} || { Reason => 'Unexpected', Message => $Result->{ErrorMessage} // '' };

    return ( Success => 0, $Failure->%* );
}

sub _ErrorIn {
    my ( $Self, $Body ) = @_;

    # what is no JSON would be an entry in OTOBO's log
    return if $Body !~ m{\A \s* \{}xms;

    my $Content = $Kernel::OM->Get('Kernel::System::JSON')->Decode( Data => $Body );

    return if ref $Content ne 'HASH' || ref $Content->{Error} ne 'HASH';
    return $Content->{Error};
}

sub _FirstLine {
    my ($Text) = @_;

    my ($Line) = $Text =~ m{\A ( [^\n]{0,200} )}xms;

    # LWP names the place in its own source
    return $Line =~ s{\s+ at \s+ \S+ \s+ line \s+ \d+ .* \z}{}xmsr;
}

=end Internal:

=cut

1;
