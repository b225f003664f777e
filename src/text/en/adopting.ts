/** Rooms from before the app, or from before it was installed anew. */
export const adopting = {
  'argument.adopt': 'adopt',
  'adopt.unknown': '"{word}" is nothing that this command knows. Type {usage}.',
  'adopt.none':
    '{tickets, plural, =0 {OTOBO shows the app no open ticket, so there is nothing to look for.} one {One ticket looked at: no room to take over.} other {# tickets looked at: no room to take over.}}',
  'adopt.found':
    "{tickets, plural, one {One ticket} other {# tickets}} looked at. {count, plural, one {This room may be its ticket''s, but nothing proves it:} other {These rooms may be their tickets'', but nothing proves it:}}",
  'adopt.offer':
    'Ticket#{number}: {room}, made by {creator}, {members, plural, one {# member} other {# members}}, {messages, plural, one {# message} other {# messages}}. {ground, select, mark {Its mark is not from this installation of the app.} predecessor {It has the name of a group of the predecessor.} other {It has no mark, only the name.}}',
  'adopt.warning':
    'Whoever may make private rooms can have made one of such a name, mark included. Take over only what you know: the people inside will see the card of the ticket and what is said about it, and the app will keep the room in step. Who is inside stays inside.',
  'adopt.more': '{count, plural, one {One more room was} other {# more rooms were}} not examined. Run the command again afterwards.',
  'adopt.limited': 'OTOBO has more open tickets than the {tickets} that were looked at. For another one: `/otobo sync adopt <ticket>`',
  'adopt.yes': '{count, plural, one {Take it over} other {Take # over}}',
  'adopt.not_offered': 'Not offered:',
  'adopt.hindered': 'Ticket#{number}: {room}. {why}',
  'adopt.why.kind': 'It is not a private room of its own.',
  'adopt.why.archived': 'It is archived. Unarchive it first.',
  'adopt.why.encrypted': 'It is encrypted, and the app could not read it. Switch its encryption off first.',
  'adopt.why.federated': 'It is shared with other servers.',
  'adopt.why.nameless':
    'It has no display name, and Rocket.Chat lets apps change no such room. Save it once under its name, in its room information.',
  'adopt.why.mark': 'Its mark is for another ticket.',
  'adopt.why.room_taken': 'It belongs to another ticket.',
  'adopt.why.ticket_taken': 'The ticket has another room.',
  'adopt.why.contested': 'Somebody else opens or links it at this moment. Try again in a few seconds.',
  'adopt.why.gone': 'It is not there any more.',
  'adopt.adopted': 'Ticket#{number}: taken over.',
  'adopt.already': 'Ticket#{number}: it was the room of the ticket already.',
  'adopt.not_adopted': 'Ticket#{number}: not taken over. {why}',
  'adopt.link_refused': 'OTOBO did not take the link to it: {cause}',
  'adopt.next': 'The next event of a ticket brings its room into step; `/otobo sync` in the room does it now.',
} as const;
