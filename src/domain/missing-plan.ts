import type { Card } from './card';
import { participantsToAskFor } from './member-plan';
import type { RoomContent } from './observation';
import { agentIds, type Participant, userOf } from './participants';
import type { Room } from './room';
import type { PlanInput } from './plan-input';
import type { RoomAction } from './room-action';
import type { MissingPerson } from './told';
import { keysOfPerson, oneEach, type Waiting } from './waiting';

type Input = Pick<PlanInput, 'ticket' | 'participants' | 'seen' | 'recognition' | 'keys' | 'actor' | 'peopleComplete' | 'attempt'>;
type Unresolved = Extract<Participant, { readonly list: unknown }>;

const keysOf = ({ person }: Participant, { recognition, keys }: Input): string[] => keysOfPerson(person, recognition, keys);

function unresolved({ participants }: Input): Unresolved[] {
  return participants.flatMap((one) => ('list' in one && one.list === 'Unresolved' ? [one] : []));
}

/**
 * To be asked for only where somebody waits: for a crowd, the hashes are most of what a plan costs.
 *
 * @returns by what those would be waited for who are not to be, because they have an account, or a rule keeps them out
 */
function settledKeys(input: Input): Set<string> {
  // Whom the rule keeps out now, because the ticket has moved for instance, is not waited for any more, whoever else was named.
  const keptOut = (one: Participant): boolean => 'reason' in one && one.reason === 'customer_excluded';
  return new Set(input.participants.filter((one) => 'user' in one || keptOut(one)).flatMap((one) => keysOf(one, input)));
}

/**
 * Who is missing: whom the request names, and, where it does not name everybody, whom earlier ones have named and who is still waited for.
 *
 * @returns them by their names, because the order in which people are named says nothing
 */
export function missingNow(input: Input, before: readonly MissingPerson[]): MissingPerson[] {
  const named = unresolved(input).map((one) => missingPerson(one, input));
  return [...stillWaitedFor(before, named, input), ...named].sort(
    (a, b) => compare(a.name, b.name) || compare(a.keys.join(), b.keys.join()),
  );
}

/** @param named whom the request itself names as missing */
function stillWaitedFor(before: readonly MissingPerson[], named: readonly MissingPerson[], input: Input): MissingPerson[] {
  if (input.peopleComplete || before.length === 0) return [];
  const known = new Set([...named.flatMap(({ keys }) => keys), ...settledKeys(input)]);
  return before.filter(({ keys }) => keys.every((key) => input.seen.waiting.includes(key) && !known.has(key)));
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

function missingPerson(one: Unresolved, input: Input): MissingPerson {
  const { name, login, email } = one.person;
  return { name: name ?? login ?? email ?? '?', reason: one.reason, keys: keysOf(one, input) };
}

/**
 * Nobody is lost: who has no account waits for one, customers wait for a yes, and who asked is told where the card may not say it.
 *
 * @param card the one that is being posted
 */
export function planMissing(input: Input, room: Room, content: RoomContent, card: Card | undefined): RoomAction[] {
  const { ticket, participants, seen, actor, peopleComplete } = input;
  const missing = unresolved(input);
  const agents = [...agentIds(participants)].sort();
  const entries = oneEach(
    missing.flatMap((one) =>
      keysOf(one, input).map((key): Waiting => ({
        ticketId: ticket.id,
        roomId: room.id,
        key,
        type: one.person.type,
        agents,
        ...(ticket.queue !== undefined && { queue: ticket.queue }),
      })),
    ),
  );
  const wanted = new Set(entries.map(({ key }) => key));
  const settled = peopleComplete || seen.waiting.length === 0 ? new Set<string>() : settledKeys(input);
  const start = entries.filter(({ key }) => !seen.waiting.includes(key));
  const stop = seen.waiting.filter((key) => !wanted.has(key) && (peopleComplete || settled.has(key)));
  const ask = participantsToAskFor(input, room, content);
  const to = userOf(actor);
  const told = missing.map((one) => missingPerson(one, input));
  return [
    ...(start.length > 0 ? [{ type: 'StartWaiting' as const, entries: start }] : []),
    ...(stop.length > 0 ? [{ type: 'StopWaiting' as const, keys: [...new Set(stop)] }] : []),
    ...(ask.length > 0 ? [{ type: 'AskConsent' as const, roomId: room.id, people: ask, agents }] : []),
    ...(start.length > 0 && to && !card?.missing.length ? [{ type: 'TellMissing' as const, to, ticket, missing: told }] : []),
  ];
}
