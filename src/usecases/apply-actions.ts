import { makeMark, type SigningKey } from '../domain/mark';
import type { RoomAction } from '../domain/room-plan';
import type { Ticket } from '../domain/ticket';
import type { Creation, Ports } from './ports';

type Applying = Pick<Ports, 'rooms' | 'cards' | 'links'>;
type Action<T extends RoomAction['type']> = Extract<RoomAction, { type: T }>;

/**
 * Does what a plan says, side by side where nothing depends on anything: first everything but the index record, then the index
 * record, which names the card.
 *
 * @returns how the creation went, if the plan had one
 */
export async function applyActions(
  actions: readonly RoomAction[],
  ticket: Ticket,
  keys: readonly SigningKey[],
  ports: Applying,
): Promise<Creation | undefined> {
  let creation: Creation | undefined;
  let cardId: string | undefined;
  const links: Action<'WriteLink'>[] = [];
  await Promise.all(
    actions.map(async (action) => {
      switch (action.type) {
        case 'CreateRoom':
          creation = await createRoom(action, ticket, keys, ports);
          return;
        case 'DeleteDuplicate':
          return ports.rooms.deleteUnused(action.roomId);
        case 'AddMembers':
          return ports.rooms.addMembers(action.roomId, action.members);
        case 'RestoreMark':
          return ports.rooms.restoreMark(
            action.roomId,
            makeMark({ ticketId: ticket.id, slug: action.slug, creatorId: action.creatorId }, ticket.number, keys),
          );
        case 'PostCard':
          cardId = await postCard(action, ports);
          return;
        case 'DropLinks':
          return ports.links.drop(ticket.id, action.roomIds);
        case 'WriteLink':
          links.push(action);
          return;
      }
    }),
  );
  for (const { roomId, slug, cardId: known } of links) {
    const card = known ?? cardId;
    if (card !== undefined) await ports.links.write({ ticketId: ticket.id, ticketNumber: ticket.number, roomId, slug, cardId: card });
  }
  return creation;
}

function createRoom(action: Action<'CreateRoom'>, ticket: Ticket, keys: readonly SigningKey[], { rooms }: Applying): Promise<Creation> {
  const { slug, displayName, members, owner } = action;
  const mark = makeMark({ ticketId: ticket.id, slug, creatorId: owner.user.id }, ticket.number, keys);
  return rooms.create({ ticket, slug, displayName, creator: owner.user, members, mark });
}

/**
 * One card per room: where another request may be posting one at the same moment, both look again, and both keep the oldest.
 *
 * @returns the id of the card that stays
 */
async function postCard({ roomId, card, others }: Action<'PostCard'>, { cards }: Applying): Promise<string> {
  const posted = await cards.post(roomId, card);
  if (others === 'none') return posted;
  const [oldest = posted, ...surplus] = await cards.find(roomId, 'newest');
  if (surplus.length > 0) await cards.delete(surplus);
  return oldest;
}
