import { addMember } from '../../src/usecases/add-member';
import { answerConsent } from '../../src/usecases/answer-consent';
import { changeTicket } from '../../src/usecases/change-ticket';
import { deliverOutbox } from '../../src/usecases/deliver-outbox';
import { linkRoom } from '../../src/usecases/link-room';
import { openByNumber, type Opened } from '../../src/usecases/open-by-number';
import { openRoom } from '../../src/usecases/open-room';
import { unlinkRoom } from '../../src/usecases/unlink-room';
import { writeNote } from '../../src/usecases/write-note';
import { TICKET, user } from '../domain/chat';
import { ALICE, BOB, POLICY, request } from './requests';
import { RULES, WritingWorld } from './writing-world';

/** Without the times. */
const audited = (world: WritingWorld): unknown[] =>
  world.chat.records.audited.map((event) => Object.fromEntries(Object.entries(event).filter(([name]) => name !== 'at')));

/** Alice has a ticket without a room, and a room without a ticket. */
function unlinkedWorld(): WritingWorld {
  const world = new WritingWorld();
  world.chat.links = [];
  const room = world.chat.rooms.get(world.place.roomId);
  if (room) room.slug = 'printers';
  return world;
}

describe('the history of who did what', () => {
  test('has who linked and unlinked a room, each once, and what was written into the ticket for it', async () => {
    const world = unlinkedWorld();
    const { roomId } = world.place;
    const link = (): Promise<unknown> =>
      linkRoom({ sender: world.alice, place: world.place, ticketId: TICKET.id, confirmed: true }, RULES, world.chat.ports());
    await link();
    world.advance(120_000);
    await link();
    await unlinkRoom({ sender: world.alice, place: world.place }, RULES, world.chat.ports());
    const about = { ticketNumber: TICKET.number, roomId, by: 'alice' };
    const addressed = { what: 'addressed', ...about };
    expect(audited(world)).toEqual([{ what: 'linked', ...about }, addressed, addressed, addressed, { what: 'unlinked', ...about }]);
  });

  test('has who opened a room, once, however often it is opened', async () => {
    const world = unlinkedWorld();
    const open = (): Promise<Opened> =>
      openByNumber({ sender: world.alice, place: world.place, ticketId: TICKET.id }, RULES, world.chat.ports());
    const { outcome } = await open();
    await open();
    const opened = world.chat.records.audited.filter(({ what }) => what === 'opened');
    expect(opened).toMatchObject([{ ticketNumber: TICKET.number, roomId: outcome.room?.id, by: 'alice' }]);
  });

  test('has the login of an agent who opened a room from OTOBO, and nobody where OTOBO did it by itself', async () => {
    const world = unlinkedWorld();
    await openRoom(request([ALICE], { actor: BOB }), RULES.policy, world.chat.ports());
    const other = { ...TICKET, id: '9', number: '2026112310000099' };
    await openRoom({ ...request([ALICE]), ticket: other }, RULES.policy, world.chat.ports());
    expect(world.chat.records.audited).toMatchObject([
      { what: 'opened', by: 'bob' },
      { what: 'opened', ticketNumber: other.number },
    ]);
    expect(world.chat.records.audited[1]).not.toHaveProperty('by');
  });

  test('has whom somebody brought in, and which customer was let in by whom', async () => {
    const world = new WritingWorld();
    const { roomId } = world.place;
    await addMember({ sender: world.alice, place: world.place, username: 'bob', confirmed: true }, RULES, world.chat.ports());
    const cust = user('cust');
    world.chat.addUsers(cust);
    world.chat.membership.consents.push({ roomId, userId: cust.id, messageId: 'q', agents: [] });
    await answerConsent({ roomId, userId: cust.id, by: world.alice, granted: false }, POLICY, world.chat.ports());
    await answerConsent({ roomId, userId: cust.id, by: world.alice, granted: true }, POLICY, world.chat.ports());
    const about = { ticketNumber: TICKET.number, roomId, by: 'alice' };
    expect(audited(world)).toEqual([
      { what: 'added', ...about, detail: 'bob' },
      { what: 'consented', ...about, detail: 'cust' },
    ]);
  });

  test('has what OTOBO has taken, from its maker or from the job, and none of the words', async () => {
    const world = new WritingWorld();
    await writeNote({ user: world.alice, place: world.place, text: 'secret' }, RULES, world.chat.ports());
    world.helpdesk.away = true;
    await writeNote({ user: world.alice, place: world.place, text: 'secret' }, RULES, world.chat.ports());
    expect(world.chat.records.audited).toHaveLength(1);
    world.helpdesk.away = false;
    world.advance(60_000);
    await deliverOutbox(RULES, world.chat.ports());
    await changeTicket({ user: world.alice, place: world.place, wish: { field: 'state', typed: 'new' } }, RULES, world.chat.ports());
    const about = { ticketNumber: TICKET.number, roomId: world.place.roomId, by: 'alice' };
    expect(audited(world)).toEqual([
      { what: 'noted', ...about },
      { what: 'noted', ...about },
      { what: 'changed', ...about, detail: 'state' },
    ]);
  });

  test('has nothing of what was refused', async () => {
    const world = new WritingWorld();
    await expect(writeNote({ user: world.bob, place: world.place, text: 'x' }, RULES, world.chat.ports())).rejects.toThrow();
    await expect(
      addMember({ sender: world.alice, place: world.place, username: 'nobody', confirmed: true }, RULES, world.chat.ports()),
    ).rejects.toThrow();
    expect(world.chat.records.audited).toEqual([]);
  });
});
