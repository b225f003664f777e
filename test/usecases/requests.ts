import fc from 'fast-check';
import { ADDINGS } from '../../src/domain/adding';
import { CHANGE_KINDS } from '../../src/domain/change-kind';
import { CUSTOMER_RULES, JOINING, JOINING_BY_DEFAULT } from '../../src/domain/admission';
import { CLOSE_POLICIES } from '../../src/domain/closing';
import type { MemberLists } from '../../src/domain/member-lists';
import type { ChatUser } from '../../src/domain/member';
import { OWNER_MISSING } from '../../src/domain/owner';
import { mergePeople, type Person, PERSON_TYPES, ROLES } from '../../src/domain/person';
import { DISCOVERIES, type Recognition } from '../../src/domain/person-search';
import { NAME_TAKEN } from '../../src/domain/room-plan';
import type { Policy, TicketRequest } from '../../src/usecases/ticket-request';
import { recognition, TICKET, user } from '../domain/chat';

export const POLICY: Policy = {
  roomName: 'ticket-{number}',
  nameTaken: 'refuse',
  ownerMissing: 'auto',
  recognition: recognition('both'),
  joining: JOINING_BY_DEFAULT,
  adding: 'silent',
  removeLeft: false,
  customers: 'always',
  customerQueues: [],
  closing: { policy: 'read_only', deleteAfter: 30 * 86_400_000 },
  closeDelay: 3_600_000,
  colleagues: false,
  announce: CHANGE_KINDS,
};
/** The name of the room of `TICKET` under `POLICY`. */
export const SLUG = `ticket-${TICKET.number}`;

export const ALICE: Person = { type: 'Agent', login: 'alice', email: 'alice@corp.test', roles: ['Owner'] };
export const BOB: Person = { type: 'Agent', login: 'bob', email: 'bob@corp.test', roles: ['Responsible'] };

export function request(people: readonly Person[] = [ALICE, BOB], more: Partial<TicketRequest> = {}): TicketRequest {
  return { ticket: TICKET, people: mergePeople(people), articles: [], systemAddresses: [], peopleComplete: false, dryRun: false, ...more };
}

const NAMES = ['alice', 'Alice', 'ALICE', 'bob', 'bøb', 'ÄNNE', 'änne', 'a\u0308nne', 'carol', '张伟', 'dave:remote@far'];
const ADDRESSES = [
  'alice@corp.test',
  'Alice@Corp.Test',
  'bøb@corp.test',
  'ÄNNE@corp.test',
  'a\u0308nne@corp.test',
  'queue@corp.test',
  'no address',
  'a@b@',
  '@',
];

/** As OTOBO may send them: the same person twice, in several spellings and roles, with addresses that are none. */
export const anyPeople: fc.Arbitrary<Person[]> = fc.array(
  fc.record(
    {
      type: fc.constantFrom(...PERSON_TYPES),
      login: fc.constantFrom(...NAMES),
      email: fc.constantFrom(...ADDRESSES),
      name: fc.constantFrom('Alice', 'Änne', '张伟'),
      roles: fc.uniqueArray(fc.constantFrom(...ROLES), { minLength: 1, maxLength: 3 }),
    },
    { requiredKeys: ['type', 'roles'] },
  ),
  { maxLength: 12 },
);

/** Accounts of some of those people, and of others under the same names. */
export const anyUsers: fc.Arbitrary<ChatUser[]> = fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: NAMES.length }).chain((names) =>
  fc.tuple(
    ...names.map((name) =>
      fc
        .record({
          enabled: fc.boolean(),
          bot: fc.boolean(),
          addresses: fc.array(fc.record({ address: fc.constantFrom(...ADDRESSES), verified: fc.boolean() }), { maxLength: 2 }),
        })
        .map((account) => user(name, account)),
    ),
  ),
);

const anyRecognition: fc.Arbitrary<Recognition> = fc
  .record({
    discovery: fc.constantFrom(...DISCOVERIES),
    acceptUnverified: fc.boolean(),
    mapping: fc.constantFrom('', 'alice = bob', 'bøb@corp.test = carol\nbob = nobody'),
  })
  .map(({ discovery, ...more }) => recognition(discovery, more));

export const anyPolicy: fc.Arbitrary<Policy> = fc.record({
  roomName: fc.constantFrom('ticket-{number}', '{id}'),
  nameTaken: fc.constantFrom(...NAME_TAKEN),
  ownerMissing: fc.constantFrom(...OWNER_MISSING),
  recognition: anyRecognition,
  joining: fc.oneof(fc.constant(JOINING_BY_DEFAULT), fc.subarray([...JOINING])),
  adding: fc.constantFrom(...ADDINGS),
  removeLeft: fc.boolean(),
  customers: fc.constantFrom(...CUSTOMER_RULES),
  customerQueues: fc.constantFrom([], ['support']),
  closing: fc.record({ policy: fc.constantFrom(...CLOSE_POLICIES), deleteAfter: fc.constantFrom(0, 86_400_000) }),
  closeDelay: fc.constantFrom(0, 3_600_000),
  colleagues: fc.boolean(),
  announce: fc.subarray([...CHANGE_KINDS]),
});

/** A request with everything that has an influence on who comes in. */
export const anyRequest: fc.Arbitrary<TicketRequest> = fc
  .record({
    people: anyPeople,
    systemAddresses: fc.constantFrom([], ['Queue@corp.test']),
    actor: fc.option(anyPeople),
    apiUser: fc.option(fc.constantFrom(...NAMES)),
    peopleComplete: fc.boolean(),
  })
  .map(({ people, systemAddresses, actor, apiUser, peopleComplete }) =>
    request(people, { systemAddresses, peopleComplete, ...(actor?.[0] && { actor: actor[0] }), ...(apiUser !== null && { apiUser }) }),
  );

/** Everybody in the lists of an answer, without what the answer adds: somebody who stands in two lists is there twice. */
export function everybodyIn({ added, present, unresolved, skipped }: MemberLists): Person[] {
  const listed = [...added, ...present, ...unresolved, ...skipped];
  return inOrder(
    listed.map(({ type, login, email, name, roles }) => ({
      type,
      ...(login !== undefined && { login }),
      ...(email !== undefined && { email }),
      ...(name !== undefined && { name }),
      roles,
    })),
  );
}

/** In an order of its own, for comparisons. */
export function inOrder(people: readonly Person[]): Person[] {
  const text = ({ type, login, email, name, roles }: Person): string => JSON.stringify([type, login, email, name, roles]);
  return [...people].sort((a, b) => (text(a) < text(b) ? -1 : 1));
}
