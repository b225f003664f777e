import { makeMark, type SigningKey } from '../domain/mark';
import type { RoomAction } from '../domain/room-action';
import type { Ticket } from '../domain/ticket';
import type { ChangeNotice } from '../domain/told';
import { applyClosing, type ClosingPorts } from './apply-closing';
import { askConsent } from './ask-consent';
import type { Creation, Ports } from './ports';

type Applying = ClosingPorts &
  Pick<Ports, 'rooms' | 'cards' | 'links' | 'additions' | 'waiting' | 'consents' | 'notices' | 'changeNotices' | 'told' | 'ownArticles'>;
type Action<T extends RoomAction['type']> = Extract<RoomAction, { type: T }>;

/** What later actions, or the next look, want to know of an action. */
interface Effect {
  readonly creation?: Creation;
  readonly cardId?: string;
  readonly notice?: ChangeNotice;
}

/**
 * Does what a plan says, side by side where nothing depends on anything: first everything but the records of what was done, then the index
 * record, which names the card and means that the room is complete, and the record of what the room was told. Who dies between the two has
 * told it, and whoever comes next finds the message. Telling single people waits for nothing, and nothing for it.
 *
 * @returns how the creation went, if the plan had one
 */
export async function applyActions(
  actions: readonly RoomAction[],
  ticket: Ticket,
  keys: readonly SigningKey[],
  ports: Applying,
): Promise<Creation | undefined> {
  const told = actions.flatMap((one) => (one.type === 'TellMissing' ? [ports.notices.missing(one.to, one.ticket, one.missing)] : []));
  const effects = await Promise.all(actions.map((action) => apply(action, ticket, keys, ports)));
  const posted = effects.find((effect) => effect?.cardId !== undefined)?.cardId;
  const notice = effects.find((effect) => effect?.notice)?.notice;
  await Promise.all(
    actions.map(async (action) => {
      if (action.type === 'WriteLink') await writeLink(action, posted, ticket, ports);
      if (action.type === 'RememberTold') await rememberTold(action, notice, ports);
    }),
  );
  await Promise.all(told);
  return effects.find((effect) => effect?.creation)?.creation;
}

async function apply(action: RoomAction, ticket: Ticket, keys: readonly SigningKey[], ports: Applying): Promise<Effect | undefined> {
  switch (action.type) {
    case 'CreateRoom':
      return { creation: await createRoom(action, ticket, keys, ports) };
    case 'PostCard':
      return { cardId: await postCard(action, ports) };
    case 'DeleteDuplicate':
      await ports.rooms.deleteUnused(action.roomId);
      return;
    case 'AddMembers':
      await ports.rooms.addMembers(action.roomId, action.members);
      return;
    case 'RemoveMembers':
      await ports.rooms.removeMembers(action.roomId, action.members);
      await ports.additions.forget(action.roomId, action.userIds);
      return;
    case 'RememberAdded':
      await ports.additions.remember(action.roomId, action.userIds);
      return;
    case 'Welcome':
      await ports.notices.welcome(action.roomId, action.members);
      return;
    case 'StartWaiting':
      await ports.waiting.add(action.entries);
      return;
    case 'StopWaiting':
      await ports.waiting.drop(ticket.id, action.keys);
      return;
    case 'AskConsent':
      await Promise.all(action.people.map((person) => askConsent({ roomId: action.roomId, person, agents: action.agents }, ports)));
      return;
    case 'RestoreMark':
      await ports.rooms.restoreMark(
        action.roomId,
        makeMark({ ticketId: ticket.id, slug: action.slug, creatorId: action.creatorId }, ticket.number, keys),
      );
      return;
    case 'TellChanges':
      return { notice: { ...action.notice, messageId: await tellChanges(action, ports) } };
    case 'RefreshCard':
      await ports.cards.refresh(action.messageId, action.card);
      return;
    case 'DropLinks':
      await ports.links.drop(ticket.id, action.roomIds);
      return;
    case 'BeginClosing':
    case 'CancelClosing':
    case 'Reopen':
    case 'KeepOpen':
      await applyClosing(action, ticket, ports);
      return;
    case 'TellMissing':
    case 'WriteLink':
    case 'RememberTold':
      return;
  }
}

function createRoom(action: Action<'CreateRoom'>, ticket: Ticket, keys: readonly SigningKey[], { rooms }: Applying): Promise<Creation> {
  const { slug, displayName, members, showJoins, owner } = action;
  const mark = makeMark({ ticketId: ticket.id, slug, creatorId: owner.user.id }, ticket.number, keys);
  return rooms.create({ ticket, slug, displayName, creator: owner.user, members, showJoins, mark });
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

async function writeLink(
  { roomId, slug, cardId, closing }: Action<'WriteLink'>,
  posted: string | undefined,
  ticket: Ticket,
  { links }: Applying,
): Promise<void> {
  const card = cardId ?? posted;
  if (card === undefined) return;
  const { id: ticketId, number: ticketNumber } = ticket;
  await links.write({ ticketId, ticketNumber, roomId, origin: 'created', slug, cardId: card, ...(closing && { closing }) });
}

/** @returns the id of the message; a new one where the one to be edited has been deleted */
async function tellChanges({ roomId, messageId, news, digest }: Action<'TellChanges'>, { changeNotices }: Applying): Promise<string> {
  if (messageId !== undefined && (await changeNotices.edit(messageId, news, digest))) return messageId;
  return changeNotices.post(roomId, news, digest);
}

async function rememberTold(
  { told, instead, ownArticles }: Action<'RememberTold'>,
  notice: ChangeNotice | undefined,
  ports: Applying,
): Promise<void> {
  await Promise.all(instead.map((roomId) => ports.told.drop(told.ticketId, roomId)));
  await ports.told.write(notice ? { ...told, notice } : told);
  if (ownArticles.length > 0) await ports.ownArticles.drop(told.ticketId, ownArticles);
}
