import type { AdmissionRules } from '../domain/admission';
import type { ChatUser } from '../domain/member';
import { type Participant, participants } from '../domain/participants';
import type { Person } from '../domain/person';
import { type Found, type Recognition, searchFor } from '../domain/person-search';
import type { Ports } from './ports';

/**
 * Everybody with their user or the reason why there is none.
 *
 * @param rules who belongs in; without rules everybody does
 */
export async function findParticipants(
  people: readonly Person[],
  recognition: Recognition,
  ports: Pick<Ports, 'directory' | 'book'>,
  rules?: AdmissionRules,
  queue?: string,
): Promise<Participant[]> {
  return participants(people, recognition, await lookUp(people, recognition, ports), rules, queue);
}

/** Looks everybody up side by side: fifty people cost what one costs. */
async function lookUp(
  people: readonly Person[],
  recognition: Recognition,
  { directory, book }: Pick<Ports, 'directory' | 'book'>,
): Promise<Found> {
  const searches = people.map((person) => searchFor(person, recognition));
  const queries = new Map(searches.flatMap(({ byAddress }) => (byAddress ? [[byAddress.address, byAddress] as const] : [])));
  const names = [...new Set(searches.flatMap(({ byUsername }) => byUsername))];
  const [byAddress, byUsername, complete] = await Promise.all([
    Promise.all([...queries.values()].map(async (query) => [query.address, await directory.byAddress(query)] as const)),
    Promise.all(names.map(async (name) => [name, await directory.byUsername(name)] as const)),
    book.complete(),
  ]);
  const known = byUsername.filter((entry): entry is [string, ChatUser] => entry[1] !== undefined);
  return { byAddress: new Map(byAddress), byUsername: new Map(known), complete };
}
