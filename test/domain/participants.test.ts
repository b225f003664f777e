import fc from 'fast-check';
import type { ChatUser } from '../../src/domain/member';
import { memberLists } from '../../src/domain/member-lists';
import { type Participant, participants } from '../../src/domain/participants';
import { ROLES } from '../../src/domain/person';
import type { Found } from '../../src/domain/person-search';
import type { Attempt } from '../../src/domain/plan-input';
import { planRoom } from '../../src/domain/room-plan';
import { decodeTicketBody } from '../../src/inbound/api/decode/body';
import { admissionRules, type Policy, type TicketRequest } from '../../src/usecases/ticket-request';
import { anyPolicy, anyUsers, everybodyIn, inOrder, request } from '../usecases/requests';
import { TICKET, user } from './chat';

const LOGINS = ['alice', 'ALICE', 'bøb', 'BØB', 'a\u0308nne', 'Änne', '张伟', ' carol ', 'dave:remote@far'];
const FIELDS = [
  'alice@corp.test',
  'ALICE@Corp.Test',
  '"Alice, Agent" <alice@corp.test>',
  'Bøb <bøb@corp.test>',
  '=?UTF-8?Q?=C3=84nne?= <ÄNNE@corp.test>',
  'a\u0308nne@corp.test',
  'Team: alice@corp.test, bob@corp.test;',
  'Only one: carol@corp.test;',
  'undisclosed-recipients:;',
  '"quoted@local"@corp.test',
  'alice@corp.test, alice@corp.test',
  'alice at corp',
  'a@b@',
  '<>',
  '"unclosed <x@corp.test',
  'alice+tag@corp.test',
];

/** People in the words of the contract, as a mail gateway and an admin with imagination may fill them in. */
const anyEntries = fc.array(
  fc.record(
    {
      Type: fc.constantFrom('Agent', 'Customer', 'Address'),
      Login: fc.oneof(fc.constantFrom(...LOGINS), fc.constant('')),
      Email: fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...FIELDS) },
        { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
      ),
      Name: fc.constantFrom('Alice', 'Änne', '"quoted"', {}),
      Roles: fc.oneof(fc.constantFrom(...ROLES), fc.subarray([...ROLES], { maxLength: 4 })),
    },
    { requiredKeys: ['Type'] },
  ),
  { maxLength: 14 },
);

function decoded(entries: readonly unknown[]): TicketRequest {
  const body = decodeTicketBody({ TicketID: TICKET.id, People: entries, PeopleComplete: 1 }, 'UTC');
  if ('problems' in body) throw new Error(body.problems.join('; '));
  return request(body.value.people);
}

/** Everybody whom a look-up can find by anything, so that only the rules decide. */
function foundAmong(users: readonly ChatUser[]): Found {
  const byAddress = new Map<string, ChatUser[]>();
  for (const one of users)
    for (const { address } of one.addresses) {
      const folded = address.normalize('NFC').toLowerCase();
      byAddress.set(folded, [...(byAddress.get(folded) ?? []), one]);
    }
  return { byAddress, byUsername: new Map(users.map((one) => [one.username, one])), complete: true };
}

const all = (one: TicketRequest, users: readonly ChatUser[], policy: Policy): Participant[] =>
  participants(one.people, policy.recognition, foundAmong(users), admissionRules(one, policy), one.ticket.queue);

describe('the people of a request, however they are written', () => {
  test('are understood, and each of them stands in exactly one list', () => {
    fc.assert(
      fc.property(
        anyEntries,
        anyUsers,
        anyPolicy,
        fc.func(fc.constantFrom('added' as const, 'present' as const)),
        (entries, users, policy, where) => {
          const one = decoded(entries);
          expect(everybodyIn(memberLists(all(one, users, policy), where))).toEqual(inOrder(one.people));
        },
      ),
      { numRuns: 500 },
    );
  });

  test('in any order make the same plan for the room', () => {
    const attempt: Attempt = { refusedSlugs: new Set(), refusedOwners: [], tried: new Set(), welcomed: false };
    const plan = (entries: readonly unknown[], users: readonly ChatUser[], policy: Policy): unknown => {
      const one = decoded(entries);
      return planRoom({
        ticket: TICKET,
        articles: [],
        slugs: ['ticket'],
        participants: all(one, users, policy),
        appUser: user('otobo.bot', { bot: true }),
        seen: { links: [], waiting: [], closings: [], told: [], named: new Map(), byId: new Map(), inside: new Map() },
        keys: [{ nonce: 'a', secret: 'key' }],
        policy: { ...policy, admission: admissionRules(one, policy) },
        recognition: policy.recognition,
        peopleComplete: true,
        mayCreate: true,
        mayRemove: true,
        newsOnly: false,
        now: 0,
        attempt,
      });
    };
    const shuffled = anyEntries.chain((entries) =>
      fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length })),
    );
    fc.assert(
      fc.property(shuffled, anyUsers, anyPolicy, ([entries, reordered], users, policy) => {
        expect(plan(reordered, users, policy)).toEqual(plan(entries, users, policy));
      }),
      { numRuns: 500 },
    );
  });

  test('bring in nobody by an address that somebody has typed and not verified', () => {
    fc.assert(
      fc.property(anyEntries, anyUsers, anyPolicy, (entries, users, policy) => {
        const careful: Policy = { ...policy, recognition: { discovery: 'email', mapping: new Map(), acceptUnverified: false } };
        const liars = users.map((one) => ({ ...one, addresses: one.addresses.map(({ address }) => ({ address, verified: false })) }));
        expect(all(decoded(entries), liars, careful).filter((one) => 'user' in one)).toEqual([]);
      }),
    );
  });
});
