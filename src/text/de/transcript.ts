import type { transcript as en } from '../en/transcript';

export const transcript: Readonly<Record<keyof typeof en, string>> = {
  'command.transcript.about': 'Schreibt das Gesagte aus diesem Raum in sein Ticket; vorher sehen Sie, was darin stehen wird',
  'transcript.subject': 'Protokoll des Raumes {room}, {from} – {to}',
  'transcript.direct': 'direktes Gespräch',
  'transcript.ticket': 'Ticket#{number}{title, select, none {} other { – {title}}}',
  'transcript.title': 'Protokoll des Raumes {room} in Rocket.Chat',
  'transcript.range': 'Von {from} bis {to}; alle Zeiten in {zone}',
  'transcript.people': 'Personen: {people}',
  'transcript.counts': 'Nachrichten: {count}. Nicht darin: nicht fürs Protokoll {off}, ausgelassen {leftOut}, im Raum gelöscht {deleted}.',
  'transcript.more': 'Der nächste Artikel enthält die Fortsetzung.',
  'transcript.edited': 'Bearbeitet{person, select, unknown {} other { von {person}}}, {at}',
  'transcript.answers': 'Antwort auf: {words}',
  'transcript.answers_unseen':
    'Antwort auf eine Nachricht, die {why, select, off {nicht fürs Protokoll ist} left_out {ausgelassen ist} other {nicht mehr da ist}}',
  'transcript.quote_hidden': 'Ein Zitat einer Nachricht, die nicht im Protokoll steht',
  'transcript.quote_of': '{person} schrieb:',
  'transcript.no_text': '(kein Text)',
  'transcript.checksum': '{count, plural, one {# Nachricht} other {# Nachrichten}}\nSHA-256 von {file}: {checksum}',
  'transcript.progress':
    'Das Protokoll ist in Arbeit: {expected, select, unknown {{done, plural, one {# Nachricht steht} other {# Nachrichten stehen}}} other {{done} von {expected} Nachrichten stehen}} im Ticket.',
  'transcript.begun':
    'Das Protokoll{expected, select, unknown {} other { ({count, plural, one {# Nachricht} other {# Nachrichten}})}} wird in Ticket#{number} geschrieben. Sie erfahren, wenn es da ist.',
  'transcript.done':
    'Das Protokoll steht in Ticket#{number}: {count, plural, one {# Nachricht} other {# Nachrichten}} in {articles, plural, one {# Artikel} other {# Artikeln}}, {visible, select, yes {für den Kunden sichtbar} other {intern}}.',
  'transcript.done_empty': 'In Ticket#{number} war nichts mehr zu schreiben: Die Nachrichten wurden inzwischen gelöscht.',
  'transcript.kept':
    'OTOBO nimmt das Protokoll gerade nicht an. Es wird aufbewahrt und geht weiter, sobald es möglich ist; ob Sie das dürfen, wird dann noch einmal geprüft.',
  'transcript.refused':
    'Das Protokoll für Ticket#{number} wurde {done, plural, =0 {} one {nach # Nachricht } other {nach # Nachrichten }}abgebrochen: OTOBO nimmt es nicht an.',
  'transcript.ask':
    'Dieses Protokoll{expected, select, unknown {} other { ({count, plural, one {# Nachricht} other {# Nachrichten}})}} wird der Kunde von Ticket#{number} im Kundenportal lesen können. Trotzdem schreiben?',
  'transcript.ask_yes': 'Dem Kunden zeigen',
  'dialog.transcript.title': 'Protokoll',
  'dialog.transcript.send': 'Ins Ticket schreiben',
  'dialog.transcript.reading': 'Der Raum wird gelesen …',
  'dialog.transcript.show': 'Anzeigen',
  'dialog.transcript.summary':
    'Für Ticket#{number}. {off, select, unknown {Der Raum ist zu groß, um vorher gezählt zu werden.} other {Nicht darin: nicht fürs Protokoll {off}, im Raum gelöscht {deleted}.}}',
  'dialog.transcript.people': 'Personen ({count}): {people}',
  'dialog.transcript.nothing_new': 'Seit dem letzten Protokoll wurde nichts gesagt.',
  'dialog.transcript.range': 'Was',
  'dialog.transcript.range.new': 'Seit dem letzten Protokoll',
  'dialog.transcript.range.linked': 'Seit der Verknüpfung des Raumes',
  'dialog.transcript.range.all': 'Alles im Raum',
  'dialog.transcript.counted': '{range} ({count, plural, one {# Nachricht} other {# Nachrichten}})',
  'dialog.transcript.leave_out': 'Auslassen (von den neuesten 100)',
  'dialog.transcript.none': 'Nichts ausgelassen',
  'dialog.transcript.visible': 'Wer es liest',
  'dialog.transcript.visible.no': 'Nur Agenten',
  'dialog.transcript.visible.yes': 'Auch der Kunde',
};
