import { type MemberLists, memberLists } from '../domain/member-lists';
import type { Person } from '../domain/person';
import type { Recognition } from '../domain/person-search';
import { findParticipants } from './find-participants';
import type { Ports } from './ports';

/** Which of these people have an account: those who do are `present`, whatever their role. */
export async function lookUpPeople(
  people: readonly Person[],
  recognition: Recognition,
  ports: Pick<Ports, 'directory' | 'book'>,
): Promise<MemberLists> {
  return memberLists(await findParticipants(people, recognition, ports), () => 'present');
}
