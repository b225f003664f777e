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

package Kernel::Modules::AdminRocketChat;

use v5.24;
use strict;
use warnings;

use Kernel::Language                    qw(Translatable);
use Kernel::System::RocketChat::Failure ();

our $ObjectManagerDisabled = 1;

my %OpenRules = (
    Owner     => Translatable('the owner of the ticket'),
    ReadWrite => Translatable('who may change the ticket (permission rw)'),
    Group     => Translatable('members of these groups (permission rw)'),
    Everybody => Translatable('everybody who sees the ticket'),
);

# what is wrong with the web service => what it is, and what to do about it
my %Problems = (
    Missing => [
        Translatable('There is no web service RocketChat, so neither side reaches the other.'),
        Translatable('Create it with the button on the left.'),
    ],
    Invalid => [
        Translatable('The web service RocketChat is not valid, so neither side reaches the other.'),
        Translatable('Make it valid under Web Services, or reset it with the button on the left.'),
    ],
    NoAddress => [
        Translatable('The address of the app is missing.'),
        Translatable('In Rocket.Chat, give the command /otobo setup, or copy it from the page of the app.'),
    ],
    NoSecret => [
        Translatable('The secret is missing.'),
        Translatable('It is the setting "Secret for OTOBO" of the app in Rocket.Chat.'),
    ],
    Outdated => [
        Translatable('The web service RocketChat lacks something that this version of the package has.'),
        Translatable('Reset it with the button on the left. Address, secret and events stay; other changes of yours are lost.'),
    ],
);

my %Refusals = (
    NoWebService   => Translatable('There is no web service RocketChat. Create it first.'),
    AddressInvalid => Translatable('This is no address of the app. It has the form https://chat.example.com/api/apps/private/<app id>/<hash>.'),
    SecretInvalid  => Translatable('The secret may only have letters, digits and signs of ASCII, and no spaces inside.'),
    NotStored      => Translatable('The web service could not be stored. The log of OTOBO says why.'),
    RuleInvalid    => Translatable('Choose who may open rooms.'),
    GroupMissing   => Translatable('Choose at least one group that may open rooms.'),
    UnknownAPIUser => Translatable('No valid agent has the login of the app\'s account.'),
);

=head1 NAME

Kernel::Modules::AdminRocketChat - sets up the connection to Rocket.Chat

=head1 PUBLIC INTERFACE

=head2 new()

=cut

sub new {
    my ( $Type, %Param ) = @_;

    my $Self = {%Param};
    return bless $Self, $Type;
}

=head2 Run()

Subactions: none shows the page. Save stores all settings. Test asks the app for its health, and what it would do for a ticket. Create,
Reset and Delete are about the web service. All of them need the challenge token.

=cut

