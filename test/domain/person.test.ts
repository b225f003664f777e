import fc from 'fast-check';
import { foldAddress, isAddress, localPart } from '../../src/domain/address';
import { mergePeople, type Person, PERSON_TYPES, ROLES } from '../../src/domain/person';

const anyPerson: fc.Arbitrary<Person> = fc.record(
  {
    type: fc.constantFrom(...PERSON_TYPES),
    login: fc.constantFrom('alice', 'Alice', 'bob', 'ÄRGER', 'ärger'),
    email: fc.constantFrom('alice@corp.test', 'Alice@Corp.Test', 'bob@corp.test', 'u\u0308@x.test', 'ü@x.test', 'no address'),
    name: fc.constantFrom('Alice', 'Bob'),
    roles: fc.uniqueArray(fc.constantFrom(...ROLES), { maxLength: 3 }),
  },
  { requiredKeys: ['type', 'roles'] },
);

describe('the people of a request', () => {
  test('are the same whatever order they come in', () => {
    fc.assert(
      fc.property(fc.array(anyPerson, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (people, order) => {
        const shuffled = people
          .map((person) => ({ person, at: order.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ person }) => person);
        expect(mergePeople(shuffled)).toEqual(mergePeople(people));
      }),
      { numRuns: 1000 },
    );
  });

  test('lose no login, no role and no address', () => {
    fc.assert(
      fc.property(fc.array(anyPerson, { maxLength: 12 }), (people) => {
        const merged = mergePeople(people);
        const of = (list: readonly Person[], pick: (person: Person) => readonly (string | undefined)[]): Set<string> =>
          new Set(list.flatMap(pick).flatMap((value) => (value === undefined ? [] : [value.normalize('NFC').toLowerCase()])));
        expect(of(merged, ({ login }) => [login])).toEqual(of(people, ({ login }) => [login]));
        expect(of(merged, ({ roles }) => roles)).toEqual(of(people, ({ roles }) => roles));
        expect(mergePeople(merged)).toEqual(merged);
      }),
    );
  });

  test('are one person per type and login, with all roles', () => {
    expect(
      mergePeople([
        { type: 'Agent', login: 'Carol', roles: ['Owner'] },
        { type: 'Agent', login: 'carol', email: 'carol@corp.test', roles: ['Watcher'] },
      ]),
    ).toEqual([{ type: 'Agent', login: 'Carol', email: 'carol@corp.test', roles: ['Owner', 'Watcher'] }]);
  });

  test('without a login join whoever has the same address', () => {
    expect(
      mergePeople([
        { type: 'Address', email: 'CAROL@corp.test', name: 'Carol', roles: ['To'] },
        { type: 'Agent', login: 'carol', email: 'carol@corp.test', roles: ['Owner'] },
      ]),
    ).toEqual([{ type: 'Agent', login: 'carol', email: 'carol@corp.test', name: 'Carol', roles: ['Owner', 'To'] }]);
  });

  test('stay two when they are an agent and a customer with logins of their own, even at one address', () => {
    const people: Person[] = [
      { type: 'Agent', login: 'carol', email: 'carol@corp.test', roles: ['Owner'] },
      { type: 'Customer', login: 'carol', email: 'carol@corp.test', roles: ['Customer'] },
    ];
    expect(mergePeople(people)).toEqual(people);
  });
});

describe('addresses', () => {
  test.each([
    ['Alice@Corp.Test', 'alice@corp.test'],
    ['u\u0308ser@x.test', 'üser@x.test'],
    [' a+tag@x.test ', 'a+tag@x.test'],
  ])('%j is compared as %j', (given, folded) => {
    expect(foldAddress(given)).toBe(folded);
  });

  test.each(['alice', 'alice@', '@corp.test', 'a b@c.test', '', 'a@b, c@d', '<a@b>'])('%j is none', (text) => {
    expect(isAddress(text)).toBe(false);
  });

  test('have a local part up to the last @', () => {
    expect(localPart('a@b@c.test')).toBe('a@b');
  });
});
