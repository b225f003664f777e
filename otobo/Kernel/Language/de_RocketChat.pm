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

package Kernel::Language::de_RocketChat;

use v5.24;
use strict;
use warnings;
use utf8;

=head1 NAME

Kernel::Language::de_RocketChat - German

=head1 PUBLIC INTERFACE

=head2 Data()

adds the sentences of this package. What OTOBO itself has in German is not here.

=cut

sub Data {
    my $Self = shift;

    my %German = (
        'Account of the app'                                     => 'Konto der App',
        'Address of the app'                                     => 'Adresse der App',
        'Ask your OTOBO administrator. The ticket is unchanged.' =>
            'Wenden Sie sich an Ihre OTOBO-Administration. Das Ticket ist unverändert.',
        'Asks the app whether it is there. With a ticket number it also says what it would do for that ticket. Nothing is changed.' =>
            'Fragt die App, ob sie da ist. Mit einer Ticketnummer sagt sie auch, was sie für dieses Ticket tun würde. Geändert wird nichts.',
        'Back to the ticket'                             => 'Zurück zum Ticket',
        'Choose at least one group that may open rooms.' => 'Wählen Sie mindestens eine Gruppe, die Räume öffnen darf.',
        'Choose who may open rooms.'                     => 'Wählen Sie, wer Räume öffnen darf.',
        'Close Rocket.Chat room'                         => 'Rocket.Chat-Raum schließen',
        'Close the Rocket.Chat room of this ticket?'     => 'Den Rocket.Chat-Raum dieses Tickets schließen?',
        'Close the room'                                 => 'Raum schließen',
        'Compare the secret with the setting "Secret for OTOBO" of the app in Rocket.Chat, and put it in again.' =>
            'Vergleichen Sie das Geheimnis mit der Einstellung „Geheimnis für OTOBO“ der App in Rocket.Chat und tragen Sie es neu ein.',
        'Connect tickets with rooms in Rocket.Chat.'                   => 'Tickets mit Räumen in Rocket.Chat verbinden.',
        'Connection'                                                   => 'Verbindung',
        'Create it with the button on the left.'                       => 'Legen Sie ihn mit dem Knopf links an.',
        'Create the web service'                                       => 'Webservice anlegen',
        'Customers see the link'                                       => 'Kunden sehen den Link',
        'Delete the web service'                                       => 'Webservice löschen',
        'Everybody who sees a ticket may follow the link to its room.' => 'Wer ein Ticket sieht, darf dem Link zu seinem Raum folgen.',
        'From /otobo setup in Rocket.Chat, or from the page of the app (APIs). The address of any of its endpoints will do.' =>
            'Aus /otobo setup in Rocket.Chat oder von der Seite der App (APIs). Die Adresse eines beliebigen Endpunkts genügt.',
        'Go to Rocket.Chat room'                        => 'Zum Rocket.Chat-Raum',
        'If somebody opened the room of ticket %s now:' => 'Wenn jetzt jemand den Raum des Tickets %s öffnen würde:',
        'In Rocket.Chat, give the command /otobo setup, or copy it from the page of the app.' =>
            'Geben Sie in Rocket.Chat den Befehl /otobo setup, oder kopieren Sie sie von der Seite der App.',
        'In the customer portal, for customers who have to do with the ticket. Whether they get into the room is decided by the app.' =>
            'Im Kundenportal, für Kunden, die mit dem Ticket zu tun haben. Ob sie in den Raum kommen, entscheidet die App.',
        'Is Rocket.Chat running? Does this OTOBO server reach the address, through firewall, proxy and certificate?' =>
            'Läuft Rocket.Chat? Erreicht dieser OTOBO-Server die Adresse, trotz Firewall, Proxy und Zertifikat?',
        'Is the app enabled in Rocket.Chat, and is it new enough? After a new installation of the app its address is another one: copy it from there.'
            => 'Ist die App in Rocket.Chat aktiviert, und ist sie neu genug? Nach einer Neuinstallation der App ist ihre Adresse eine andere: Kopieren Sie sie von dort.',
        'It is the setting "Secret for OTOBO" of the app in Rocket.Chat.' =>
            'Es ist die Einstellung „Geheimnis für OTOBO“ der App in Rocket.Chat.',
        'Login of the agent with which the app in Rocket.Chat works in OTOBO. It is never invited into rooms. It is set under Admin, Rocket.Chat.'
            => 'Anmeldename des Agenten, mit dem die App in Rocket.Chat in OTOBO arbeitet. Er wird nie in Räume eingeladen. Wird unter Admin, Rocket.Chat eingestellt.',
        'Login of the agent with which the app works in OTOBO. It is never invited into rooms.' =>
            'Anmeldename des Agenten, mit dem die App in OTOBO arbeitet. Er wird nie in Räume eingeladen.',
        'Look into the debugger of the web service RocketChat, and into the log of the app in Rocket.Chat.' =>
            'Sehen Sie im Debugger des Webservice RocketChat und im Protokoll der App in Rocket.Chat nach.',
        'Make it valid under Web Services, or reset it with the button on the left.' =>
            'Machen Sie ihn unter Webservices gültig, oder setzen Sie ihn mit dem Knopf links zurück.',
        'No valid agent has the login of the app\'s account.' =>
            'Kein gültiger Agent hat den Anmeldenamen, der als Konto der App eingetragen ist.',
        'Nothing was deleted. Tick the box beside the button if you are sure.' =>
            'Es wurde nichts gelöscht. Setzen Sie den Haken beim Knopf, wenn Sie sicher sind.',
        'Off: no menu entries, and Rocket.Chat is told nothing. The app can still read tickets and write to them.' =>
            'Aus: keine Menüeinträge, und Rocket.Chat erfährt nichts. Die App kann Tickets weiterhin lesen und in sie schreiben.',
        'Only members of certain groups can open or close Rocket.Chat rooms. Your OTOBO administrator knows which.' =>
            'Nur Mitglieder bestimmter Gruppen können Rocket.Chat-Räume öffnen oder schließen. Welche das sind, weiß Ihre OTOBO-Administration.',
        'Only the owner of the ticket can open or close its Rocket.Chat room. Take the ticket, or ask its owner.' =>
            'Nur der Besitzer des Tickets kann dessen Rocket.Chat-Raum öffnen oder schließen. Übernehmen Sie das Ticket, oder fragen Sie den Besitzer.',
        'Only who may change this ticket (permission rw) can open or close its Rocket.Chat room.' =>
            'Nur wer dieses Ticket ändern darf (Berechtigung rw), kann seinen Rocket.Chat-Raum öffnen oder schließen.',
        'Open Rocket.Chat room'                              => 'Rocket.Chat-Raum öffnen',
        'Opens and closes the Rocket.Chat room of a ticket.' => 'Öffnet und schließt den Rocket.Chat-Raum eines Tickets.',
        'Put in address and secret, and switch it on. Whoever set up the app in Rocket.Chat has both.' =>
            'Tragen Sie Adresse und Geheimnis ein, und schalten Sie die Verbindung ein. Beides hat, wer die App in Rocket.Chat eingerichtet hat.',
        'Put what was talked about into the ticket and close the room' => 'Das Besprochene ins Ticket übernehmen und den Raum schließen',
        'Puts it back to what the package brings. Address, secret and events stay; other changes of yours are lost.' =>
            'Setzt ihn auf den Stand des Pakets zurück. Adresse, Geheimnis und Ereignisse bleiben; andere Änderungen von Ihnen gehen verloren.',
        'Reason' => 'Grund',
        'Required permissions to open or close the Rocket.Chat room of a ticket in the agent interface, beside the rule RocketChat::OpenRule.'
            => 'Benötigte Berechtigungen, um den Rocket.Chat-Raum eines Tickets im Agenten-Interface zu öffnen oder zu schließen, zusätzlich zur Regel RocketChat::OpenRule.',
        'Reset it with the button on the left. Address, secret and events stay; other changes of yours are lost.' =>
            'Setzen Sie ihn mit dem Knopf links zurück. Adresse, Geheimnis und Ereignisse bleiben; andere Änderungen von Ihnen gehen verloren.',
        'Reset the web service'                                      => 'Webservice zurücksetzen',
        'Result of the test'                                         => 'Ergebnis des Tests',
        'Rocket.Chat'                                                => 'Rocket.Chat',
        'Rocket.Chat does not accept the secret of this OTOBO.'      => 'Rocket.Chat nimmt das Geheimnis dieses OTOBO nicht an.',
        'Rocket.Chat does not answer.'                               => 'Rocket.Chat antwortet nicht.',
        'Rocket.Chat does not do this.'                              => 'Rocket.Chat tut das nicht.',
        'Rocket.Chat gave an answer that OTOBO does not understand.' => 'Rocket.Chat hat eine Antwort gegeben, die OTOBO nicht versteht.',
        'Rocket.Chat has nothing at this address.'                   => 'Rocket.Chat hat nichts unter dieser Adresse.',
        'Rocket.Chat is not set up in OTOBO, or it is switched off.' =>
            'Rocket.Chat ist in OTOBO nicht eingerichtet, oder es ist ausgeschaltet.',
        'Rocket.Chat is switched off: no menu entries, no events.' =>
            'Rocket.Chat ist ausgeschaltet: keine Menüeinträge, keine Ereignisse.',
        'Rocket.Chat is told of'                                                                  => 'Rocket.Chat erfährt von',
        'Rocket.Chat room'                                                                        => 'Rocket.Chat-Raum',
        'Rooms'                                                                                   => 'Räume',
        'Rooms follow their tickets by these events. OTOBO\'s daemon sends them, within seconds.' =>
            'Durch diese Ereignisse folgen die Räume ihren Tickets. OTOBOs Daemon sendet sie innerhalb von Sekunden.',
        'Saved.' => 'Gespeichert.',
        'Shows a link in the menu to close the Rocket.Chat room of a ticket in the ticket zoom view of the agent interface.' =>
            'Zeigt im Menü der Ticket-Ansicht im Agenten-Interface einen Link, mit dem der Rocket.Chat-Raum eines Tickets geschlossen wird.',
        'Shows a link in the menu to open the Rocket.Chat room of a ticket, or to go there, in the ticket zoom view of the agent interface.'
            => 'Zeigt im Menü der Ticket-Ansicht im Agenten-Interface einen Link, der den Rocket.Chat-Raum eines Tickets öffnet oder dorthin führt.',
        'Shows customers the link to the Rocket.Chat room, in tickets that they have to do with. It is set under Admin, Rocket.Chat.' =>
            'Zeigt Kunden den Link zum Rocket.Chat-Raum in Tickets, mit denen sie zu tun haben. Wird unter Admin, Rocket.Chat eingestellt.',
        'Shows customers the link to the Rocket.Chat room, where RocketChat::CustomerLink is on.' =>
            'Zeigt Kunden den Link zum Rocket.Chat-Raum, wenn RocketChat::CustomerLink eingeschaltet ist.',
        'Shows entries for Rocket.Chat in the menu of tickets, and tells Rocket.Chat what happens to tickets. It is set under Admin, Rocket.Chat.'
            => 'Zeigt Einträge für Rocket.Chat im Menü von Tickets und teilt Rocket.Chat mit, was mit Tickets geschieht. Wird unter Admin, Rocket.Chat eingestellt.',
        'Talk about this ticket in Rocket.Chat'                                       => 'Dieses Ticket in Rocket.Chat besprechen',
        'Talk about this ticket in Rocket.Chat, with everybody who has to do with it' =>
            'Dieses Ticket in Rocket.Chat mit allen besprechen, die damit zu tun haben',
        'Tell your OTOBO administrator. The ticket is unchanged.' =>
            'Sagen Sie Ihrer OTOBO-Administration Bescheid. Das Ticket ist unverändert.',
        'Test the connection'                                                     => 'Verbindung testen',
        'The address of the app is missing.'                                      => 'Die Adresse der App fehlt.',
        'The app answers. Version %s, %s ms.'                                     => 'Die App antwortet. Version %s, %s ms.',
        'The groups for the rule "members of these groups". It is set under Admin, Rocket.Chat.' =>
            'Die Gruppen für die Regel „Mitglieder dieser Gruppen“. Wird unter Admin, Rocket.Chat eingestellt.',
        'The message comes from the app. Its documentation explains it.' =>
            'Die Meldung kommt von der App. Deren Dokumentation erklärt sie.',
        'The room is being closed, if it is not closed already. Who is in it is told before.' =>
            'Der Raum wird geschlossen, falls er es nicht schon ist. Wer darin ist, wird vorher benachrichtigt.',
        'The same as "Secret for OTOBO" in the settings of the app.' =>
            'Das gleiche wie „Geheimnis für OTOBO“ in den Einstellungen der App.',
        'The secret is missing.'                                                             => 'Das Geheimnis fehlt.',
        'The secret may only have letters, digits and signs of ASCII, and no spaces inside.' =>
            'Das Geheimnis darf nur Buchstaben, Ziffern und Zeichen aus ASCII und keine Leerzeichen enthalten.',
        'The settings could not be stored. The log of OTOBO says why.' =>
            'Die Einstellungen konnten nicht gespeichert werden. Warum, steht im Protokoll von OTOBO.',
        'The web service RocketChat is not valid, so neither side reaches the other.' =>
            'Der Webservice RocketChat ist ungültig, daher erreicht keine Seite die andere.',
        'The web service RocketChat lacks something that this version of the package has.' =>
            'Dem Webservice RocketChat fehlt etwas, das diese Version des Pakets hat.',
        'The web service could not be stored. The log of OTOBO says why.' =>
            'Der Webservice konnte nicht gespeichert werden. Warum, steht im Protokoll von OTOBO.',
        'The web service was created.'                                           => 'Der Webservice wurde angelegt.',
        'The web service was deleted.'                                           => 'Der Webservice wurde gelöscht.',
        'The web service was reset.'                                             => 'Der Webservice wurde zurückgesetzt.',
        'There is no ticket with the number %s.'                                 => 'Es gibt kein Ticket mit der Nummer %s.',
        'There is no web service RocketChat, so neither side reaches the other.' =>
            'Es gibt keinen Webservice RocketChat, daher erreicht keine Seite die andere.',
        'There is no web service RocketChat. Create it first.' => 'Es gibt keinen Webservice RocketChat. Legen Sie ihn zuerst an.',
        'There is nothing to close: this ticket has no room in Rocket.Chat.' =>
            'Es gibt nichts zu schließen: Dieses Ticket hat keinen Raum in Rocket.Chat.',
        'This address is incomplete. Go to the ticket and use its menu.' =>
            'Diese Adresse ist unvollständig. Gehen Sie zum Ticket, und benutzen Sie sein Menü.',
        'This is no address of the app. It has the form https://chat.example.com/api/apps/private/<app id>/<hash>.' =>
            'Das ist keine Adresse der App. Sie hat die Form https://chat.example.com/api/apps/private/<App-ID>/<Hash>.',
        'Ticket number (optional)'      => 'Ticketnummer (optional)',
        'Try again in a few minutes. If it stays so, tell your OTOBO administrator. The ticket is unchanged.' =>
            'Versuchen Sie es in einigen Minuten noch einmal. Wenn es so bleibt, sagen Sie Ihrer OTOBO-Administration Bescheid. Das Ticket ist unverändert.',
        'Try again when the reason is gone. If you cannot change it, tell your OTOBO administrator.' =>
            'Versuchen Sie es noch einmal, wenn der Grund behoben ist. Wenn Sie ihn nicht beheben können, sagen Sie Ihrer OTOBO-Administration Bescheid.',
        'Try again. If it stays so, tell your OTOBO administrator.' =>
            'Versuchen Sie es noch einmal. Wenn es so bleibt, sagen Sie Ihrer OTOBO-Administration Bescheid.',
        'User in Rocket.Chat' => 'Benutzer in Rocket.Chat',
        'What happens'        => 'Was geschieht',
        'What was talked about goes into the ticket first, then the room is closed as the app is set up to do.' =>
            'Das Besprochene kommt zuerst ins Ticket, dann wird der Raum so geschlossen, wie es in der App eingestellt ist.',
        'Who'                          => 'Wer',
        'Who may open and close rooms' => 'Wer Räume öffnen und schließen darf',
        'Who may open and close the Rocket.Chat room of a ticket. It is set under Admin, Rocket.Chat.' =>
            'Wer den Rocket.Chat-Raum eines Tickets öffnen und schließen darf. Wird unter Admin, Rocket.Chat eingestellt.',
        'Yes, delete address and secret, too.'                                       => 'Ja, auch Adresse und Geheimnis löschen.',
        'You need more rights on this ticket to open or close its Rocket.Chat room.' =>
            'Um den Rocket.Chat-Raum dieses Tickets zu öffnen oder zu schließen, brauchen Sie mehr Rechte an dem Ticket.',
        'everybody who sees the ticket'             => 'alle, die das Ticket sehen',
        'has no account that was found'             => 'hat kein Konto, das gefunden wurde',
        'is inside'                                 => 'ist im Raum',
        'is stored; leave empty to keep it'         => 'ist gespeichert; leer lassen, um es zu behalten',
        'members of these groups (permission rw)'   => 'Mitglieder dieser Gruppen (Berechtigung rw)',
        'status'                                    => 'Status',
        'stays out by a rule'                       => 'bleibt durch eine Regel draußen',
        'the owner of the ticket'                   => 'der Besitzer des Tickets',
        'who may change the ticket (permission rw)' => 'wer das Ticket ändern darf (Berechtigung rw)',
        'would come in'                             => 'käme hinein',
    );

    $Self->{Translation}->@{ keys %German } = values %German;

    return 1;
}

1;
