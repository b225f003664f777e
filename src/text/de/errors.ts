import type { errors as en } from '../en/errors';

export const errors: Readonly<Record<keyof typeof en, string>> = {
  'error.unauthorized':
    'Das Geheimnis fehlt oder ist falsch. Es gehört in den Kopf "Authorization: Bearer <Geheimnis>" und steht in den Einstellungen der App OTOBO in Rocket.Chat.',
  'error.not_configured':
    'Die App hat noch kein Geheimnis und lässt deshalb niemanden herein. Setzen Sie „Geheimnis für OTOBO“ in den Einstellungen der App OTOBO in Rocket.Chat und dasselbe Geheimnis in OTOBO.',
  'error.paused':
    'Die App ist angehalten. Ihr Admin hat sie für eine Weile abgeschaltet („Anhalten“ in den Einstellungen der App OTOBO in Rocket.Chat); nichts wurde getan. Versuchen Sie es später noch einmal.',
  'error.method_not_allowed': 'Diese Adresse nimmt nur {allowed} an.',
  'error.media_type_unsupported': 'Der Inhalt muss JSON sein: Senden Sie ihn mit "Content-Type: application/json".',
  'error.body_invalid': 'Der Inhalt folgt nicht der Schnittstelle: {problems}',
  'error.ticket_id_missing':
    'Der Inhalt nennt kein Ticket, das zu finden ist. Senden Sie TicketID. Eine TicketNumber genügt, sobald die Verbindung zu OTOBO in den Einstellungen der App eingerichtet ist.',
  'error.name_taken':
    'Den Raumnamen {room} trägt ein Raum, der nicht zu diesem Ticket gehört; er wird nicht übernommen. Benennen Sie jenen Raum um, oder stellen Sie „Name vergeben“ in den Einstellungen der App auf „nächsten Namen nehmen“.',
  'error.room_archived':
    'Der Raum {room} des Tickets ist archiviert. Heben Sie die Archivierung in Rocket.Chat auf (Rauminformationen, als Besitzer oder Admin), und öffnen Sie ihn dann erneut.',
  'error.owner_missing':
    'Niemand kann den Raum besitzen: Weder Besitzer noch Verantwortlicher des Tickets noch Sie haben ein Rocket.Chat-Konto, das private Räume anlegen darf (versucht: {tried}). Geben Sie jemandem davon ein Konto oder die Berechtigung create-p, oder lassen Sie die App solche Räume besitzen („Kein Besitzer“ in den Einstellungen der App).',
  'error.open_cap':
    'Die Regeln haben in der letzten Stunde {cap, plural, one {# Raum} other {# Räume}} geöffnet, mehr erlauben die Einstellungen nicht, und dieses Ticket hat noch keinen bekommen. Es bekommt einen bei seiner nächsten Änderung danach, oder wenn ein Agent ihn öffnet. Die Grenze heißt „Räume je Stunde durch Regeln“ in den Einstellungen der App.',
  'error.room_name_invalid':
    'Der Raumname {name} ist in diesem Arbeitsbereich nicht erlaubt. Berichtigen Sie „Raumname“ in den Einstellungen der App: Buchstaben, Ziffern, Bindestriche und {braces}.',
  'error.prevented_by_app':
    'Eine andere App dieses Arbeitsbereichs erlaubt den Raum nicht. Fragen Sie den Rocket.Chat-Admin, welche es ist.',
  'error.permission_missing':
    'Die App darf das in Rocket.Chat nicht: Die Berechtigung {permission} wurde nicht erteilt. Laden Sie die App erneut hoch, und nehmen Sie ihre Berechtigungen an.',
  'error.otobo_not_configured':
    'Dafür braucht es OTOBO, und die App weiß nicht, wo OTOBO ist. Setzen Sie Adresse, Webservice, Login und Passwort von OTOBO in den Einstellungen der App.',
  'error.otobo_login_failed':
    'OTOBO nimmt das Dienstkonto der App nicht an. Berichtigen Sie Login und Passwort von OTOBO in den Einstellungen der App.',
  'error.otobo_misconfigured':
    'OTOBO antwortet, aber nicht so, wie der Webservice {webservice} es sollte. Prüfen Sie die Adresse von OTOBO und den Namen des Webservice in den Einstellungen der App, und ob der Webservice in OTOBO gültig ist und die Routen der Datei hat, die /otobo setup erstellt.',
  'error.ticket_not_found': 'OTOBO hat kein solches Ticket, oder das Dienstkonto der App hat kein Recht auf dessen Queue.',
  'error.otobo_denied':
    'OTOBO lässt das Dienstkonto der App das nicht tun ({message}). Der OTOBO-Admin muss dem Konto das Recht in der Queue des Tickets geben.',
  'error.otobo_value_refused':
    'OTOBO nimmt „{value}“ für {field} nicht an. Namen müssen so geschrieben sein wie in OTOBO und dort gültig sein, Adressen solche, die OTOBO zulässt (seine Einstellungen CheckEmailAddresses, CheckMXRecord und CheckEmailInvalidAddress).',
  'error.otobo_value_missing':
    'OTOBO verlangt einen Wert für {field}, und es wurde keiner angegeben. Nennen Sie einen, oder fragen Sie den OTOBO-Admin, ob das ein Pflichtfeld sein muss.',
  'error.otobo_field_missing':
    'In OTOBO fehlt ein dynamisches Feld dieser App ({fields}). Der OTOBO-Admin muss das OTOBO-Paket dieser App installieren oder die Felder RocketChatURL und RocketChatRoomID anlegen (Objekt Ticket, Typ Text, gültig).',
  'error.reply_no_recipient':
    'Das Ticket hat keinen Kunden mit E-Mail-Adresse, daher weiß OTOBO nicht, wem es die Antwort senden soll. Tragen Sie in OTOBO einen Kunden mit Adresse ein.',
  'error.reply_not_sent':
    'OTOBO konnte die E-Mail nicht senden. Fragen Sie den OTOBO-Admin: Das Kommunikationsprotokoll von OTOBO nennt den Grund. Senden Sie sie nicht erneut, bevor das geklärt ist.',
  'error.package_missing':
    'Dafür braucht es das OTOBO-Paket dieser App ({operation}), und OTOBO hat es nicht. Bitten Sie den OTOBO-Admin, es zu installieren oder die Route in den Webservice aufzunehmen.',
  'error.ticket_hidden': 'OTOBO hat kein solches Ticket, oder Sie dürfen es nicht sehen.',
  'error.right_missing': 'Sie dürfen dieses Ticket sehen, aber das nicht damit tun: OTOBO gibt Ihnen dafür das Recht „{right}“ nicht.',
  'error.queue_hidden': 'OTOBO hat keine Queue „{queue}“, oder Sie dürfen darin keine Tickets anlegen.',
  'error.agent_unknown':
    'Sie sind, soweit die App es sehen kann, kein Agent in OTOBO: Kein gültiger Agent hat Ihre bestätigte E-Mail-Adresse. Bitten Sie Ihren Admin, die Adresse in Ihr OTOBO-Konto einzutragen oder Sie in den Einstellungen der App unter „Wer ist wer“ zu nennen.',
  'error.agent_ambiguous':
    'Mehrere Agenten in OTOBO haben Ihre E-Mail-Adresse, daher ist nicht klar, wer Sie sind. Bitten Sie Ihren Admin, Sie in den Einstellungen der App unter „Wer ist wer“ zu nennen.',
  'error.agent_role_missing':
    'Nur Personen mit bestimmten Rollen dürfen von hier aus an Tickets arbeiten, und Sie haben keine davon. Fragen Sie Ihren Rocket.Chat-Admin: Die Rollen stehen in den Einstellungen der App („Rollen, die als Agenten gelten“).',
  'error.login_unknown':
    'Welchen Login {person} in OTOBO hat, lässt sich nicht feststellen. Bitten Sie Ihren Admin, die Person in den Einstellungen der App unter „Wer ist wer“ zu nennen.',
  'error.admin_only': 'Das ist den Admins der App vorbehalten. Ihre Rollen stehen in den Einstellungen der App („Rollen der Admins“).',
  'error.member_only': 'Das ist Mitgliedern des Raumes vorbehalten. Treten Sie ihm zuerst bei.',
  'error.sender_refused': 'Befehle sind für Menschen mit einem aktiven Konto in diesem Arbeitsbereich.',
  'error.reference_missing': 'Geben Sie hier die Nummer des Tickets an, oder fügen Sie einen Link darauf ein.',
  'error.reference_unclear':
    '„{text}“ ist kein Ticket. Geben Sie die Nummer an, etwa 2026112310000011 oder Ticket#2026112310000011, oder fügen Sie einen Link auf das Ticket ein.',
  'error.link_elsewhere':
    'Dieser Link führt nicht zum OTOBO dieses Arbeitsbereichs ({address}). Geben Sie stattdessen die Nummer des Tickets an.',
  'error.link_no_ticket':
    'Dieser Link führt zu OTOBO, aber nicht zu einem Ticket. Öffnen Sie das Ticket dort und kopieren Sie seine Adresse, oder geben Sie seine Nummer an.',
  'error.transcript_under_way':
    'Ein Protokoll dieses Raumes wird gerade geschrieben. Warten Sie, bis es im Ticket steht, und versuchen Sie es dann wieder.',
  'error.transcript_empty':
    'Es gibt nichts zu schreiben: In dieser Zeit wurde nichts gesagt, oder alles ist ausgelassen. Wählen Sie etwas anderes.',
  'error.ticket_changed': 'Dieser Raum gehört inzwischen zu einem anderen Ticket. Geben Sie `/otobo transcript` noch einmal ein.',
  'error.dialog_missing': 'Dieses Programm öffnet zu Befehlen keine Dialoge. Verwenden Sie Rocket.Chat im Browser oder seine aktuelle App.',
  'error.write_dropped':
    '{admin} hat es als Admin der App aus dem herausgenommen, was auf OTOBO wartet. Fragen Sie nach dem Grund, und beginnen Sie dann von vorn.',
  'error.site_url_invalid':
    'Unter der Adresse dieses Arbeitsbereichs ({url}) könnte OTOBO nichts aufrufen. Setzen Sie „Website-URL“ unter Administration > Arbeitsbereich > Einstellungen > Allgemein, etwa auf https://chat.example.',
  'error.direct_room_refused':
    'Ich darf Ihnen keine Direktnachricht schreiben und Ihnen die Datei deshalb nicht senden. Erlauben Sie Direktnachrichten zwischen Ihnen und mir (Berechtigung create-d, für Sie und für die Rolle app), und versuchen Sie es dann noch einmal.',
  'error.upload_refused':
    'Rocket.Chat nimmt die Datei von mir nicht an ({reason}). Schalten Sie „Datei-Uploads aktiviert“ unter Administration > Arbeitsbereich > Einstellungen > Dateiupload ein, auch für Direktnachrichten, und versuchen Sie es dann noch einmal.',
  'error.setting_not_saved':
    'Rocket.Chat hat das Geheimnis nicht behalten, das ich erzeugt habe. Tragen Sie in den Einstellungen der App unter „Geheimnis für OTOBO“ selbst eines ein, und versuchen Sie es dann noch einmal.',
  'error.room_without_ticket':
    'Dieser Raum gehört zu keinem Ticket. Verknüpfen Sie ihn mit `/otobo ticket <Nummer>`, oder gehen Sie in den Raum eines Tickets.',
  'error.choice_missing': 'Wählen Sie hier etwas aus.',
  'error.text_missing': 'Es gibt noch nichts zu schreiben: Geben Sie den Text ein, hinter dem Befehl oder im Formular.',
  'error.text_too_long': 'Der Text hat {length} Zeichen, höchstens {max} sind möglich. Kürzen Sie ihn, oder senden Sie ihn in Teilen.',
  'error.message_gone': 'Diese Nachricht steht nicht oder nicht mehr in diesem Raum. Geschrieben wurde nichts; wählen Sie eine andere.',
  'error.message_not_noted':
    '{reason, select, app {Diese Nachricht ist von mir, sie wird nicht notiert: Was darin steht, kommt aus dem Ticket.} server {Das ist eine Zeile des Servers und keine Nachricht von jemandem, sie wird nicht notiert.} off {Diese Nachricht ist nicht fürs Protokoll, sie wird nicht notiert. Nimmt ihr Verfasser das zurück, versuchen Sie es noch einmal; oder schreiben Sie selbst eine Notiz: `/otobo note <Text>`} other {Diese Nachricht hat weder Text noch Dateien, es gibt also nichts zu notieren. Schreiben Sie selbst eine Notiz: `/otobo note <Text>`}}',
  'error.user_unknown': 'Niemand hat hier den Benutzernamen „{user}“.',
  'error.value_unknown':
    '„{value}“ ist {field, select, state {kein Status, den} priority {keine Priorität, die} queue {keine Queue, die} type {kein Typ, den} other {kein Wert, den}} Sie wählen dürfen, oder es ist nicht eindeutig. Wählen Sie hieraus: {offered}.',
  'error.state_needs_time': 'Der Status „{state}“ braucht einen Zeitpunkt. Verwenden Sie `/otobo pending 2d {state}`.',
  'error.time_unknown':
    '„{time}“ versteht die App nicht als Zeitangabe. Schreiben Sie, wie lange (30m, 4h, 2d, 1w) oder bis wann (2026-12-24 oder 2026-12-24 10:00).',
  'error.time_past': '{time} ist schon vorbei. Nennen Sie einen Zeitpunkt in der Zukunft.',
  'error.queue_missing':
    'Für neue Tickets ist keine Queue eingestellt. Nennen Sie eine mit `/otobo create queue=<Name> <Titel>`{offered, select, none {} other { (Sie dürfen wählen: {offered})}}, oder bitten Sie Ihren Admin, in den Einstellungen der App „Queue neuer Tickets“ zu setzen.',
  'error.assignee_refused':
    '{person} darf dieses Ticket in OTOBO nicht besitzen.{offered, select, none {} other { Diese dürfen es: {offered}.}}',
  'error.replies_off':
    'Kunden lässt sich von hier aus nicht antworten: Ihr Admin hat in den Einstellungen der App „Antworten an Kunden erlauben“ nicht eingeschaltet. Eine interne Notiz geht: `/otobo note <Text>`.',
  'error.changed_meanwhile':
    'Jemand hat inzwischen {field, select, state {den Status} priority {die Priorität} owner {den Besitzer} other {die Wartezeit}} des Tickets geändert{is, select, none {} other { (jetzt: {is})}}, und die App überschreibt niemanden. Sehen Sie sich das Ticket an, und geben Sie den Befehl noch einmal ein, wenn Sie es weiterhin wollen.',
  'error.outbox_full':
    'Es wartet schon so viel darauf, in OTOBO geschrieben zu werden, dass die App nichts mehr aufbewahrt ({max} Einträge oder sehr lange). Geschrieben wurde nichts. Versuchen Sie es wieder, wenn OTOBO etwas davon angenommen hat; Admins der App sehen mit `/otobo doctor`, warum es wartet, und schaffen mit `/otobo outbox` Platz.',
  'error.outbox_order_unclear':
    '„{text}“ lässt sich mit dem, was auf OTOBO wartet, nicht tun. `/otobo outbox` listet es auf, `/otobo outbox retry <Id>` oder `retry all` versucht es erneut, `/otobo outbox drop <Id>` nimmt einen Eintrag heraus.',
  'error.outbox_item_unknown':
    '{count, select, none {Nichts, was auf OTOBO wartet, hat eine Id, die mit „{id}“ beginnt. Es kann inzwischen gesendet sein; `/otobo outbox` listet auf, was da ist.} other {{count} Einträge haben eine Id, die mit „{id}“ beginnt. Geben Sie mehr davon ein; `/otobo outbox` zeigt genug.}}',
  'error.outbox_author_untold':
    '{user} lässt sich nicht direkt anschreiben, daher wurde nichts verworfen: Was dort getippt wurde, ginge verloren. Erlauben Sie Direktnachrichten zwischen {user} und der App (Berechtigung create-d, auch für die Rolle app), und versuchen Sie es dann noch einmal.',
  'error.room_unsuitable':
    '{reason, select, archived {Dieser Raum ist archiviert, niemand kann darin schreiben. Heben Sie die Archivierung zuerst auf.} encrypted {Dieser Raum ist verschlüsselt: Die App kann darin weder lesen noch schreiben. Nehmen Sie einen anderen Raum, oder schalten Sie die Verschlüsselung ab.} federated {Dieser Raum ist mit anderen Servern geteilt, deren Benutzer OTOBO nicht kennt. Nehmen Sie einen Raum, der nur zu diesem Arbeitsbereich gehört.} omnichannel {Dies ist ein Gespräch mit einem Besucher, für das eigene Regeln gelten. Nehmen Sie einen anderen Raum.} other {Mit einem Raum dieser Art lässt sich kein Ticket verknüpfen. Nehmen Sie einen anderen Raum.}}',
  'error.room_taken':
    '{origin, select, created {Dieser Raum wurde für {known, select, yes {Ticket#{ticket}} other {ein anderes Ticket}} geöffnet und bleibt dessen Raum. Nehmen Sie einen anderen Raum.} other {Dieser Raum ist schon mit {known, select, yes {Ticket#{ticket}} other {einem anderen Ticket, das Sie nicht sehen dürfen,}} verknüpft. Lösen Sie zuerst diese Verknüpfung, wenn Sie dürfen: `/otobo unlink`}}',
  'error.ticket_taken':
    '{origin, select, created {Das Ticket hat einen eigenen Raum{known, select, yes {: {room}} other {}}. Ein Ticket hat einen Raum, und dieser bleibt es. `/otobo open <Nummer>` sagt, wie Sie hineinkommen.} other {Das Ticket ist schon mit {known, select, yes {dem Raum {room}} direct {einem Ihrer direkten Gespräche} other {einem Raum, in dem Sie nicht sind,}} verknüpft. Soll es umziehen, gibt jemand in jenem Raum `/otobo unlink` ein; danach verknüpfen Sie es hier.}}',
  'error.link_busy':
    'Jemand anders verknüpft gerade dieses Ticket oder diesen Raum oder öffnet den Raum des Tickets. Versuchen Sie es in einigen Sekunden wieder.',
  'error.room_not_unlinked':
    'Dieser Raum wurde für Ticket#{ticket} geöffnet, die Verknüpfung lässt sich nicht lösen. Ist die Arbeit getan, schließen Sie das Ticket: `/otobo close`',
  'error.close_linked':
    'Der Raum dieses Tickets ist von Personen angelegt und verknüpft worden, er wird nicht geschlossen. `/otobo unlink` im Raum trennt beide.',
  'error.closing_settled': 'Hier ist nichts mehr aufzuhalten: Der Raum ist geschlossen, oder das Schließen wurde zurückgenommen.',
  'error.user_unusable':
    '{user} kann nicht hinzugefügt werden: {reason, select, bot {Das ist keine Person} disabled {Das Konto ist deaktiviert} other {Das Konto gehört zu einem anderen Server}}.',
  'error.user_not_admitted':
    'Der Server lässt {user} nicht in diesen Raum. Der Admin des Servers kann sagen, warum (Attribute des Raumes, eine andere App).',
  'error.direct_room':
    'Zu einem direkten Gespräch lässt sich niemand hinzufügen. Legen Sie einen Raum mit allen an, und verknüpfen Sie ihn mit `/otobo ticket <Nummer>`.',
  'error.question_settled': 'Diese Frage ist schon erledigt. Falls nichts geschehen ist, geben Sie den Befehl noch einmal ein.',
  'error.question_lapsed':
    'Diese Frage ist mehr als einen Tag alt und gilt nicht mehr. Es ist nichts geschehen; geben Sie den Befehl noch einmal ein.',
  'error.question_not_yours': 'Diese Frage darf nur beantworten, wem sie gestellt wurde.',
  'error.view_outdated':
    'Die Leiste oder das Formular, worin Sie geklickt haben, ist zu lange offen; deshalb ist nichts geschehen. Kopieren Sie, was Sie darin eingegeben haben, schließen Sie es, und öffnen Sie es noch einmal.',
  'error.question_busy': 'Diese Antwort kam mehrmals zugleich. Es ist nichts geschehen; versuchen Sie es noch einmal.',
  'error.form_settled':
    'Das wurde schon gesendet oder ist älter als ein Tag. Falls nichts geschehen ist, kopieren Sie Ihre Eingabe und öffnen Sie es neu.',
  'error.otobo_unreachable':
    'OTOBO ist von Rocket.Chat aus gerade nicht zu erreichen oder hat selbst einen Fehler. Versuchen Sie es später wieder; bleibt es so, prüfen Sie die Adresse von OTOBO in den Einstellungen der App und das Protokoll von OTOBO.',
  'error.busy': 'Der Raum wird in diesem Augenblick von anderen geändert. Versuchen Sie es in einigen Sekunden wieder.',
  'error.internal_error': 'In der App ist etwas schiefgegangen. Ihr Log in Rocket.Chat nennt die Einzelheiten unter dieser RequestID.',
  'reason.no_address': 'keine E-Mail-Adresse in OTOBO',
  'reason.no_login': 'kein Login in OTOBO',
  'reason.address_invalid': 'E-Mail-Adresse ungültig',
  'reason.no_account': 'kein Konto hier',
  'reason.not_searched_yet': 'noch nicht gefunden, die Suche durch die Benutzer läuft noch',
  'reason.mapped_to_nobody': 'niemand trägt den Benutzernamen aus „Wer ist wer“',
  'reason.address_unverified': 'E-Mail-Adresse hier nicht bestätigt',
  'reason.not_admitted': 'vom Server nicht eingelassen',
  'reason.not_in_room': 'nicht im Raum',
  'reason.account_disabled': 'Konto deaktiviert',
  'reason.bot': 'keine Person',
  'reason.api_user': 'Konto des Webservice',
  'reason.system_address': 'Adresse von OTOBO selbst',
  'reason.role_excluded': 'Rolle kommt nicht in Räume',
  'reason.customer_excluded': 'keine Kunden in diesem Raum',
  'reason.customer_needs_consent': 'wartet auf Zustimmung, weil der Raum eine Vorgeschichte hat',
  'reason.federated_account': 'Konto eines anderen Servers',
};
