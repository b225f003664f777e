/** Messages that become notes. */
export const noting = {
  'noted.subject': 'Message of {author} in Rocket.Chat, room {room}, noted by {person}',
  'noted.subject_direct': 'Message of {author} in Rocket.Chat, direct conversation, noted by {person}',
  'noted.head': '{author} (@{username}) wrote on {at}:',
  'noted.head_edited': '{author} (@{username}) wrote on {at}, and edited it later:',
  'noted.quote_hidden': 'A quotation of a message that is off the record',
  'noted.done': 'The message of {author} is noted in Ticket#{number} now.',
  'noted.there': 'The message of {author} is in Ticket#{number} already. It is noted once.',
  'noted.under_way': 'The message of {author} is on its way to Ticket#{number} already. It is noted once.',
  'noted.outsider':
    '{sign, select, pin {Pinning a message writes it} other {The reaction {reaction} writes a message}} into the ticket of this room, if an agent of the ticket does it. As far as the app can tell you are none, so nothing was written; everything else is as you left it.',
} as const;
