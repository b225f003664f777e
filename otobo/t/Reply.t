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

use Kernel::GenericInterface::Operation::RocketChat::Reply ();

my $MayWrite = 1;
my ( %Customer, %LastArticle, $SentID );

my $Reply = sub {
    my (%Request) = @_;

    my %Defaults = (
        %Customer ? ( 'Kernel::System::CustomerUser' => { CustomerUserDataGet => sub { return $Customer{None} ? () : %Customer } } ) : () );

    Helpdesk(
        %Defaults,
        'Kernel::System::Ticket' => {
            TicketPermission   => sub { my ( $Self, %Param ) = @_; return $MayWrite && $Param{Type} eq 'note' && $Param{UserID} == 3 },
            TicketSubjectBuild => sub { my ( $Self, %Param ) = @_; return "$Param{Action}: [Ticket#$Param{TicketNumber}] $Param{Subject}" },
        },
        'Kernel::System::Ticket::Article' => {
            ArticleList => sub {
                my ( $Self, %Param ) = @_;
                return %LastArticle && $Param{SenderType} eq 'customer' && $Param{OnlyLast} ? { ArticleID => 1, TicketID => 7 } : ();
            },
            BackendForArticle => sub {
                return Stub( Stored => ( ArticleGet => sub { return %LastArticle } ) );
            },
            BackendForChannel => sub {
                my ( $Self, %Param ) = @_;
                die if $Param{ChannelName} ne 'Email';
                return Stub( Email => ( ArticleSend => sub { return $SentID } ) );
            },
        },
        'Kernel::System::TemplateGenerator' =>
            { Sender => sub { my ( $Self, %Param ) = @_; return "from queue $Param{QueueID} by $Param{UserID}" } },
    );
    my %Data = (
        UserLogin => 'rcapi',
        Password  => 'rcapi-pw',
        Login     => 'alice',
        TicketID  => 7,
        Subject   => 'Your printer',
        Body      => 'It is out.',
        %Request
    );

    return Kernel::GenericInterface::Operation::RocketChat::Reply->new( DebuggerObject => 1, WebserviceID => 2 )->Run( Data => \%Data )
        ->{Data};
};
my $Code = sub { return $Reply->(@_)->{Error}->{ErrorCode} // 'none' };
my $Mail = sub { return ( Calls( 'Email', 'ArticleSend' ) )[0] };

$SentID = 45;
is_deeply(
    $Reply->( HistoryComment => 'rc:a1' ),
    { TicketID => 7, TicketNumber => '2026112310000073', ArticleID => 45, To => '"Cora Customer" <cust1@customer.test>' },
    'A reply goes to the customer'
);
is_deeply(
    $Mail->(),
    {
        TicketID             => 7,
        UserID               => 3,
        SenderType           => 'agent',
        IsVisibleForCustomer => 1,
        From                 => 'from queue 2 by 3',
        To                   => '"Cora Customer" <cust1@customer.test>',
        Subject              => 'Reply: [Ticket#2026112310000073] Your printer',
        Body                 => 'It is out.',
        Charset              => 'utf-8',
        MimeType             => 'text/plain',
        HistoryType          => 'SendAnswer',
        HistoryComment       => 'rc:a1',
    },
    'as a mail from the queue, by the agent, with the number of the ticket and the mark of the app'
);

$Reply->();
is( $Mail->()->{HistoryComment}, '%%"Cora Customer" <cust1@customer.test>', 'Without a mark the history says what OTOBO would write' );

%LastArticle = ( From => 'Somebody <else@customer.test>', MessageID => '<1@customer.test>' );
$Reply->();
is( $Mail->()->{To}, '"Cora Customer" <cust1@customer.test>', 'The customer of the ticket comes before who wrote last' );
is_deeply(
    [$Mail->()->@{qw(InReplyTo References)}],
    ['<1@customer.test>', '<1@customer.test>'],
    'and the mail belongs to the last one of the customer'
);

%Customer = ( None => 1 );
is( $Reply->()->{To}, 'Somebody <else@customer.test>', 'Who wrote last gets it, where nobody knows the customer' );

$LastArticle{From} = 'Support <support@helpdesk.test>';
is( $Code->(), 'Reply.NoRecipient', 'OTOBO does not write to itself' );
%LastArticle = ();
is( $Code->(),                              'Reply.NoRecipient', 'Without any address there is no mail' );
is( scalar Calls( 'Email', 'ArticleSend' ), 0,                   'and no article' );

is(
    $Reply->( To => 'boss@customer.test, "Second, The" <second@customer.test>' )->{To},
    'boss@customer.test, "Second, The" <second@customer.test>',
    'Others can be written to'
);
for my $Wrong ( 'nobody', 'a@customer.test, nobody', 'support@helpdesk.test', ['a@customer.test'], ' ' ) {
    is( $Code->( To => $Wrong ),                'Reply.InvalidParameter', 'but no nonsense, and nothing of OTOBO' );
    is( scalar Calls( 'Email', 'ArticleSend' ), 0,                        '... nothing was sent' );
}
%Customer = ();

$Reply->( Subject => "Your\r\nBcc: spy\@web.test", To => "a\@customer.test\n", HistoryComment => "rc:\n1" );
is( $Mail->()->{Subject}, 'Reply: [Ticket#2026112310000073] Your Bcc: spy@web.test', 'A line break in a subject makes no further field' );
unlike( $Mail->()->{To} . $Mail->()->{HistoryComment}, qr{\n}, 'nor one anywhere else' );

$MayWrite = 0;
is( $Code->(),                              'Reply.AccessDenied', 'Who may not write notes may not reply' );
is( scalar Calls( 'Email', 'ArticleSend' ), 0,                    'and has not' );
$MayWrite = 1;
is( $Code->( TicketID => 8 ),       'Reply.AccessDenied',     'A ticket that does not exist looks the same' );
is( $Code->( Login    => 'bob' ),   'Reply.AccessDenied',     'The agent\'s rights count, not those of the app' );
is( $Code->( Login    => 'rcapi' ), 'Reply.AgentUnknown',     'The app writes to nobody in its own name' );
is( $Code->( $_       => '' ),      'Reply.MissingParameter', "There must be a $_" ) for qw(TicketID Subject Body);
is( $Code->( Body     => ['x'] ),   'Reply.InvalidParameter', 'and only one' );

$SentID = undef;
is( $Code->(), 'Reply.NotSent', 'A mail that could not be sent is no success' );

done_testing();
