/** What rooms and people are told of the closing of rooms. */
export const closing = {
  'closing.announced':
    'The work on Ticket#{number} is done. At {at} a transcript of this room is written into the ticket{policy, select, remove {, and everybody but the owner is taken out of the room} delete {; then nobody can write here any more, and at about {until} the room is deleted} nothing {; the room stays as it is} other {, and nobody can write here any more}}.',
  'closing.stop': 'Stop that',
  'closing.stopped':
    '{by} has stopped the closing of this room. It stays open as long as Ticket#{number} stays closed; `/otobo close` closes it all the same.',
  'closing.cancelled': 'This room stays open: the work on Ticket#{number} goes on.',
  'closing.begun': 'This room is being closed: the work on Ticket#{number} is done.',
  'closing.closed':
    '{policy, select, nothing {The transcript of this room is in Ticket#{number}.} delete {This room is closed, and its transcript is in Ticket#{number}. At {until} the room is deleted.} other {This room is closed, and its transcript is in Ticket#{number}. When the ticket is opened again, so is the room.}}',
  'closing.reopened': 'This room is open again: work on Ticket#{number} goes on.',
  'closing.refused':
    'The transcript of this room could not be written into Ticket#{number}, so nobody is taken out, and nothing is locked or deleted. {cause}',
  'close.button': 'Close ticket',
  'close.room_announced': 'This room will be closed at {at}; it has been told so.',
  'close.room_now': 'This room is closed as soon as its transcript is in the ticket.',
  'close.room_closed': 'This room is closed already.',
  'close.room_linked': 'This room stays as it is: it was linked to the ticket.',
  'close.room_later': 'This room follows then.',
  'close.room_refused': 'The room could not follow: {cause}',
  'reopen.room': 'This room is open again.',
  'open.reopened': 'The room of Ticket#{number} was closed, and is open again.',
  'card.closed': 'This room is closed.',
  'sync.BeginClosing': 'closing begun',
  'sync.CancelClosing': 'closing called off',
  'sync.Reopen': 'room opened again',
  'sync.KeepOpen': 'noted that the room stays open',
} as const;
