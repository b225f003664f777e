import { deleteTicket, mergeTickets } from '../../playground/otobo/ticket-ends';
import { packageService, SYNC_ROOM } from '../../playground/otobo/requester/package-service';
import type { Ticket } from '../../playground/otobo/records';
import { splitTicket } from '../../playground/otobo/split';
import { type Answer, type AppUnderTest, type Body, cardsIn, SECRET } from './otobo-app';
import { withWorkingWorld } from './working-world';

const world = withWorkingWorld();
const app = (): AppUnderTest => world().app;

const linkIn = ({ dynamicFields }: Ticket): unknown => dynamicFields.get('RocketChatRoomID') ?? '';

/** A ticket with a room, as one click opens it. */
async function opened(title: string): Promise<{ ticket: Ticket; roomId: string }> {
  const ticket = made(title);
  const { Room } = (await app().open({ TicketID: ticket.id })).body;
  if (Room?.ID === undefined) throw new Error('The room was not opened.');
  return { ticket, roomId: Room.ID };
}

function made(title: string, queue = 'Support'): Ticket {
  const { helpdesk } = world().otobo;
  const by = helpdesk.agent('alice');
  const ticket = helpdesk.createTicket({ title, queue, state: 'open', priority: '3 normal', owner: 'alice', responsible: 'carol', by });
  helpdesk.addArticle(
    ticket,
    { channel: 'Email', senderType: 'customer', visibleForCustomer: true, subject: title, body: 'Please.' },
    { by: helpdesk.agent('root@localhost') },
  );
  helpdesk.takeEvents();
  return ticket;
}

/** Tells the app what has happened, as the OTOBO package does. @returns the last answer */
async function tellAll(): Promise<Body> {
  const { otobo } = world();
  if (otobo.requester.services.length === 0) {
    otobo.requester.services.push(packageService((path) => app().rocketChat.app().endpoint(path), SECRET));
  }
  let last: Body = {};
  for (const event of otobo.helpdesk.takeEvents()) {
    if (event.event === 'TicketLockUpdate' || event.event.startsWith('TicketDynamicFieldUpdate')) continue;
    const { Data } = await otobo.requester.run(SYNC_ROOM, event);
    last = Data as Body; // as: the app's answers have this shape
  }
  return last;
}

const texts = (roomId: string): string[] =>
  app()
    .workspace.messages(roomId)
    .map(({ msg }) => msg);
const roomOf = (roomId: string) => app().workspace.room(roomId);

describe('a ticket that is merged into one without a room', () => {
  test('leaves its room to the other one, and both tickets know where it is', async () => {
    const { ticket, roomId } = await opened('Printer smokes');
    const main = made('Printers smoke everywhere');
    const { helpdesk } = world().otobo;
    mergeTickets(helpdesk, ticket, main, { by: helpdesk.agent('alice') });
    const answer = await tellAll();
    expect(answer).toMatchObject({
      Result: 'synced',
      Actions: [{ Type: 'MoveRoom', ID: roomId, TicketID: String(main.id), TicketNumber: main.number }],
      Ticket: {
        DynamicField: [
          { Name: 'RocketChatURL', Value: '' },
          { Name: 'RocketChatRoomID', Value: '' },
        ],
      },
    });
    expect(linkIn(ticket)).toBe('');
    const status = await app().post('tickets/status', { TicketID: main.id });
    expect(status.body).toMatchObject({ Result: 'found', Room: { ID: roomId } });
    expect((await app().post('tickets/status', { TicketID: ticket.id })).body.Result).toBe('none');
    expect(texts(roomId).filter((text) => text.includes(`belongs to Ticket#${main.number} from now on`))).toHaveLength(1);
    expect(texts(roomId).some((text) => text === `Ticket#${ticket.number} was merged into Ticket#${main.number}.`)).toBe(true);

    await app().workspace.scheduler.settled();
    const opened2 = await app().open({ TicketID: main.id });
    expect(opened2.body).toMatchObject({ Room: { ID: roomId } });
    expect(roomOf(roomId)?.customFields).toMatchObject({ otobo: { ticketId: String(main.id), ticketNumber: main.number } });
  });
});

describe('a ticket that is merged into one with a room', () => {
  test('has its room told where to go on, and the other room is left in peace', async () => {
    const [one, other] = [await opened('Mail is slow'), await opened('Mail is very slow')];
    const { helpdesk } = world().otobo;
    const before = texts(other.roomId).length;
    mergeTickets(helpdesk, one.ticket, other.ticket, { by: helpdesk.agent('alice') });
    expect((await tellAll()).Actions).toContainEqual({ Type: 'TellMerged', ID: one.roomId });
    const told = texts(one.roomId).filter((text) => text.includes(`/group/ticket-${other.ticket.number}`));
    expect(told).toHaveLength(1);
    expect(texts(other.roomId)).toHaveLength(before);
    expect(linkIn(one.ticket)).toBe('');

    const again: Answer = await app().post('tickets/sync', {
      Event: 'TicketMerge',
      TicketID: one.ticket.id,
      MainTicketID: String(other.ticket.id),
    });
    expect(again.body.Actions).not.toContainEqual({ Type: 'TellMerged', ID: one.roomId });
    expect(texts(one.roomId).filter((text) => text.includes('was merged into'))).toHaveLength(1);
  });
});

