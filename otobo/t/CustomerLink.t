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

use Kernel::Output::HTML::FilterElementPost::RocketChatCustomerLink ();

my %Ticket = Helpdesk();
my $URL    = 'https://chat.example/group/ticket-7?a=1&b=2';
my $Page   = "<div id='oooHeader'><div id='oooCategories'>\n<p>tags</p></div></div>";

my ( %Config, %Asked, $LookedAtBy, @People );
my $Shown = sub {
    my (%Param) = @_;

    Helpdesk(
        'Kernel::Config'               => { Get       => sub { return $Config{ $_[1] } } },
        'Kernel::Language'             => { Translate => sub { return $_[1] } },
        'Kernel::System::Web::Request' => { GetParam  => sub { my ( $Self, %Question ) = @_; return $Asked{ $Question{Param} } } },
        'Kernel::System::Ticket'       => {
            TicketIDLookup => sub { my ( $Self, %Question ) = @_; return $Question{TicketNumber} eq '2026112310000073' ? 7 : undef },
            TicketGet      => sub {
                my ( $Self, %Question ) = @_;
                return $Question{TicketID} == 7 ? ( %Ticket, DynamicField_RocketChatURL => $Param{URL} // $URL ) : ();
            },
        },
    );
    Stub( 'Kernel::Output::HTML::Layout' => ( Ascii2Html => sub { my ( $Self, %Text ) = @_; return $Text{Text} =~ s{&}{&amp;}gr } ) )
        ->{UserID} = $LookedAtBy;
    Stub( 'Kernel::System::RocketChat::People' => ( PeopleGet => sub { return { People => \@People } } ) );

    my $HTML = $Param{Page} // $Page;
    Kernel::Output::HTML::FilterElementPost::RocketChatCustomerLink->new()->Run( Data => \$HTML );
    return $HTML;
};

%Config     = ( 'RocketChat::Active' => 1, 'RocketChat::CustomerLink' => 1 );
%Asked      = ( TicketNumber         => '2026112310000073' );
$LookedAtBy = 'CUST1';
@People = ( { Type => 'Agent', Login => 'alice', Roles => ['Owner'] }, { Type => 'Customer', Login => 'cust1', Roles => ['Customer'] } );

like(
    $Shown->(),
    qr{<div \s id='oooCategories'><a \s [^>]*href="https://chat[.]example/group/ticket-7[?]a=1&amp;b=2"[^>]*>Rocket[.]Chat \s room</a>\n<p>tags}xms,
    'The customer of the ticket sees the link among its tags'
);
%Asked = ( TicketID => 7 );
isnt( $Shown->(), $Page, 'whether the page was asked for by number or by id' );

@People = ( { Type => 'Address', Email => 'Cust1@customer.test', Roles => ['Cc'] } );
isnt( $Shown->(), $Page, 'Who stands in the head of an article sees it' );

for my $Case (
    ['in the head of a hidden article', { Type => 'Address',  Email => 'cust1@customer.test', Roles => ['InternalCc', 'InternalTo'] }],
    ['not among the people',            { Type => 'Customer', Login => 'cust2', Email => 'cust2@customer.test', Roles => ['Customer'] }],
    ['of the same name as an agent',    { Type => 'Agent',    Login => 'cust1', Email => 'cust1@customer.test', Roles => ['Owner'] }],
) {
    my ( $Who, @Others ) = $Case->@*;
    @People = @Others;
    is( $Shown->(), $Page, "Who is $Who does not" );
}

$LookedAtBy = 'stranger';
@People     = ( { Type => 'Customer', Login => 'cust1', Roles => ['Customer'] }, { Type => 'Address', Roles => ['From'] } );
is( $Shown->(), $Page, 'nor does a customer without an address of whom nobody says anything' );

$LookedAtBy = 'cust1';
is( $Shown->( URL  => '' ),                    $Page,          'Without a room there is no link' );
is( $Shown->( URL  => 'javascript:alert(1)' ), $Page,          'nor with one of another kind' );
is( $Shown->( Page => '<p>other</p>' ),        '<p>other</p>', 'A page of another form stays as it is' );

%Asked = ( TicketID => 8 );
is( $Shown->(), $Page, 'A ticket that does not exist has none' );
%Asked = ();
is( $Shown->(), $Page, 'nor has no ticket' );

%Asked = ( TicketID => 7 );
for my $Setting ( sort keys %Config ) {
    local $Config{$Setting} = 0;
    is( $Shown->(),                                            $Page, "Without $Setting nobody sees it" );
    is( scalar Calls( 'Kernel::System::Ticket', 'TicketGet' ), 0,     'and nothing is looked up' );
}

done_testing();
