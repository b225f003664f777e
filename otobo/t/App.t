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

use v5.24;
use strict;
use warnings;
use utf8;

use FindBin ();
use lib "$FindBin::Bin/lib";

use Test::More;

use StandIn;

use JSON::PP ();

my %Ticket = Helpdesk();
my ( $Result, @Problems, %Config );

# an HTTP client as the transport has it after the request
my $Client = sub {
    my ( $Status, $Body, %Headers ) = @_;
    return Stub(
        Client => (
            responseCode    => sub { return $Status },
            responseContent => sub { return $Body },
            responseHeader  => sub { return $Headers{ $_[1] } },
        ) );
};

# asks through a requester whose transport got this answer
my $Through = sub {
    my ( $Answer, $Question, @Question ) = @_;

    Helpdesk(
        'Kernel::Config'                      => { Get => sub { return $Config{ $_[1] } } },
        'Kernel::GenericInterface::Requester' => {
            Run => sub {
                my $Message = Object('Kernel::System::RocketChat::App')->Assess( RestClient => $Client->( $Answer->@* ) );
                return { Success => 0, ErrorMessage => $Message } if $Message;
                return $Result // { Success => 1, Data => JSON::PP->new->decode( $Answer->[1] ) };
            },
        },
    );
    Stub( 'Kernel::System::RocketChat::WebService' => ( Problems => sub { return @Problems }, Get => sub { return { ID => 2 } } ) );

    return Object('Kernel::System::RocketChat::App')->$Question(@Question);
};
my $Ask    = sub { return { $Through->( [@_], 'Ask', Invoker => 'OpenRoom', TicketID => 7, UserID => 3 ) } };
my $Health = sub { return $Through->( [@_], 'Health' ) };

%Config = ( 'RocketChat::Active' => 1 );

my $Answer = $Ask->( 200, '{"Result":"created","Room":{"URL":"https://chat.example/group/x"}}' );
is( $Answer->{Success},                1,                              'A room that was opened is a success' );
is( $Answer->{Content}->{Room}->{URL}, 'https://chat.example/group/x', 'with what the app said' );
is_deeply(
    [Calls( 'Kernel::GenericInterface::Requester', 'Run' )],
    [{ WebserviceID => 2, Invoker => 'OpenRoom', Data => { TicketID => 7, UserID => 3 } }],
    'Opening takes one request'
);

$Through->( [200, '{"Result":"planned"}'], 'Ask', Invoker => 'OpenRoom', TicketID => 7, UserID => 3, DryRun => 1 );
is( ( Calls( 'Kernel::GenericInterface::Requester', 'Run' ) )[0]->{Data}->{DryRun}, 1, 'A dry run says so' );

is_deeply(
    $Ask->( 200, '{"Result":"refused","Error":{"ErrorCode":"name_taken","ErrorMessage":"Another room has the name."}}' ),
    {
        Success => 0,
        Reason  => 'Declined',
        Status  => 200,
        Message => 'Another room has the name.',
        Content => { Result => 'refused', Error => { ErrorCode => 'name_taken', ErrorMessage => 'Another room has the name.' } },
    },
    'What the app declines is told in its own words'
);
is( $Ask->( 200, '{"Something":"else"}' )->{Reason}, 'Unexpected', 'A success that is no answer of the app is unexpected' );

my @Failures = (
    [
        'no connection',
        'Unreachable', undef, 500,
        "Can't connect to chat.example:443 (refused) at /usr/share/x.pm line 5.\nmore",
        'Client-Warning' => 'Internal response'
    ],
    ['a proxy without app',    'Unreachable', 502, 502, '<html>Bad Gateway</html>'],
    ['a maintenance page',     'Unreachable', 503, 503, 'maintenance'],
    ['a wrong secret',         'Refused',     401, 401, '{"Error":{"ErrorCode":"unauthorized","ErrorMessage":"The secret is wrong."}}'],
    ['a wrong address',        'NotFound',    404, 404, 'Not Found'],
    ['a busy app',             'Declined',    503, 503, '{"Error":{"ErrorCode":"busy","ErrorMessage":"Try again."}}'],
    ['a body that is refused', 'Declined',    400, 400, '{"Error":{"ErrorCode":"body_invalid"}}'],
    ['a crash',                'Unexpected',  500, 500, 'Internal Server Error'],
    ['a redirection',          'Unexpected',  302, 302, ''],
    ['broken JSON',            'Unexpected',  500, 500, '{"Error":'],
    ['JSON of another kind',   'Unexpected',  500, 500, '{"Error":"x"}'],
);

