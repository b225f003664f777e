/** What stands in rooms: card, notices, questions. */
export const rooms = {
  'room.announcement': 'Ticket#{number} – {title}',
  'card.title': 'Ticket#{number}',
  'card.queue': 'Queue',
  'card.state': 'State',
  'card.priority': 'Priority',
  'card.owner': 'Owner',
  'card.responsible': 'Responsible',
  'card.open_agent': 'Open in OTOBO',
  'card.open_customer': 'Open in the customer portal',
  'card.missing': '{count, plural, one {# person is} other {# people are}} not in this room: {people}',
  'card.linked': '{by} linked this room to the ticket. `/otobo unlink` undoes that.',
  'card.unlinked': '{by} unlinked this room from Ticket#{number}. `/otobo ticket {number}` links it again.',
  'card.ownership': 'This room keeps its owner when the ticket gets another one.',
  'card.transcript':
    'What is said here goes into the ticket as a transcript.{how, select, both { To stay off the record, begin a message with {prefix}, or give your own message {reaction}.} prefix { To stay off the record, begin a message with {prefix}.} reaction { To stay off the record, give your own message {reaction}.} other {}}',
  'notice.welcome': 'Welcome: {people}',
  'consent.question':
    'The customer {person} belongs to this ticket. Once inside, they can read everything that was said here. Let them in? The owner of the room and the agents of the ticket may decide.',
  'consent.yes': 'Let in',
  'consent.no': 'Keep out',
  'consent.granted': '{by} let the customer {person} in.',
  'consent.refused': '{by} kept the customer {person} out.',
  'consent.settled': 'This question is settled already.',
  'consent.not_yours': 'Only the owner of the room and the agents of the ticket who are in it may decide that.',
  'consent.failed': 'That did not work. The log of the app says why; try again later.',
} as const;