sub Run {
    my ( $Self, %Param ) = @_;

    my %Action = (
        Create => \&_Create,
        Delete => \&_Delete,
        Reset  => \&_Reset,
        Save   => \&_Save,
        Test   => \&_Test,
    );
    my $Action = $Action{ $Self->{Subaction} // '' };

    return $Self->_Page() if !$Action;

    $Kernel::OM->Get('Kernel::Output::HTML::Layout')->ChallengeTokenCheck();

    return $Self->_Page( $Self->$Action() );
}

=begin Internal:

=cut

sub _Create {
    my ( $Self, %Param ) = @_;

    my $Success = $Self->_WebService()->Create( UserID => $Self->{UserID} );

    return $Success ? ( Done => Translatable('The web service was created.') ) : ( Refusal => $Refusals{NotStored} );
}

sub _Reset {
    my ( $Self, %Param ) = @_;

    my $Success = $Self->_WebService()->Reset( UserID => $Self->{UserID} );

    return $Success ? ( Done => Translatable('The web service was reset.') ) : ( Refusal => $Refusals{NotStored} );
}

sub _Delete {
    my ( $Self, %Param ) = @_;

    if ( !$Self->_Value('Confirmed') ) {
        return ( Refusal => Translatable('Nothing was deleted. Tick the box beside the button if you are sure.') );
    }

    my $Success = $Self->_WebService()->Delete( UserID => $Self->{UserID} );

    return $Success ? ( Done => Translatable('The web service was deleted.') ) : ( Refusal => $Refusals{NotStored} );
}

sub _Save {
    my ( $Self, %Param ) = @_;

    my %Settings = $Self->_SettingsOfForm();
    my $Problem  = $Self->_ProblemOf(%Settings);

    # what is written into the form stays there until it is right
    my %Form = (
        %Settings,
        Address => $Self->_Value('Address'),
        Events  => [ $Self->_Values('Events') ],
    );

    if ( !$Problem && $Self->_WebService()->Get() && ( $Form{Address} || $Self->_Value('Secret') ) ) {
        $Problem = $Self->_WebService()->ConnectionSet(
            Address => $Form{Address},
            Secret  => $Self->_Value('Secret'),
            UserID  => $Self->{UserID},
        );
    }

    return ( Refusal => $Refusals{$Problem}, Form => \%Form ) if $Problem;

    $Self->_WebService()->EventsSet(
        Events => $Form{Events},
        UserID => $Self->{UserID},
    );

    my $Success = $Kernel::OM->Get('Kernel::System::RocketChat::Settings')->Set(
        Settings => \%Settings,
        UserID   => $Self->{UserID},
    );

    return ( Refusal => Translatable('The settings could not be stored. The log of OTOBO says why.'), Form => \%Form ) if !$Success;

    # the configuration of this process is still the old one
    return ( Done => Translatable('Saved.'), Form => \%Settings );
}

sub _SettingsOfForm {
    my ( $Self, %Param ) = @_;

    return (
        Active       => $Self->_Value('Active')       ? 1 : 0,
        CustomerLink => $Self->_Value('CustomerLink') ? 1 : 0,
        OpenRule     => $Self->_Value('OpenRule'),
        OpenGroups   => [ $Self->_Values('OpenGroups') ],
        APIUser      => $Self->_Value('APIUser'),
    );
}

sub _ProblemOf {
    my ( $Self, %Settings ) = @_;

    return 'RuleInvalid' if !$OpenRules{ $Settings{OpenRule} };
    return 'GroupMissing' if $Settings{OpenRule} eq 'Group' && !$Settings{OpenGroups}->@*;

    if ( $Settings{APIUser} ) {
        my %Agent = $Kernel::OM->Get('Kernel::System::RocketChat::Agent')->AgentGet(
            Login         => $Settings{APIUser},
            ServiceUserID => 0,
        );

        return 'UnknownAPIUser' if $Agent{Error};
    }

    return;
}

sub _Test {
    my ( $Self, %Param ) = @_;

    my $AppObject = $Kernel::OM->Get('Kernel::System::RocketChat::App');

    my $Health = $AppObject->Health();
    my %Test   = ( Health => { $Health->%*, ( $Health->{Success} ? () : Kernel::System::RocketChat::Failure::Explain( $Health->%* ) ) } );

    my $Number = $Self->_Value('TicketNumber');
    return ( Test => \%Test ) if !$Number || !$Health->{Success};

    my $TicketID = $Kernel::OM->Get('Kernel::System::Ticket')->TicketIDLookup(
        TicketNumber => $Number,
        UserID       => $Self->{UserID},
    );
    return ( Test => { %Test, UnknownTicket => $Number } ) if !$TicketID;

    my %Answer = $AppObject->Ask(
        Invoker  => 'OpenRoom',
        TicketID => $TicketID,
        UserID   => $Self->{UserID},
        DryRun   => 1,
    );
    my %Explanation = $Answer{Success} ? () : Kernel::System::RocketChat::Failure::Explain(%Answer);

    return ( Test => { %Test, DryRun => { %Answer, %Explanation, Number => $Number, Members => _Members( $Answer{Content} ) } } );
}

# the lists of the app's answer as rows of a table
sub _Members {
    my ($Content) = @_;

    my %Meaning = (
        Added      => Translatable('would come in'),
        Present    => Translatable('is inside'),
        Unresolved => Translatable('has no account that was found'),
        Skipped    => Translatable('stays out by a rule'),
    );

    my @Rows;
    for my $List (qw(Added Present Unresolved Skipped)) {
        my $People = ref $Content eq 'HASH' && ref $Content->{Members} eq 'HASH' ? $Content->{Members}->{$List} : [];

        push @Rows, map {
            {
                Who      => $_->{Name} || $_->{Login} || $_->{Email},
                Username => $_->{Username},
                Meaning  => $Meaning{$List},
                Reason   => $_->{Reason},
            }
        } grep { ref $_ eq 'HASH' } ( $People || [] )->@*;
    }

    return \@Rows;
}

sub _Page {
    my ( $Self, %Param ) = @_;

    my $LayoutObject = $Kernel::OM->Get('Kernel::Output::HTML::Layout');
    my %Form         = $Self->_Form( ( $Param{Form} || {} )->%* );

    my @Notes = (
        ( $Param{Refusal} ? [ Error   => $Param{Refusal} ] : () ),
        ( $Param{Done}    ? [ Success => $Param{Done} ]    : () ),
        ( map { [ Error => $Problems{$_}->@* ] } $Self->_WebService()->Problems() ),
        ( $Form{Active} ? () : [ Notice => Translatable('Rocket.Chat is switched off: no menu entries, no events.') ] ),
    );

    return join '',
        $LayoutObject->Header(),
        $LayoutObject->NavigationBar(),
        ( map { $Self->_Note( $_->@* ) } @Notes ),
        $LayoutObject->Output(
            TemplateFile => 'AdminRocketChat',
            Data         => {
                %Form,
                Test          => $Param{Test},
                HasWebService => $Self->_WebService()->Get() ? 1 : 0,
                $Self->_Selections(%Form),
            },
        ),
        $LayoutObject->Footer();
}

sub _Form {
    my ( $Self, %Entered ) = @_;

    my %Connection = $Self->_WebService()->ConnectionGet();
    my %Events     = $Self->_WebService()->EventsGet();

    return (
        $Kernel::OM->Get('Kernel::System::RocketChat::Settings')->Get(),
        Address   => $Connection{Address},
        HasSecret => length $Connection{Secret} ? 1 : 0,
        Events    => [ grep { $Events{$_} } sort keys %Events ],
        %Entered,
    );
}

sub _Selections {
    my ( $Self, %Form ) = @_;

    my $LayoutObject = $Kernel::OM->Get('Kernel::Output::HTML::Layout');

    my %Groups = $Kernel::OM->Get('Kernel::System::Group')->GroupList( Valid => 1 );
    my %Events = $Self->_WebService()->EventsGet();

    return (
        OpenRuleSelection => $LayoutObject->BuildSelection(
            Name        => 'OpenRule',
            ID          => 'OpenRule',
            Data        => \%OpenRules,
            SelectedID  => $Form{OpenRule},
            Class       => 'Modernize W75pc',
            Translation => 1,
        ),
        OpenGroupsSelection => $LayoutObject->BuildSelection(
            Name        => 'OpenGroups',
            ID          => 'OpenGroups',
            Data        => { map { $_ => $_ } values %Groups },
            SelectedID  => $Form{OpenGroups},
            Class       => 'Modernize W75pc',
            Multiple    => 1,
            Translation => 0,
        ),
        EventsSelection => $LayoutObject->BuildSelection(
            Name        => 'Events',
            ID          => 'Events',
            Data        => { map { $_ => $_ } keys %Events, $Form{Events}->@* },
            SelectedID  => $Form{Events},
            Class       => 'Modernize W75pc',
            Multiple    => 1,
            Translation => 0,
        ),
    );
}

sub _Note {
    my ( $Self, $Priority, @Sentences ) = @_;

    my $LayoutObject = $Kernel::OM->Get('Kernel::Output::HTML::Layout');

    return $LayoutObject->Notify(
        Priority => $Priority,
        Info     => join( ' ', map { $LayoutObject->{LanguageObject}->Translate($_) } @Sentences ),
    );
}

sub _WebService {
    my ( $Self, %Param ) = @_;

    return $Kernel::OM->Get('Kernel::System::RocketChat::WebService');
}

sub _Value {
    my ( $Self, $Name ) = @_;

    my $Value = $Kernel::OM->Get('Kernel::System::Web::Request')->GetParam( Param => $Name ) // '';

    return $Value =~ s{\A\s+|\s+\z}{}gxmsr;
}

sub _Values {
    my ( $Self, $Name ) = @_;

    return grep {length} $Kernel::OM->Get('Kernel::System::Web::Request')->GetArray( Param => $Name );
}

=end Internal:

=cut

1;
