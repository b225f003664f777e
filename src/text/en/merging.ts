/** What rooms are told whose tickets end: merged into another one, or deleted. */
export const merging = {
  'merging.elsewhere':
    'Ticket#{merged} was merged into {survivor}, which has a room already.{room, select, none {} other { Please go on there: {room}}}',
  'merging.go': 'to the room',
  'merging.moved':
    'Ticket#{merged} was merged into {survivor}. This room belongs to Ticket#{number} from now on; only its name still says otherwise, which cannot be changed.',
  'merging.moved_linked': 'Ticket#{merged} was merged into {survivor}. This room is linked to Ticket#{number} from now on.',
  'deleted.told': 'Ticket#{number} was deleted in OTOBO. This room belongs to no ticket any more. What was said in it stays.',
  'card.merged': 'Ticket#{merged} was merged into Ticket#{number}.',
  'card.deleted': 'Ticket#{number} was deleted in OTOBO.',
} as const;
