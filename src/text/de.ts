import type { TextKey } from './en';

export const de: Readonly<Record<TextKey, string>> = {
  'room.announcement': 'Ticket#{number} – {title}',

  'card.title': 'Ticket#{number}',
  'card.queue': 'Queue',
  'card.state': 'Status',
  'card.priority': 'Priorität',
  'card.owner': 'Besitzer',
  'card.responsible': 'Verantwortlich',
  'card.open_agent': 'In OTOBO öffnen',
  'card.open_customer': 'Im Kundenportal öffnen',
  'card.missing': '{count, plural, one {# Person ist} other {# Personen sind}} nicht in diesem Raum: {people}',
  'card.ownership': 'Dieser Raum behält seinen Besitzer, auch wenn das Ticket einen anderen bekommt.',

  'notice.welcome': 'Willkommen: {people}',

  'consent.question':
    'Der Kunde {person} gehört zu diesem Ticket. Ist er im Raum, kann er alles lesen, was hier gesagt wurde. Hereinlassen? Der Besitzer des Raumes und die Agenten des Tickets dürfen entscheiden.',
  'consent.yes': 'Hereinlassen',
  'consent.no': 'Draußen lassen',
  'consent.granted': '{by} hat den Kunden {person} hereingelassen.',
  'consent.refused': '{by} hat den Kunden {person} draußen gelassen.',
  'consent.settled': 'Diese Frage ist schon entschieden.',
  'consent.not_yours': 'Das dürfen nur der Besitzer des Raumes und die Agenten des Tickets entscheiden, die darin sind.',
  'consent.failed': 'Das hat nicht geklappt. Das Log der App nennt den Grund; versuchen Sie es später wieder.',

  'error.unauthorized':
    'Das Geheimnis fehlt oder ist falsch. Es gehört in den Kopf "Authorization: Bearer <Geheimnis>" und steht in den Einstellungen der App OTOBO in Rocket.Chat.',
  'error.not_configured':
    'Die App hat noch kein Geheimnis und lässt deshalb niemanden herein. Setzen Sie "Geheimnis für OTOBO" in den Einstellungen der App OTOBO in Rocket.Chat und dasselbe Geheimnis in OTOBO.',
  'error.method_not_allowed': 'Diese Adresse nimmt nur {allowed} an.',
  'error.media_type_unsupported': 'Der Inhalt muss JSON sein: Senden Sie ihn mit "Content-Type: application/json".',
  'error.body_invalid': 'Der Inhalt folgt nicht der Schnittstelle: {problems}',
  'error.ticket_id_missing':
    'Der Inhalt nennt kein Ticket, das zu finden ist. Senden Sie TicketID. Eine TicketNumber genügt, sobald die Verbindung zu OTOBO in den Einstellungen der App eingerichtet ist.',
  'error.name_taken':
    'Den Raumnamen {room} trägt ein Raum, der nicht zu diesem Ticket gehört; er wird nicht übernommen. Benennen Sie jenen Raum um, oder stellen Sie "Name vergeben" in den Einstellungen der App auf "nächsten Namen nehmen".',
  'error.room_archived':
    'Der Raum {room} des Tickets ist archiviert. Heben Sie die Archivierung in Rocket.Chat auf (Rauminformationen, als Besitzer oder Admin), und öffnen Sie ihn dann erneut.',
  'error.owner_missing':
    'Niemand kann den Raum besitzen: Weder Besitzer noch Verantwortlicher des Tickets noch Sie haben ein Rocket.Chat-Konto, das private Räume anlegen darf (versucht: {tried}). Geben Sie jemandem davon ein Konto oder die Berechtigung create-p, oder lassen Sie die App solche Räume besitzen ("Kein Besitzer" in den Einstellungen der App).',
  'error.room_name_invalid':
    'Der Raumname {name} ist in diesem Arbeitsbereich nicht erlaubt. Berichtigen Sie "Raumname" in den Einstellungen der App: Buchstaben, Ziffern, Bindestriche und {braces}.',
  'error.prevented_by_app':
    'Eine andere App dieses Arbeitsbereichs erlaubt den Raum nicht. Fragen Sie den Rocket.Chat-Admin, welche es ist.',
  'error.permission_missing':
    'Die App darf das in Rocket.Chat nicht: Die Berechtigung {permission} wurde nicht erteilt. Laden Sie die App erneut hoch, und nehmen Sie ihre Berechtigungen an.',
  'error.otobo_not_configured':
    'Die Anfrage muss aus OTOBO ergänzt werden, und die App weiß nicht, wo OTOBO ist. Setzen Sie Adresse, Webservice, Login und Passwort von OTOBO in den Einstellungen der App.',
  'error.otobo_login_failed':
    'OTOBO nimmt das Dienstkonto der App nicht an. Berichtigen Sie Login und Passwort von OTOBO in den Einstellungen der App.',
  'error.otobo_misconfigured':
    'OTOBO antwortet, aber nicht so, wie der Webservice {webservice} es sollte. Prüfen Sie die Adresse von OTOBO und den Namen des Webservice in den Einstellungen der App, und ob der Webservice in OTOBO gültig ist.',
  'error.ticket_not_found': 'OTOBO hat kein solches Ticket, oder das Dienstkonto der App hat kein Recht auf dessen Queue.',
  'error.otobo_unreachable':
    'OTOBO ist von Rocket.Chat aus gerade nicht zu erreichen. Versuchen Sie es später wieder; bleibt es so, prüfen Sie die Adresse von OTOBO in den Einstellungen der App.',
  'error.busy': 'Der Raum wird in diesem Augenblick von anderen geändert. Versuchen Sie es in einigen Sekunden wieder.',
  'error.internal_error': 'In der App ist etwas schiefgegangen. Ihr Log in Rocket.Chat nennt die Einzelheiten unter dieser RequestID.',

  'reason.no_address': 'keine E-Mail-Adresse in OTOBO',
  'reason.no_login': 'kein Login in OTOBO',
  'reason.address_invalid': 'E-Mail-Adresse ungültig',
  'reason.no_account': 'kein Konto hier',
  'reason.not_searched_yet': 'noch nicht gefunden, die Suche durch die Benutzer läuft noch',
  'reason.mapped_to_nobody': 'niemand trägt den Benutzernamen aus "Wer ist wer"',
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
