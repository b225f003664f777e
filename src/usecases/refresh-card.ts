import { cardOf } from '../domain/card';
import { type GuardRules, isGuarded } from '../domain/guard';
import { isSame } from '../domain/same';
import { toldOf } from '../domain/tell-plan';
import type { Told } from '../domain/told';
import type { Ports } from './ports';
import { inTurn } from './take-turn';

export type Refreshing = Pick<Ports, 'rooms' | 'cards' | 'links' | 'told' | 'waiting' | 'workspace' | 'turns' | 'time'>;

/** Somebody who has just come into a room. */
export interface Newcomer {
  readonly id: string;
  /** Whether they are known as an agent of the ticket, and as nothing else; absent where nothing is known of them. */
  readonly agent?: boolean;
}

/**
 * Somebody has come into a ticket's room, and OTOBO has said nothing: the card does not name them as missing any more, and shows nothing
 * internal from now on where they may be a customer. Where others are at work at the ticket all the time, its next change does that.
 */
export async function refreshCard(
  ticketId: string,
  roomId: string,
  newcomer: Newcomer,
  rules: GuardRules,
  ports: Refreshing,
): Promise<void> {
  await inTurn(`ticket-${ticketId}`, ports, async () => {
    const [records, [link], waiting, room, members, appUser] = await Promise.all([
      ports.told.ofTicket(ticketId),
      ports.links.ofRoom(roomId),
      ports.waiting.ofTicket(ticketId),
      ports.rooms.byId(roomId),
      ports.rooms.members(roomId),
      ports.workspace.appUser(),
    ]);
    const told = toldOf(records, { id: roomId });
    if (!told?.card || !link || !room) return;
    const known = knowing(told, newcomer);
    const circle = { agents: new Set(known.agents), others: new Set(known.others) };
    const guarded = isGuarded(room, members, circle, rules, told.fields.queue, appUser.id);
    const missing = told.card.missing.filter(({ keys }) => keys.every((key) => waiting.includes(key)));
    const next = { ...known, card: { guarded, missing } };
    if (!isSame(cardOf(next), cardOf(told))) await ports.cards.refresh(link.cardId, cardOf(next));
    if (!isSame(next, told)) await ports.told.write(next);
  });
}

/** Nobody is an agent and something else. */
function knowing(told: Told, { id, agent }: Newcomer): Told {
  const others = told.others ?? [];
  if (agent === undefined) return told;
  if (agent) return others.includes(id) ? told : { ...told, agents: [...new Set([...told.agents, id])].sort() };
  return { ...told, agents: told.agents.filter((one) => one !== id), others: [...new Set([...others, id])].sort() };
}
