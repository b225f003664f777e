import { isGuarded } from '../../src/domain/guard';
import { agentIds, type Participant } from '../../src/domain/participants';
import { user } from './chat';

const alice = user('alice');
const app = user('otobo.bot', { bot: true });
const AGENTS = new Set([alice.id]);

describe('a room shows internal things', () => {
  test('only when it is private, customers stay out, and everybody in it is an agent', () => {
    expect(isGuarded({ type: 'private' }, false, [alice, app], AGENTS, app.id)).toBe(false);
  });

  test.each([
    ['the room is public', 'public', false, [alice]],
    ['customers may come in', 'private', true, [alice]],
    ['somebody unknown is in it', 'private', false, [alice, user('guest')]],
  ] as const)('not when %s', (_why, type, customers, members) => {
    expect(isGuarded({ type }, customers, members, AGENTS, app.id)).toBe(true);
  });

  test('not when an agent is the customer as well', () => {
    const both: Participant[] = [
      { person: { type: 'Agent', login: 'alice', roles: ['Owner'] }, user: alice },
      { person: { type: 'Customer', login: 'alice', roles: ['Customer'] }, user: alice },
    ];
    expect(agentIds(both)).toEqual(new Set());
  });
});