for my $Failure (@Failures) {
    my ( $What, $Reason, $Status, @Response ) = $Failure->@*;
    $Answer = $Ask->(@Response);

    is( $Answer->{Reason}, $Reason, "Told apart: $What" );
    is( $Answer->{Status}, $Status, '... with the status, if there was an answer' );
    ok( !$Answer->{Success}, '... and never a success' );
}
is(
    $Ask->( 401, '{"Error":{"ErrorMessage":"The secret is wrong."}}' )->{Message},
    'The secret is wrong.',
    'The message of the app is handed on'
);
is( $Ask->( 400, '{"Error":{"ErrorCode":"body_invalid"}}' )->{Message}, 'body_invalid', 'or its code, if there is no message' );
is(
    $Ask->( 500, "Can't connect to chat.example:443 (refused) at /usr/share/x.pm line 5.\nmore", 'Client-Warning' => 'Internal response' )
        ->{Message},
    "Can't connect to chat.example:443 (refused)",
    'Of no answer, why, without places in the source'
);
is( $Ask->( 500, 'secret internals' )->{Message}, '', 'What a strange server says is not handed on' );

$Result = { Success => 0, ErrorMessage => 'No mapping.' };
is_deeply(
    $Ask->( 200, '{}' ),
    { Success => 0, Reason => 'Unexpected', Message => 'No mapping.' },
    'What fails inside OTOBO is told as it is'
);
$Result = undef;

is_deeply(
    [map { $Health->( 200, '{"Version":"0.1.0","Configured":true}' )->{$_} } qw(Success Version)],
    [1, '0.1.0'],
    'A healthy app says its version'
);
like( $Health->( 200, '{"Version":"0.1.0"}' )->{Milliseconds}, qr{\A\d+\z}, 'and OTOBO how long that took' );
is_deeply( $Health->( 401, '' ), { Success => 0, Reason => 'Refused', Status => 401, Message => '' }, 'A wrong secret shows' );
is( $Health->( 404, 'Not Found' )->{Reason},   'Unexpected', 'Health has no more reasons than its contract names' );
is( $Health->( 404, 'Not Found' )->{Status},   404,          'the status tells them apart' );
is( $Health->( 200, '{"Hello":1}' )->{Reason}, 'Unexpected', 'Another server at that address is unexpected' );

@Problems = ('NoSecret');
is_deeply(
    $Health->( 200, '{"Version":"0.1.0"}' ),
    { Success => 0, Reason => 'NotConfigured', Message => 'NoSecret' },
    'Without a secret it is not set up'
);
is( $Ask->( 200, '{"Result":"created"}' )->{Reason},              'NotConfigured', 'for opening as well' );
is( scalar Calls( 'Kernel::GenericInterface::Requester', 'Run' ), 0,               'and nothing is sent' );

@Problems = ('Outdated');
is( $Health->( 200, '{"Version":"0.1.0"}' )->{Success}, 1, 'A web service that lacks something new works for the rest' );

@Problems = ();
%Config   = ( 'RocketChat::Active' => 0 );
is_deeply(
    $Health->( 200, '{"Version":"0.1.0"}' ),
    { Success => 0, Reason => 'NotConfigured', Message => 'Inactive' },
    'Switched off, nothing is asked'
);
is( scalar Calls( 'Kernel::GenericInterface::Requester', 'Run' ), 0, 'and nothing is sent' );

use Kernel::System::RocketChat::Failure ();

for my $Reason (qw(NotConfigured Unreachable Refused NotFound Declined Unexpected)) {
    my %Explanation = Kernel::System::RocketChat::Failure::Explain( Reason => $Reason, Message => 'x' );
    is( ( grep { length $Explanation{$_} } qw(Message ForAgent ForAdmin) ), 3, "There are sentences for $Reason" );
}
my $Explain = sub { return { Kernel::System::RocketChat::Failure::Explain(@_) } };

is_deeply( $Explain->( Reason => 'Nonsense' ), $Explain->( Reason => 'Unexpected' ), 'A reason that nobody knows is unexpected' );
is_deeply( $Explain->( Reason => 'Unexpected', Status => 404 ), $Explain->( Reason => 'NotFound' ), 'Health\'s 404 is explained as one' );
is( $Explain->( Reason => 'NotConfigured', Message => 'NoSecret' )->{Detail},     '', 'A code of ours is no detail for people' );
is( $Explain->( Reason => 'Unreachable',   Message => 'read timeout' )->{Detail}, 'read timeout', 'what the transport says is' );

done_testing();
