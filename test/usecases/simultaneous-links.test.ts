import fc from 'fast-check';
import { locate } from '../../src/domain/observation';
import { TICKET } from '../domain/chat';
import type { FakeChat } from './fake-chat';
import { LinkStage, OTHER } from './link-stage';
import { SLUG } from './requests';

const AGAIN = ['link_busy', 'busy'];

test('a room and a ticket that nobody else wants are linked', async () => {
  const stage = new LinkStage();
  expect([await stage.link(TICKET, stage.blue), await stage.link(TICKET, stage.blue)]).toEqual(['linked', 'already']);
  expect(stage.helpdesk.ticket(TICKET.id).roomLink).toEqual({ roomId: stage.blue.id, url: 'https://chat.test/group/blue' });
  stage.expectConsistent();
});

test('nothing is linked on a claim that is more than a minute old, because others may take it for lapsed', async () => {
  const stage = new LinkStage();
  stage.chat.before = (call) => {
    if (call === 'post card') stage.chat.now += 60_000;
  };
  expect(await stage.link(TICKET, stage.blue)).toBe('link_busy');
  stage.expectConsistent();
  expect(stage.chat.links).toEqual([]);
});

test('a claim that nobody lives for any more is cleared away', async () => {
  const stage = new LinkStage();
  stage.chat.records.claims.push({ nonce: 'dead', ticketId: TICKET.id, roomId: stage.red.id, at: stage.chat.now });
  expect(await stage.link(TICKET, stage.blue)).toBe('link_busy');
  stage.chat.now += 120_000;
  expect(await stage.link(TICKET, stage.blue)).toBe('linked');
  stage.expectConsistent();
});

test('an opening gives way to a claim, and is told to come again when it stays', async () => {
  const stage = new LinkStage();
  stage.chat.records.claims.push({ nonce: 'dead', ticketId: TICKET.id, roomId: stage.red.id, at: stage.chat.now });
  expect([await stage.open(), stage.opened()]).toEqual(['busy', []]);
  stage.chat.now += 120_000;
  expect(await stage.open()).toBe('created');
});

/** Every order in which the calls of several requests can reach the server is one that a busy cluster may take. */
describe('at one moment', () => {
  test.each<[string, (stage: LinkStage) => Promise<string>[], readonly string[]]>([
    [
      'two rooms linked to one ticket',
      (stage) => [stage.link(TICKET, stage.blue), stage.link(TICKET, stage.red)],
      ['linked', 'ticket_taken', ...AGAIN],
    ],
    [
      'two tickets linked to one room',
      (stage) => [stage.link(TICKET, stage.blue), stage.link(OTHER, stage.blue)],
      ['linked', 'room_taken', ...AGAIN],
    ],
    [
      'one room linked to one ticket twice',
      (stage) => [stage.link(TICKET, stage.blue), stage.link(TICKET, stage.blue)],
      ['linked', 'already', ...AGAIN],
    ],
    [
      'a room linked to a ticket whose own room is being opened',
      (stage) => [stage.link(TICKET, stage.blue), stage.open()],
      ['linked', 'created', 'unchanged', 'ticket_taken', ...AGAIN],
    ],
    [
      'a room linked, and the ticket opened twice',
      (stage) => [stage.link(TICKET, stage.blue), stage.open(), stage.open()],
      ['linked', 'created', 'unchanged', 'changed', 'ticket_taken', ...AGAIN],
    ],
    [
      'two rooms linked, and the ticket opened twice',
      (stage) => [stage.link(TICKET, stage.blue), stage.link(TICKET, stage.red), stage.open(), stage.open()],
      ['linked', 'created', 'unchanged', 'changed', 'ticket_taken', ...AGAIN],
    ],
  ])('%s: one of them wins, and the others are told', async (_what, all, possible) => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const stage = new LinkStage(scheduler);
        const running = Promise.all(all(stage));
        await scheduler.waitFor(running);
        const answers = await running;
        stage.chat.before = () => undefined;
        stage.expectConsistent();
        expect(answers.filter((answer) => !possible.includes(answer))).toEqual([]);
        const beside = stage.besideLinked();
        // Only who gave up waiting for the link leaves a room beside it.
        if (!answers.includes('busy')) expect(beside).toEqual([]);
        if (!answers.every((answer) => AGAIN.includes(answer))) {
          const leading = [...stage.chat.links.map(({ roomId }) => roomId), ...stage.opened().filter((id) => !beside.includes(id))];
          expect([answers, new Set(leading).size]).toEqual([answers, 1]);
          expect(stage.chat.links.some(({ origin }) => origin === 'linked')).toBe(answers.includes('linked'));
          expect(answers.filter((answer) => answer === 'linked' || answer === 'created').length).toBeLessThanOrEqual(1);
        }
        await expectPutRight(stage);
      }),
      { numRuns: 200 },
    );
  });

  test('links and opens that die on the way leave what the next ones put right', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 3, maxLength: 3 }),
        async (scheduler, deaths) => {
          const stage = new LinkStage(scheduler);
          const ports = deaths.map((death) => stage.chat.ports(death));
          const [first, second, third] = ports;
          const all = Promise.all([stage.link(TICKET, stage.blue, first), stage.link(TICKET, stage.red, second), stage.open(third)]);
          await scheduler.waitFor(all);
          await all;
          stage.chat.before = () => undefined;
          stage.chat.now += 180_000;
          const before = stage.chat.links.filter(({ origin }) => origin === 'linked').map(({ roomId }) => roomId);
          expect(before.length).toBeLessThanOrEqual(1);
          expect(['created', 'changed', 'unchanged']).toContain(await stage.open());
          const { room, duplicates } = await seenNow(stage.chat);
          expect(duplicates).toEqual([]);
          const leading = stage.chat.links.filter(({ roomId }) => roomId === room?.id);
          expect(leading).toHaveLength(1);
          expect(stage.chat.links).toEqual(leading);
          if (before[0] !== undefined) expect(room?.id).toBe(before[0]);
        },
      ),
      { numRuns: 200 },
    );
  });
});

/** Whatever was left, the next request ends with the ticket's one room, which has its record. */
async function expectPutRight(stage: LinkStage): Promise<void> {
  const linked = stage.chat.links
    .filter(({ ticketId, origin }) => ticketId === TICKET.id && origin === 'linked')
    .map(({ roomId }) => roomId);
  stage.chat.now += 180_000;
  expect(['created', 'changed', 'unchanged']).toContain(await stage.open());
  stage.expectConsistent();
  const rooms = stage.chat.links.filter(({ ticketId }) => ticketId === TICKET.id).map(({ roomId }) => roomId);
  expect(rooms).toHaveLength(1);
  expect([rooms, stage.opened()]).toEqual(linked.length > 0 ? [linked, []] : [rooms, rooms]);
}

async function seenNow(chat: FakeChat): Promise<ReturnType<typeof locate>> {
  const ports = chat.ports();
  const byId = new Map(
    (await Promise.all([...chat.rooms.keys()].map((id) => ports.rooms.byId(id)))).flatMap((room) =>
      room ? [[room.id, room] as const] : [],
    ),
  );
  const named = new Map([...byId.values()].map((room) => [room.slug, room]));
  return locate(TICKET.id, [SLUG], { links: chat.links, waiting: [], closings: [], told: [], named, byId, inside: new Map() }, chat.keys);
}
