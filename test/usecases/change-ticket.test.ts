import { changeTicket, type TicketChange, type Wish } from '../../src/usecases/change-ticket';
import { recognition, TICKET, user } from '../domain/chat';
import { RULES, WritingWorld } from './writing-world';

const UNTIL = Date.UTC(2026, 11, 24);

const change = (world: WritingWorld, wish: Wish, by = world.alice, rules = RULES): Promise<TicketChange> =>
  changeTicket({ user: by, place: world.place, wish }, rules, world.chat.ports());

describe('a change of the ticket', () => {
  test.each<[string, Wish, Partial<TicketChange>, object]>([
    ['a state', { field: 'state', typed: 'new' }, { from: 'open', to: 'new' }, { ticket: { state: 'new' } }],
    ['a state by its beginning', { field: 'state', typed: 'closed S' }, { to: 'closed successful' }, { stateType: 'closed' }],
    ['a closing state', { field: 'state', typed: 'unsucc', kind: 'closed' }, { to: 'closed unsuccessful' }, { stateType: 'closed' }],
    ['a time', { field: 'pending', typed: 'pending r', until: UNTIL }, { to: 'pending reminder' }, { pendingUntil: UNTIL }],
    [
      'a priority by its number',
      { field: 'priority', typed: '5' },
      { from: '3 normal', to: '5 very high' },
      { ticket: { priority: '5 very high' } },
    ],
  ])('takes %s, and says what was before and is now', async (_what, wish, said, written) => {
    const world = new WritingWorld();
    await expect(change(world, wish)).resolves.toMatchObject({ ...said, outcome: { kept: false } });
    expect(world.helpdesk.ticket(TICKET.id)).toMatchObject(written);
  });

  test('to what it is already writes nothing and says so', async () => {
    const world = new WritingWorld();
    const answer = await change(world, { field: 'state', typed: 'open' });
    expect(answer).toEqual({ ticketNumber: TICKET.number, from: 'open', to: 'open' });
    expect(world.helpdesk.calls).not.toContain('write Fields');
  });

  test('of the time alone is one, too', async () => {
    const world = new WritingWorld();
    await change(world, { field: 'pending', typed: 'pending r', until: UNTIL });
    await expect(change(world, { field: 'pending', typed: 'pending r', until: UNTIL + 1 })).resolves.toMatchObject({
      outcome: { kept: false },
    });
    expect(world.helpdesk.ticket(TICKET.id).pendingUntil).toBe(UNTIL + 1);
  });

  test.each<[string, Wish, object]>([
    [
      'a state that there is not',
      { field: 'state', typed: 'urgent' },
      { code: 'value_unknown', details: { field: 'state', value: 'urgent' } },
    ],
    [
      'a state that means two',
      { field: 'state', typed: 'closed' },
      { code: 'value_unknown', details: { offered: expect.stringMatching(/^closed successful, closed unsuccessful, new/) as string } },
    ],
    ['to close it with a state that does not close', { field: 'state', typed: 'open', kind: 'closed' }, { code: 'value_unknown' }],
    ['to let it wait in a state that does not wait', { field: 'pending', typed: 'open', until: UNTIL }, { code: 'value_unknown' }],
    ['a waiting state without a time', { field: 'state', typed: 'pending reminder' }, { code: 'state_needs_time' }],
    ['a priority that there is not', { field: 'priority', typed: '9' }, { code: 'value_unknown', details: { field: 'priority' } }],
    ['an owner whom nobody knows here', { field: 'owner', username: 'nobody' }, { code: 'user_unknown' }],
    ['an owner who may not own it', { field: 'owner', username: 'bob' }, { code: 'assignee_refused', details: { person: 'bob' } }],
    ['an owner who may not even see it', { field: 'owner', username: 'carol' }, { code: 'assignee_refused', details: { person: 'carol' } }],
  ])('is refused for %s, and nothing is written', async (_what, wish, refusal) => {
    const world = new WritingWorld();
    await expect(change(world, wish)).rejects.toMatchObject(refusal);
    expect(world.helpdesk.calls).not.toContain('write Fields');
    expect(world.chat.records.writes).toEqual([]);
  });

  test.each<[string, Wish]>([
    ['a state', { field: 'state', typed: 'new' }],
    ['a time', { field: 'pending', typed: 'pending reminder', until: UNTIL }],
    ['a priority', { field: 'priority', typed: '5' }],
    ['another owner', { field: 'owner', username: 'alice' }],
    ['oneself as the owner', { field: 'owner' }],
  ])('of %s is refused to who may only read, and shows nothing to who may not', async (_what, wish) => {
    const world = new WritingWorld();
    await expect(change(world, wish, world.bob)).rejects.toMatchObject({ code: 'right_missing' });
    await expect(change(world, wish, world.carol)).rejects.toMatchObject({ code: 'ticket_hidden', details: {} });
    expect(world.chat.writes).toEqual([]);
    expect(world.helpdesk.calls).not.toContain('write Fields');
  });

  test('makes an agent the owner by the login that OTOBO knows', async () => {
    const world = new WritingWorld();
    world.helpdesk.allow('bob', TICKET.id, 'ro', 'owner');
    await expect(change(world, { field: 'owner', username: 'bob' })).resolves.toMatchObject({ from: 'alice', to: 'bob' });
    await expect(change(world, { field: 'owner' })).resolves.toMatchObject({ from: 'bob', to: 'alice' });
    expect(world.helpdesk.ticket(TICKET.id).ticket.owner).toBe('alice');
  });

  test('of the owner needs a login: without the package from the mapping, or nobody can tell', async () => {
    const world = new WritingWorld();
    world.helpdesk.packageOffered = false;
    const agent = { ...world.alice, roles: ['agent'] };
    world.chat.addUsers(agent, user('dave', { roles: ['agent'] }), user('erin'));
    await expect(change(world, { field: 'owner' }, agent)).rejects.toMatchObject({ code: 'login_unknown', details: { person: 'alice' } });
    await expect(change(world, { field: 'owner', username: 'erin' }, agent)).rejects.toMatchObject({ code: 'assignee_refused' });
    const mapped = { ...RULES, rights: { ...RULES.rights, recognition: recognition('email', { mapping: 'bob = dave' }) } };
    await expect(change(world, { field: 'owner', username: 'dave' }, agent, mapped)).resolves.toMatchObject({ to: 'bob' });
  });

  test('goes as it was typed where OTOBO does not say what may be chosen, and OTOBO refuses what it does not know', async () => {
    const world = new WritingWorld();
    world.helpdesk.packageOffered = false;
    const agent = { ...world.alice, roles: ['agent'] };
    await expect(change(world, { field: 'state', typed: 'new' }, agent)).resolves.toMatchObject({ to: 'new' });
    await expect(change(world, { field: 'state', typed: 'ne' }, agent)).rejects.toMatchObject({
      code: 'otobo_value_refused',
      details: { field: 'State', value: 'ne' },
    });
  });

  test.each<[string, Wish, object]>([
    ['a state', { field: 'state', typed: 'new' }, { state: 'new' }],
    ['a time', { field: 'pending', typed: 'pending reminder', until: UNTIL }, { state: 'pending reminder', pendingUntil: UNTIL }],
    ['a priority', { field: 'priority', typed: '5 very high' }, { priority: '5 very high' }],
  ])('of %s is kept while OTOBO is away', async (_what, wish, fields) => {
    const world = new WritingWorld();
    world.helpdesk.away = true;
    await expect(change(world, wish)).resolves.toMatchObject({ outcome: { kept: true } });
    expect(world.chat.records.writes).toMatchObject([{ change: { type: 'Fields', ...fields } }]);
  });

  test('of the owner is not kept while nobody can tell who somebody is in OTOBO', async () => {
    const world = new WritingWorld();
    world.helpdesk.away = true;
    await expect(change(world, { field: 'owner' })).rejects.toMatchObject({ code: 'otobo_unreachable' });
    expect(world.chat.records.writes).toEqual([]);
  });
});
