import type { rooms as en } from '../en/rooms';

export const rooms: Readonly<Record<keyof typeof en, string>> = {
  'room.announcement': 'Ticket#{number} – {title}',
  'card.title': 'Ticket#{number}',
  'card.queue': 'Queue',
  'card.state': 'Status',
  'card.priority': 'Priorität',
  'card.owner': 'Besitzer',
  'card.responsible': 'Verantwortlich',
  'card.take': 'Übernehmen',
  'card.note': 'Notiz',
  'card.people': 'Personen',
  'card.open_agent': 'In OTOBO öffnen',
  'card.open_customer': 'Im Kundenportal öffnen',
  'card.missing': '{count, plural, one {# Person ist} other {# Personen sind}} nicht in diesem Raum: {people}',
  'card.linked': '{by} hat diesen Raum mit dem Ticket verknüpft. `/otobo unlink` löst die Verknüpfung.',
  'card.unlinked': '{by} hat die Verknüpfung dieses Raumes mit Ticket#{number} gelöst. `/otobo ticket {number}` verknüpft ihn wieder.',
  'card.ownership': 'Dieser Raum behält seinen Besitzer, auch wenn das Ticket einen anderen bekommt.',
  'card.transcript':
    'Was hier gesagt wird, kommt als Protokoll ins Ticket.{how, select, both { Was nicht ins Protokoll soll, beginnen Sie mit {prefix}, oder geben Sie die Reaktion {reaction} auf Ihre eigene Nachricht.} prefix { Was nicht ins Protokoll soll, beginnen Sie mit {prefix}.} reaction { Soll eine Nachricht nicht ins Protokoll, geben Sie selbst die Reaktion {reaction} darauf.} other {}}',
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
};
