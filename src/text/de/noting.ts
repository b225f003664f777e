import type { noting as en } from '../en/noting';

export const noting: Readonly<Record<keyof typeof en, string>> = {
  'noted.subject': 'Nachricht von {author} in Rocket.Chat, Raum {room}, notiert von {person}',
  'noted.subject_direct': 'Nachricht von {author} in Rocket.Chat, direktes Gespräch, notiert von {person}',
  'noted.head': '{author} (@{username}) schrieb am {at}:',
  'noted.head_edited': '{author} (@{username}) schrieb am {at}, später bearbeitet:',
  'noted.quote_hidden': 'Ein Zitat einer Nachricht, die nicht fürs Protokoll ist',
  'noted.done': 'Die Nachricht von {author} ist jetzt in Ticket#{number} notiert.',
  'noted.there': 'Die Nachricht von {author} steht schon in Ticket#{number}. Sie wird nur einmal notiert.',
  'noted.under_way': 'Die Nachricht von {author} ist schon auf dem Weg zu Ticket#{number}. Sie wird nur einmal notiert.',
  'noted.outsider':
    '{sign, select, pin {Eine Nachricht anzuheften schreibt sie} other {Die Reaktion {reaction} schreibt eine Nachricht}} in das Ticket dieses Raumes, wenn ein Agent des Tickets das tut. Soweit die App es sagen kann, sind Sie keiner: Geschrieben wurde nichts, alles andere bleibt, wie Sie es gelassen haben.',
};
