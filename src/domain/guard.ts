import { type AdmissionRules, customersMayJoin } from './admission';
import type { ChatUser } from './member';
import type { RoomContent } from './observation';
import { agentIds, mayBe, type Participant } from './participants';
import type { Room } from './room';
import type { Told } from './told';

/** The rules about who may be reading along. */
export interface GuardRules extends Pick<AdmissionRules, 'customers' | 'customerQueues'> {
  /** Whether members of a room of whom OTOBO knows nothing count as colleagues. */
  readonly colleagues: boolean;
}

/** What is known of the people around a ticket, as ids of users, whoever was known first. Nobody is both. */
export interface Circle {
  /** Agents, and nothing else. */
  readonly agents: ReadonlySet<string>;
  /** Customers, and people of whom OTOBO knows a mere address. */
  readonly others: ReadonlySet<string>;
}

/**
 * Who is who: by the request, and by what earlier ones have said of people whom this one does not name. Whoever may be a customer of the
 * request, by login or by an address that nobody has verified, is no known agent.
 *
 * @param content members of the room as just read, and customers about whom it has been asked
 * @param actor who acts in OTOBO is an agent, whether or not they take part in the ticket
 */
export function circleOf(
  participants: readonly Participant[],
  content: Pick<RoomContent, 'members' | 'asked'>,
  told?: Pick<Told, 'agents' | 'others'>,
  actor?: Participant,
): Circle {
  const named = agentIds(actor ? [...participants, actor] : participants);
  const strangers = participants.filter(({ person }) => person.type !== 'Agent');
  const ids = strangers.flatMap((one) => ('user' in one ? [one.user.id] : (one.userId ?? [])));
  const alike = content.members.filter((user) => !named.has(user.id) && strangers.some((one) => mayBe(one, user))).map(({ id }) => id);
  const others = new Set([...[...(told?.others ?? []), ...content.asked].filter((id) => !named.has(id)), ...ids, ...alike]);
  return { agents: new Set([...(told?.agents ?? []), ...named].filter((id) => !others.has(id))), others };
}

/**
 * Whether a customer is in the room or may come in: then nothing internal is shown there. Members of whom nothing is known count as
 * customers, unless the setting calls them colleagues.
 *
 * @param members as read right before the post: an owner can invite anyone at any time
 * @param queue the ticket's
 */
export function isGuarded(
  room: Pick<Room, 'type'>,
  members: readonly ChatUser[],
  { agents, others }: Circle,
  rules: GuardRules,
  queue: string | undefined,
  appUserId: string,
): boolean {
  if (room.type !== 'private' || customersMayJoin(rules, queue)) return true;
  return members.some(({ id }) => id !== appUserId && (others.has(id) || (!rules.colleagues && !agents.has(id))));
}
