import { deliverOutbox } from '../../src/usecases/deliver-outbox';
import { writeNote } from '../../src/usecases/write-note';
import { TICKET } from '../domain/chat';
import { RULES, WritingWorld } from './writing-world';

const MINUTE = 60_000;
const DAY_MINUTES = 24 * 60;
const TICKETS = 40;
/** As the job promises. */
const SIDE_BY_SIDE = 5;
const PER_RUN = 100;

/** A world with many tickets, each with a room of its own in which alice writes. */
function busyWorld(): { readonly world: WritingWorld; readonly rooms: readonly string[] } {
  const world = new WritingWorld();
  const rooms = Array.from({ length: TICKETS }, (_, at) => {
    const ticket = { ...TICKET, id: `t${at}`, number: `20261123100001${String(at).padStart(2, '0')}` };
    world.helpdesk.addTicket(ticket);
    world.helpdesk.allow('alice', ticket.id, 'rw');
    const { id, slug } = world.chat.addRoom(`room-${at}`, world.alice);
    world.chat.links.push({ ticketId: ticket.id, ticketNumber: ticket.number, roomId: id, origin: 'created', slug, cardId: 'c' });
    return id;
  });
  return { world, rooms };
}

const bodiesOf = (world: WritingWorld, at: number): string[] => world.helpdesk.ticket(`t${at}`).articles.map(({ body }) => body);

test('OTOBO is down for a day, and people write all day: nothing is lost, each arrives once and in order, and OTOBO is not flooded', async () => {
  const { world, rooms } = busyWorld();
  const { chat, helpdesk } = world;
  const typed = rooms.map((): string[] => []);
  let underWay = 0;
  let most = 0;
  chat.before = async (call) => {
    if (!call.startsWith('otobo ')) return;
    underWay += 1;
    most = Math.max(most, underWay);
    await new Promise((resolve) => setImmediate(resolve));
    underWay -= 1;
  };
  helpdesk.away = true;
  chat.random = 0.3;
  let attempts = 0;
  for (let minute = 0; minute < DAY_MINUTES; minute += 1) {
    world.advance(MINUTE);
    // Every few minutes somebody writes somewhere; and now and then twice at a time.
    if (minute % 4 === 0) {
      const at = (minute / 4) % TICKETS;
      for (const more of minute % 3 === 0 ? ['a', 'b'] : ['a']) {
        const text = `${minute}${more}`;
        typed[at]?.push(text);
        const { outcome } = await writeNote({ user: world.alice, place: { roomId: rooms[at] ?? '' }, text }, RULES, chat.ports());
        expect(outcome.kept).toBe(true);
      }
    }
    attempts += (await deliverOutbox(RULES, chat.ports())).length;
  }
  const total = typed.flat().length;
  expect(total).toBeGreaterThan(400);
  expect(chat.records.writes).toHaveLength(total);
  // While it is down, it is asked ever more seldom: a few times a minute at most.
  expect(attempts).toBeLessThan(SIDE_BY_SIDE * DAY_MINUTES);

  helpdesk.away = false;
  most = 0;
  const perRun: number[] = [];
  for (let minute = 0; minute < 4 * 60 && chat.records.writes.length > 0; minute += 1) {
    world.advance(MINUTE);
    perRun.push((await deliverOutbox(RULES, chat.ports())).length);
  }
  expect(typed.map((_, at) => bodiesOf(world, at))).toEqual(typed);
  expect(world.told('write')).toEqual([]);
  expect(Math.max(...perRun)).toBe(PER_RUN);
  expect(most).toBe(SIDE_BY_SIDE);
  // From the first answer on, each run takes up all it may.
  expect(perRun.filter((count) => count > 0)).toHaveLength(Math.ceil(total / PER_RUN));
}, 60_000);
