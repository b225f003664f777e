import type { merging as en } from '../en/merging';

export const merging: Readonly<Record<keyof typeof en, string>> = {
  'merging.elsewhere':
    'Ticket#{merged} wurde mit {survivor} zusammengefasst, das schon einen Raum hat.{room, select, none {} other { Bitte machen Sie dort weiter: {room}}}',
  'merging.go': 'zum Raum',
  'merging.moved':
    'Ticket#{merged} wurde mit {survivor} zusammengefasst. Dieser Raum gehört von jetzt an zu Ticket#{number}; nur sein Name sagt noch etwas anderes, der lässt sich nicht ändern.',
  'merging.moved_linked':
    'Ticket#{merged} wurde mit {survivor} zusammengefasst. Dieser Raum ist von jetzt an mit Ticket#{number} verknüpft.',
  'deleted.told': 'Ticket#{number} wurde in OTOBO gelöscht. Dieser Raum gehört zu keinem Ticket mehr. Was darin gesagt wurde, bleibt.',
  'card.merged': 'Ticket#{merged} wurde mit Ticket#{number} zusammengefasst.',
  'card.deleted': 'Ticket#{number} wurde in OTOBO gelöscht.',
};
