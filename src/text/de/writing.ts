import type { writing as en } from '../en/writing';

export const writing: Readonly<Record<keyof typeof en, string>> = {
  'command.note.about': 'Schreibt eine interne Notiz in das Ticket dieses Raumes',
  'command.reply.about': 'Antwortet dem Kunden des Tickets; vor dem Senden werden Sie gefragt',
  'command.create.about':
    'Legt ein Ticket an; zwischen den Wörtern des Titels dürfen `queue=<Name>`, `type=<Typ>`, `priority=<Priorität>` und `customer=<Login oder Adresse>` stehen',
  'command.take.about': 'Macht Sie zum Besitzer des Tickets',
  'command.assign.about': 'Gibt das Ticket jemand anderem',
  'command.state.about': 'Setzt den Status des Tickets; der Anfang genügt',
  'command.priority.about': 'Setzt die Priorität des Tickets; die Nummer genügt',
  'command.pending.about': 'Lässt das Ticket warten: 30m, 4h, 2d, 1w, 2026-12-24 oder 2026-12-24 10:00, nach Ihrer Uhr',
  'command.close.about': 'Schließt das Ticket und mit ihm den Raum, den die App dafür geöffnet hat',
  'command.reopen.about': 'Öffnet das Ticket wieder und seinen Raum',
  'note.subject': 'Notiz von {person} aus Rocket.Chat, Raum {room}',
  'note.subject_direct': 'Notiz von {person} aus Rocket.Chat, direktes Gespräch',
  'note.thread': 'Geschrieben im Thread „{words}“: {url}',
  'note.thread_unnamed': 'Geschrieben in einem Thread: {url}',
  'create.subject': 'Ticket von {person} aus Rocket.Chat',
  'create.origin': 'Angelegt in Rocket.Chat: {url}',
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
  'outbox.what.Transcript': 'Ihr Protokoll',
  'outbox.what.Fields': 'Ihre Änderung am Ticket',
  'outbox.what.RoomLink': 'den Link zum Raum',
  'outbox.what.Create': 'Ihr neues Ticket',
  'outbox.kept':
    'Die App kann {what} gerade nicht an OTOBO übergeben. Sie bewahrt alles auf und sendet es, sobald es geht; ob Sie das dürfen, wird dann noch einmal geprüft.',
  'outbox.waits':
    'Für dieses Ticket wartet noch Älteres darauf, gesendet zu werden; danach sendet die App {what}, sobald es geht. Ob Sie das dürfen, wird dann noch einmal geprüft.',
  'outbox.sent': 'OTOBO war nicht erreichbar und hat {what} jetzt angenommen: Ticket#{number}.',
  'outbox.overtaken':
    'Die App hatte {what} aufbewahrt, aber nicht an OTOBO übergeben. Geschrieben wurde nichts. Der Grund und was Sie getippt haben:',
  'outbox.given_up':
    'OTOBO nimmt {what} so, wie es steht, nicht an, und die App versucht es nicht weiter. Es ist aufbewahrt: Ist die Ursache behoben, sendet es ein Admin der App mit `/otobo outbox`. Die Ursache und was Sie getippt haben:',
  'outbox.dropped':
    '{by} hat {what} als Admin der App aus dem genommen, was auf OTOBO wartet. Die App sendet das nicht mehr. Was Sie getippt haben:',
  'outbox.fell_out':
    'Die App hatte {what} aufgegeben, und jetzt brauchen neuere Einträge den Platz: Es wird nicht länger aufbewahrt. Was Sie getippt haben:',
  'command.outbox.about':
    'Listet auf, was darauf wartet, in OTOBO geschrieben zu werden; `retry` und eine Id oder `all` versucht es erneut, `drop` und eine Id nimmt es heraus',
  'argument.outbox': 'retry Id, retry all, drop Id',
  'outbox.none': 'Nichts wartet darauf, in OTOBO geschrieben zu werden.',
  'outbox.summary':
    '{waiting, plural, =0 {Nichts wartet} one {# Eintrag wartet} other {# Einträge warten}} darauf, in OTOBO geschrieben zu werden{dead, plural, =0 {} one {, # ist aufgegeben} other {, # sind aufgegeben}}.',
  'outbox.more': 'und {count, plural, one {# weiterer} other {# weitere}}',
  'outbox.retry_hint':
    'Erneut versuchen: `/otobo outbox retry <Id>` oder `retry all`. Herausnehmen, zurück an die Person, die es schrieb: `/otobo outbox drop <Id>`.',
  'outbox.kind.Note': 'Notiz',
  'outbox.kind.Reply': 'Antwort an den Kunden',
  'outbox.kind.Transcript': 'Teil eines Protokolls',
  'outbox.kind.Fields': 'Änderung',
  'outbox.kind.RoomLink': 'Link zum Raum',
  'outbox.kind.Create': 'neues Ticket',
  'outbox.characters': '{count, plural, one {# Zeichen} other {# Zeichen}}',
  'outbox.by_app': 'die App',
  'outbox.ticket_id': 'Ticket-Id {id}',
  'outbox.since': 'seit {when}',
  'outbox.tries': '{count, plural, =0 {noch nicht versucht} one {einmal versucht} other {#-mal versucht}}',
  'outbox.next': 'nächster Versuch {when}',
  'outbox.due': 'nächster Versuch in ein, zwei Minuten',
  'outbox.given_up_since': 'aufgegeben {when}',
  'outbox.retried':
    '{count, plural, =0 {Es gibt nichts, was erneut zu versuchen wäre.} one {# Eintrag wird innerhalb von zwei Minuten erneut versucht.} other {# Einträge werden ab der nächsten Minute erneut versucht.}}',
  'outbox.dropped_now': 'Herausgenommen: {kind}{user, select, none {} other {. {user} hat zurückbekommen, was getippt war}}.',
  'outbox.lost':
    'OTOBO hat {what} nicht angenommen; die App hatte es aufbewahrt. Geschrieben wurde nichts. Der Grund und was Sie getippt haben:',
};
