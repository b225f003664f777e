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

Helpdesk();

my $AgentObject = Object('Kernel::System::RocketChat::Agent');
my $Find        = sub { return { $AgentObject->AgentGet( ServiceUserID => 12, @_ ) } };

is_deeply(
    $Find->( Login => 'alice' ),
    { UserID => 3, Login => 'alice', Name => 'Alice Adler', Email => 'alice@helpdesk.test' },
    'A login leads to its agent',
);
is( $Find->( Login => 'ALICE' )->{Login},                'alice',         'Logins are compared without regard to case, as OTOBO does' );
is( $Find->( Email => 'Bob@HELPDESK.test' )->{Login},    'bob',           'So are addresses' );
is( $Find->( Login => 'nobody' )->{Error},               'AgentUnknown',  'A login that nobody has is nobody' );
is( $Find->( Login => 'ali*' )->{Error},                 'AgentUnknown',  'A login is no search pattern' );
is( $Find->( Login => 'ali%' )->{Error},                 'AgentUnknown',  'Neither is it one of SQL' );
is( $Find->( Email => 'nobody@helpdesk.test' )->{Error}, 'AgentUnknown',  'An address that nobody has is nobody' );
is( $Find->( Email => 'alice' )->{Error},                'AgentUnknown',  'What is no address is nobody' );
is( $Find->( Email => [] )->{Error},                     'AgentUnknown',  'No address at all is nobody' );
is( $Find->( Email => [undef, {}, 'x'] )->{Error},       'AgentUnknown',  'Rubbish among addresses is nobody' );
is( $Find->( Login => 'rcapi' )->{Error},                'AgentUnknown',  'The account of the app is never the agent, by login' );
is( $Find->( Email => 'rcapi@helpdesk.test' )->{Error},  'AgentUnknown',  'Nor by address' );
is( $Find->( Login => '', Email => 'bob@helpdesk.test' )->{Login}, 'bob', 'An empty login is none' );

is( $Find->( Email => ['x@y.test', 'bob@helpdesk.test', 'BOB@helpdesk.test'] )->{Login},
    'bob', 'Several addresses of one agent lead to that agent' );
is( $Find->( Email => ['alice@helpdesk.test', 'bob@helpdesk.test'] )->{Error},
    'AgentAmbiguous', 'Addresses of two agents lead to none of them' );

Helpdesk(
    'Kernel::System::User' => {
        SearchPreferences => sub { return ( 3 => 'shared@helpdesk.test', 4 => 'shared@helpdesk.test' ) },
        GetUserData       => sub {
            my ( $Self, %Param ) = @_;
            return ( UserID => $Param{UserID}, UserLogin => "u$Param{UserID}", UserEmail => 'shared@helpdesk.test' );
        },
    },
);
is( $Find->( Email => 'shared@helpdesk.test' )->{Error}, 'AgentAmbiguous', 'An address that two agents share leads to none of them' );

Helpdesk( 'Kernel::System::User' => { GetUserData => sub { return } } );
is( $Find->( Email => 'alice@helpdesk.test' )->{Error}, 'AgentUnknown', 'An agent who is not valid any more is nobody' );

Helpdesk( 'Kernel::System::User' => { SearchPreferences => sub { return ( 3 => 'alice_helpdesk.test' ) } } );
is( $Find->( Email => 'alice%helpdesk.test@x' )->{Error}, 'AgentUnknown',
    'A hit of the database that has another address is not believed' );

done_testing();
