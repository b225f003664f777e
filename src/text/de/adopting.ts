import type { adopting as en } from '../en/adopting';

export const adopting: Readonly<Record<keyof typeof en, string>> = {
  'argument.adopt': 'adopt',
  'adopt.unknown': '„{word}“ kennt dieser Befehl nicht. Geben Sie {usage} ein.',
  'adopt.none':
    '{tickets, plural, =0 {OTOBO zeigt der App kein offenes Ticket, es gibt also nichts zu suchen.} one {Ein Ticket angesehen: kein Raum zu übernehmen.} other {# Tickets angesehen: kein Raum zu übernehmen.}}',
  'adopt.found':
    '{tickets, plural, one {Ein Ticket} other {# Tickets}} angesehen. {count, plural, one {Dieser Raum könnte zu seinem Ticket gehören, aber nichts beweist es:} other {Diese Räume könnten zu ihren Tickets gehören, aber nichts beweist es:}}',
  'adopt.offer':
    'Ticket#{number}: {room}, angelegt von {creator}, {members, plural, one {# Mitglied} other {# Mitglieder}}, {messages, plural, one {# Nachricht} other {# Nachrichten}}. {ground, select, mark {Sein Kennzeichen ist nicht aus dieser Installation der App.} predecessor {Er heißt wie eine Gruppe des Vorgängers.} other {Er hat kein Kennzeichen, nur den Namen.}}',
  'adopt.warning':
    'Wer private Räume anlegen darf, kann einen solchen Namen gewählt haben, samt Kennzeichen. Übernehmen Sie nur, was Sie kennen: Wer darin ist, sieht dann die Karte des Tickets und was dazu gesagt wird, und die App gleicht den Raum mit ihm ab. Wer darin ist, bleibt darin.',
  'adopt.more':
    '{count, plural, one {Ein weiterer Raum wurde} other {# weitere Räume wurden}} nicht untersucht. Geben Sie den Befehl danach noch einmal ein.',
  'adopt.limited': 'OTOBO hat mehr offene Tickets als die {tickets}, die angesehen wurden. Für ein anderes: `/otobo sync adopt <Ticket>`',
  'adopt.yes': '{count, plural, one {Übernehmen} other {# übernehmen}}',
  'adopt.not_offered': 'Nicht angeboten:',
  'adopt.hindered': 'Ticket#{number}: {room}. {why}',
  'adopt.why.kind': 'Es ist kein eigenständiger privater Raum.',
  'adopt.why.archived': 'Er ist archiviert. Heben Sie die Archivierung zuerst auf.',
  'adopt.why.encrypted': 'Er ist verschlüsselt, die App könnte nicht darin lesen. Schalten Sie die Verschlüsselung zuerst ab.',
  'adopt.why.federated': 'Er ist mit anderen Servern geteilt.',
  'adopt.why.nameless':
    'Er hat keinen Anzeigenamen, und Rocket.Chat lässt Apps an solchen Räumen nichts ändern. Speichern Sie ihn einmal unter seinem Namen, in den Rauminformationen.',
  'adopt.why.mark': 'Sein Kennzeichen nennt ein anderes Ticket.',
  'adopt.why.room_taken': 'Er gehört zu einem anderen Ticket.',
  'adopt.why.ticket_taken': 'Das Ticket hat einen anderen Raum.',
  'adopt.why.contested': 'Jemand anders öffnet oder verknüpft ihn gerade. Versuchen Sie es in einigen Sekunden wieder.',
  'adopt.why.gone': 'Es gibt ihn nicht mehr.',
  'adopt.adopted': 'Ticket#{number}: übernommen.',
  'adopt.already': 'Ticket#{number}: Er war schon der Raum des Tickets.',
  'adopt.not_adopted': 'Ticket#{number}: nicht übernommen. {why}',
  'adopt.link_refused': 'OTOBO hat den Link auf ihn nicht angenommen: {cause}',
  'adopt.next': 'Das nächste Ereignis eines Tickets gleicht seinen Raum ab; `/otobo sync` im Raum tut es sofort.',
};
