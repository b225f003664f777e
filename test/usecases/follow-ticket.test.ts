import { AppError } from '../../src/domain/errors';
import { changeTicket } from '../../src/usecases/change-ticket';
import { deliverOutbox } from '../../src/usecases/deliver-outbox';
import { followTicket } from '../../src/usecases/follow-ticket';
import { syncRoom } from '../../src/usecases/sync-room';
import { writeNote } from '../../src/usecases/write-note';
import { TICKET, toldTo } from '../domain/chat';
import { ALICE, POLICY, request } from './requests';
import { RULES, WritingWorld } from './writing-world';

/** The room knows its ticket as OTOBO has it. */
function following(): WritingWorld {
  const world = new WritingWorld();
  const { ticket, stateType, customerUser } = world.helpdesk.ticket(TICKET.id);
  world.chat.records.told = [
    toldTo({ id: world.place.roomId }, { fields: { ...toldTo({ id: '' }).fields, stateType, customerUser }, articleId: '1', agents: [] }),
  ];
  expect(ticket.state).toBe('open');
  return world;
}

const close = (world: WritingWorld): ReturnType<typeof changeTicket> =>
  changeTicket({ user: world.alice, place: world.place, wish: { field: 'state', typed: 'closed s' } }, RULES, world.chat.ports());

describe('a change that is made from the chat', () => {
  test("is told in the room at once, with the name of who made it, and OTOBO's own event tells nothing", async () => {
    const world = following();
    await close(world);
    expect(world.chat.notices.texts).toEqual(['alice: state open→closed successful']);
    const { ticket, stateType } = world.helpdesk.ticket(TICKET.id);
    await syncRoom(request([ALICE], { ticket: { ...ticket, stateType } }), POLICY, world.chat.ports());
    expect(world.chat.notices.texts).toHaveLength(1);
  });

  test('is told when OTOBO takes it at last', async () => {
    const world = following();
    world.helpdesk.refusal = new AppError('otobo_unreachable');
    await close(world);
    world.helpdesk.refusal = undefined;
    expect(world.chat.notices.posted).toEqual([]);
    world.advance(180_000);
    expect(await deliverOutbox(RULES, world.chat.ports())).toMatchObject([{ outcome: 'sent' }]);
    expect(world.chat.notices.texts).toEqual(['alice: state open→closed successful']);
  });

  test('is made all the same when the room cannot be told', async () => {
    const world = following();
    world.chat.before = (call) => {
      if (call === 'post notice') throw new Error('out of order');
    };
    expect(await close(world)).toMatchObject({ outcome: { kept: false } });
    expect([world.helpdesk.ticket(TICKET.id).stateType, world.chat.records.writes]).toEqual(['closed', []]);
  });

  test('that the job has made is sent all the same when the room cannot be told, and the log says why', async () => {
    const world = following();
    world.helpdesk.refusal = new AppError('otobo_unreachable');
    await close(world);
    world.helpdesk.refusal = undefined;
    world.advance(180_000);
    world.chat.before = (call) => {
      if (call === 'post notice') throw new Error('out of order');
    };
    expect(await deliverOutbox(RULES, world.chat.ports())).toMatchObject([{ outcome: 'sent', error: { message: 'out of order' } }]);
    expect(world.chat.records.writes).toEqual([]);
  });

  test('makes no room for a ticket without one', async () => {
    const world = following();
    world.helpdesk.addTicket({ ...TICKET, id: '99', number: '2026112310000099' });
    const { size } = world.chat.rooms;
    await followTicket('99', 'alice', RULES, world.chat.ports());
    expect([world.chat.rooms.size, world.chat.writes]).toEqual([size, []]);
  });
});

describe('a note from the chat', () => {
  test('is none of the articles that the room is told of', async () => {
    const world = following();
    await writeNote({ user: world.alice, place: world.place, text: 'toner is on its way' }, RULES, world.chat.ports());
    const { articles, ticket } = world.helpdesk.ticket(TICKET.id);
    expect(articles).toHaveLength(1);
    const everything = { ...POLICY, customers: 'never' as const, colleagues: true };
    await syncRoom(request([ALICE], { ticket, articles }), everything, world.chat.ports());
    expect(world.chat.notices.posted).toEqual([]);
    expect(world.chat.records.told).toMatchObject([{ articleId: articles[0]?.id }]);
  });
});
