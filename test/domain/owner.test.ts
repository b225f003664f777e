import { ownerCandidates, type OwnerMissing } from '../../src/domain/owner';
import type { Participant } from '../../src/domain/participants';
import type { Role } from '../../src/domain/person';
import { user } from './chat';

const app = user('otobo.bot', { bot: true });
const agent = (name: string, role: Role): Participant => ({ person: { type: 'Agent', login: name, roles: [role] }, user: user(name) });
const OWNER = agent('alice', 'Owner');
const RESPONSIBLE = agent('bob', 'Responsible');
const ACTOR: Participant = { person: { type: 'Agent', login: 'carol', roles: [] }, user: user('carol') };
const NO_ACCOUNT: Participant = { person: { type: 'Agent', login: 'root', roles: ['Owner'] }, list: 'Unresolved', reason: 'no_account' };

const order = (people: readonly Participant[], actor: Participant | undefined, missing: OwnerMissing, tried: string[] = []): string[] =>
  ownerCandidates(
    people,
    actor,
    app,
    missing,
    tried.map((username) => ({ username, reason: 'not_allowed' })),
  ).map(({ user: { username }, source }) => `${source} ${username}`);

describe('the owner of a room', () => {
  test("is the ticket's owner, then the responsible agent, then who asked", () => {
    expect(order([RESPONSIBLE, OWNER], ACTOR, 'auto')).toEqual(['Owner alice', 'Responsible bob', 'Actor carol']);
  });

  test('is tried once, even in two roles', () => {
    expect(order([OWNER, agent('alice', 'Responsible')], ACTOR, 'refuse')).toEqual(['Owner alice', 'Actor carol']);
  });

  test('is the next one where the first has no account or was refused', () => {
    expect(order([NO_ACCOUNT, RESPONSIBLE], undefined, 'refuse')).toEqual(['Responsible bob']);
    expect(order([OWNER, RESPONSIBLE], undefined, 'refuse', ['alice'])).toEqual(['Responsible bob']);
  });

  test.each<[OwnerMissing, Participant | undefined, string[]]>([
    ['auto', undefined, ['App otobo.bot']],
    ['auto', { person: ACTOR.person, list: 'Unresolved', reason: 'no_account' }, []],
    ['refuse', undefined, []],
    ['app', ACTOR, ['Actor carol', 'App otobo.bot']],
  ])('with nobody left and the setting %s', (missing, actor, expected) => {
    expect(order([NO_ACCOUNT], actor, missing)).toEqual(expected);
  });

  test('is never a customer', () => {
    const customer: Participant = { person: { type: 'Customer', login: 'cust1', roles: ['Owner'] }, user: user('cust1') };
    expect(order([customer], undefined, 'refuse')).toEqual([]);
  });
});