describe('a ticket that is deleted', () => {
  test('leaves a room that is nobody’s, with everything in it', async () => {
    const { ticket, roomId } = await opened('Spam');
    await app().workspace.sendMessage('alice', roomId, 'This is spam.');
    const before = texts(roomId).length;
    const { helpdesk } = world().otobo;
    deleteTicket(helpdesk, ticket, { by: helpdesk.agent('alice') });
    expect(await tellAll()).toMatchObject({ Result: 'synced', Actions: [{ Type: 'UnlinkRoom', ID: roomId }] });
    expect(roomOf(roomId)?.customFields ?? {}).not.toHaveProperty('otobo');
    expect(cardsIn(app(), roomOf(roomId))).toEqual([]);
    expect(texts(roomId)).toHaveLength(before + 1);
    expect(texts(roomId)).toContain('This is spam.');
    expect(texts(roomId)).toContain(
      `Ticket#${ticket.number} was deleted in OTOBO. This room belongs to no ticket any more. What was said in it stays.`,
    );
    expect(app().workspace.members(roomId).sort()).toEqual(['alice', 'carol']);
    const repeated = await app().post('tickets/sync', { Event: 'TicketDelete', TicketID: String(ticket.id) });
    expect(repeated.body).toMatchObject({ Result: 'ignored', Actions: [] });
    expect(texts(roomId)).toHaveLength(before + 1);
  });

  test('and is still there by what OTOBO says, keeps its room', async () => {
    const { ticket, roomId } = await opened('Not spam');
    const before = app().workspace.snapshot();
    const answer = await app().post('tickets/sync', { Event: 'TicketDelete', TicketID: ticket.id });
    expect(answer.body).toMatchObject({ Result: 'ignored' });
    expect(answer.body).not.toHaveProperty('Ticket');
    expect(app().workspace.snapshot()).toEqual(before);
    expect(roomOf(roomId)?.customFields).toHaveProperty('otobo');
  });
});

describe('rules that open rooms', () => {
  beforeAll(async () => {
    await app().rocketChat.setAppSetting('open_rules', '# heads of departments\nqueue = manag*; priority = 4 high, 5 very high');
    await app().rocketChat.setAppSetting('open_cap', 2);
  });
  afterAll(() => app().rocketChat.setAppSetting('open_rules', ''));

  test('open one for a ticket that meets them, and OTOBO learns where it is, until as many are open as may be in an hour', async () => {
    const { helpdesk } = world().otobo;
    const tickets = ['Pay rise', 'Bonus', 'Another bonus'].map((title) => made(title, 'Management'));
    const [first, second, third] = tickets;
    if (!first || !second || !third) throw new Error('Tickets are missing.');
    for (const ticket of tickets) helpdesk.set(ticket, 'priority', '5 very high', { by: helpdesk.agent('bob') });
    const answers: Body[] = [];
    for (const event of helpdesk.takeEvents()) {
      answers.push((await world().otobo.requester.run(SYNC_ROOM, event)).Data as Body); // as: the app's answers have this shape
    }
    expect(answers.map(({ Result }) => Result)).toEqual(['created', 'created', 'refused']);
    expect(answers[2]?.Error?.ErrorCode).toBe('open_cap');
    expect(answers[2]?.Error?.ErrorMessage).toMatch(/2 rooms within the last hour/);
    const [room] = answers.map(({ Room }) => Room);
    expect(linkIn(first)).toBe(room?.ID);
    expect(first.dynamicFields.get('RocketChatURL')).toBe(room?.URL);
    expect(linkIn(third)).toBe('');
    expect(
      app()
        .workspace.members(room?.ID ?? '')
        .sort(),
    ).toEqual(['alice', 'bob', 'carol']);
  });

  test('open none for a ticket that does not', async () => {
    const ticket = made('Coffee machine');
    const answer = await app().post('tickets/sync', { Event: 'TicketCreate', TicketID: ticket.id });
    expect(answer.body).toMatchObject({ Result: 'ignored' });
  });
});

describe('a ticket that was split off another one', () => {
  test('is a ticket without a room, and the room of the other one stays as it is', async () => {
    const { ticket, roomId } = await opened('Two things at once');
    const { helpdesk } = world().otobo;
    const part = splitTicket(helpdesk, ticket, undefined, { by: helpdesk.agent('alice') });
    await tellAll();
    expect((await app().post('tickets/status', { TicketID: part.id })).body.Result).toBe('none');
    expect((await app().post('tickets/status', { TicketID: ticket.id })).body).toMatchObject({ Result: 'found', Room: { ID: roomId } });
  });
});
