import type { Write } from '../../src/domain/write';
import { changeTicket, type TicketChange, type Wish } from '../../src/usecases/change-ticket';
import { deliverOutbox, type Delivery } from '../../src/usecases/deliver-outbox';
import { TICKET } from '../domain/chat';
import { RULES, WritingWorld } from './writing-world';

const MINUTE = 60_000;

const change = (world: WritingWorld, wish: Wish): Promise<TicketChange> =>
  changeTicket({ user: world.alice, place: world.place, wish }, RULES, world.chat.ports());

const runJob = async (world: WritingWorld): Promise<Delivery[]> => {
  world.advance(MINUTE);
  return deliverOutbox(RULES, world.chat.ports());
};

const state = (typed: string): Wish => ({ field: 'state', typed });

/** OTOBO answers when it is asked, and goes away before it takes the change. */
function goesAwayBeforeWriting(world: WritingWorld): void {
  world.chat.before = (call) => {
    if (call === 'otobo write Fields') world.helpdesk.away = true;
  };
}

function comesBack(world: WritingWorld): void {
  world.chat.before = () => undefined;
  world.helpdesk.away = false;
}

const stateNow = (world: WritingWorld): string | undefined => world.helpdesk.ticket(TICKET.id).ticket.state;

describe('a change that was kept', () => {
  test('is made when the ticket is as it was', async () => {
    const world = new WritingWorld();
    goesAwayBeforeWriting(world);
    await expect(change(world, state('new'))).resolves.toMatchObject({ outcome: { kept: true } });
    comesBack(world);
    await expect(runJob(world)).resolves.toMatchObject([{ outcome: 'sent' }]);
    expect(stateNow(world)).toBe('new');
  });

  test('whose answer was lost is not made again, and undoes nothing', async () => {
    const world = new WritingWorld();
    world.helpdesk.losesAnswer = true;
    await change(world, state('new'));
    await expect(runJob(world)).resolves.toMatchObject([{ outcome: 'sent' }]);
    expect(world.helpdesk.calls.filter((call) => call === 'write Fields')).toHaveLength(1);
  });

  test('is not made over what somebody else has changed meanwhile; its author hears what it is now', async () => {
    const world = new WritingWorld();
    goesAwayBeforeWriting(world);
    await change(world, state('new'));
    comesBack(world);
    world.helpdesk.ticket(TICKET.id).ticket.state = 'closed successful';
    await expect(runJob(world)).resolves.toMatchObject([{ outcome: 'refused', error: { code: 'changed_meanwhile' } }]);
    expect(stateNow(world)).toBe('closed successful');
    expect(world.chat.records.writes).toEqual([]);
    expect(world.told('write')).toEqual([
      expect.stringMatching(
        /^alice: The app has not handed your change of the ticket[^]*the state of the ticket meanwhile \(it is closed successful now\)[^]*\nnew$/,
      ),
    ]);
  });

  test('tells what the ticket has now to nobody who may not see it any more', async () => {
    const world = new WritingWorld();
    goesAwayBeforeWriting(world);
    await change(world, state('new'));
    comesBack(world);
    world.helpdesk.ticket(TICKET.id).ticket.state = 'closed successful';
    world.helpdesk.allow('alice', TICKET.id);
    await expect(runJob(world)).resolves.toMatchObject([{ outcome: 'refused', error: { code: 'ticket_hidden' } }]);
    expect(world.told('write').join()).not.toContain('closed successful');
  });

  test('made while OTOBO was away is compared with what the room was told last', async () => {
    const world = new WritingWorld();
    const fields = { title: TICKET.title, state: 'open', priority: '3 normal' };
    world.chat.records.told = [{ ticketId: TICKET.id, ticketNumber: TICKET.number, roomId: world.place.roomId, fields, agents: [] }];
    world.helpdesk.away = true;
    await change(world, state('new'));
    await change(world, { field: 'priority', typed: '5 very high' });
    world.helpdesk.away = false;
    world.helpdesk.ticket(TICKET.id).ticket.priority = '1 very low';
    await expect(runJob(world)).resolves.toMatchObject([{ outcome: 'sent' }, { outcome: 'refused', error: { code: 'changed_meanwhile' } }]);
    expect(world.helpdesk.ticket(TICKET.id).ticket).toMatchObject({ state: 'new', priority: '1 very low' });
  });

  test('is made when nobody knows what was, as it was typed', async () => {
    const world = new WritingWorld();
    world.helpdesk.away = true;
    await change(world, state('new'));
    world.helpdesk.away = false;
    world.helpdesk.ticket(TICKET.id).ticket.state = 'closed successful';
    await runJob(world);
    expect(stateNow(world)).toBe('new');
  });

  test.each(['in one run', 'in two'])("is not taken for somebody else's by a later one of ours, sent %s", async (how) => {
    const world = new WritingWorld();
    goesAwayBeforeWriting(world);
    await change(world, state('new'));
    comesBack(world);
    goesAwayBeforeWriting(world);
    await change(world, { field: 'pending', typed: 'pending reminder', until: world.chat.now + 600 * MINUTE });
    comesBack(world);
    world.advance(MINUTE);
    if (how === 'in two') {
      // The run has no time left for the second one.
      world.chat.before = (call) => {
        if (call === 'drop write') world.advance(16_000);
      };
      await deliverOutbox(RULES, world.chat.ports());
      expect(stateNow(world)).toBe('new');
      comesBack(world);
    }
    for (let runs = 0; runs < 3; runs += 1) await runJob(world);
    expect(stateNow(world)).toBe('pending reminder');
    expect(world.told('write')).toEqual([]);
  });

  test("is not taken for somebody else's by one that was made at the same moment, when neither knew of the other", async () => {
    const world = new WritingWorld();
    const { chat, alice, place } = world;
    const kept = (id: string, state: string, at: number): Write => ({
      ...{ id, ticketId: TICKET.id, change: { type: 'Fields', state, was: { state: 'open' } } as const },
      ...{
        by: { userId: alice.id, username: 'alice', ...place },
        right: 'rw' as const,
        at: chat.now + at,
        notBefore: chat.now,
        attempts: 1,
      },
    });
    chat.records.writes = [kept('a', 'new', 0), kept('b', 'closed successful', 1)];
    await expect(runJob(world)).resolves.toMatchObject([{ outcome: 'sent' }, { outcome: 'sent' }]);
    expect(stateNow(world)).toBe('closed successful');
  });
});
