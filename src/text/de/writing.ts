import type { writing as en } from '../en/writing';

export const writing: Readonly<Record<keyof typeof en, string>> = {
  'command.note.about': 'Schreibt eine interne Notiz in das Ticket dieses Raumes',
  'command.reply.about': 'Antwortet dem Kunden des Tickets; vor dem Senden werden Sie gefragt',
  'command.create.about':
    'Legt ein Ticket an; zwischen den Wörtern des Titels dürfen `queue=<Name>` und `customer=<Login oder Adresse>` stehen',
  'command.take.about': 'Macht Sie zum Besitzer des Tickets',
  'command.assign.about': 'Gibt das Ticket jemand anderem',
  'command.state.about': 'Setzt den Status des Tickets; der Anfang genügt',
  'command.priority.about': 'Setzt die Priorität des Tickets; die Nummer genügt',
  'command.pending.about': 'Lässt das Ticket warten: 30m, 4h, 2d, 1w, 2026-12-24 oder 2026-12-24 10:00, nach Ihrer Uhr',
  'command.close.about': 'Schließt das Ticket',
  'command.reopen.about': 'Öffnet das Ticket wieder',
  'note.subject': 'Notiz von {person} aus Rocket.Chat, Raum {room}',
  'note.subject_direct': 'Notiz von {person} aus Rocket.Chat, direktes Gespräch',
  'note.thread': 'Geschrieben im Thread „{words}“: {url}',
  'note.thread_gone': 'Geschrieben in einem Thread: {url}',
  'create.subject': 'Ticket von {person} aus Rocket.Chat',
  'create.body': '{title}\n\nAngelegt in Rocket.Chat: {url}',
  'reply.question':
    'Soll das an den Kunden{customer, select, none {} other { {customer}}} von Ticket#{number} gehen?\n\n{text}\n\n{mailed, select, yes {Es verlässt OTOBO als E-Mail.} other {Es geht keine E-Mail hinaus: Der Kunde sieht es im Kundenportal.}}',
  'reply.send': 'Senden',
  'reply.cancel': 'Nicht senden',
  'write.note': 'In Ticket#{number} notiert.',
  'write.typed': 'Sie hatten geschrieben: {text}',
  'write.reply': 'An den Kunden von Ticket#{number} gesendet{to, select, none {} other {, als E-Mail an {to}}}.',
  'write.created': 'Ticket#{number} ist angelegt: {title}\nSo verknüpfen Sie diesen Raum damit: `/otobo ticket {number}`.',
  'change.state': 'Ticket#{number}: Status {from} → {to}.',
  'change.pending': 'Ticket#{number}: Status {from} → {to}, bis {until}.',
  'change.priority': 'Ticket#{number}: Priorität {from} → {to}.',
  'change.owner': 'Ticket#{number}: Besitzer {from} → {to}.',
  'change.none': 'Ticket#{number} hat bereits {to}; es wurde nichts geändert.',
  'outbox.what.Note': 'Ihre Notiz',
  'outbox.what.Reply': 'Ihre Antwort an den Kunden',
  'outbox.what.Fields': 'Ihre Änderung am Ticket',
  'outbox.what.RoomLink': 'den Link zum Raum',
  'outbox.what.Create': 'Ihr neues Ticket',
  'outbox.kept':
    'Die App kann {what} gerade nicht an OTOBO übergeben. Sie bewahrt alles auf und sendet es, sobald es geht; ob Sie das dürfen, wird dann noch einmal geprüft.',
  'outbox.waits':
    'Für dieses Ticket wartet noch Älteres darauf, gesendet zu werden; {what} kommt danach. Es wird gesendet, sobald es geht; ob Sie das dürfen, wird dann noch einmal geprüft.',
  'outbox.sent': 'OTOBO war nicht erreichbar und hat {what} jetzt angenommen: Ticket#{number}.',
  'outbox.lost':
    'OTOBO hat {what} nicht angenommen; die App hatte es aufbewahrt. Geschrieben wurde nichts. Der Grund und was Sie getippt haben:',
};
