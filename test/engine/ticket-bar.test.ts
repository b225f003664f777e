import { LINK_ROOM, OPEN_BAR, REFRESH_BAR, WRITE_ARTICLE } from '../../src/domain/ticket-action';
import { inputOf } from '../../src/domain/form';
import { withLinkWorld } from './link-world';
import { withWorkingWorld } from './working-world';
import type { AppUnderTest } from './otobo-app';

/** What somebody has open, the newest last. */
function open(
  { rocketChat }: AppUnderTest,
  username: string,
): { kind: string; id: string; text: string; errors: Record<string, string> }[] {
  return rocketChat.openViews(username).map(({ kind, view, errors }) => ({ kind, id: view.id, text: JSON.stringify(view), errors }));
}

function newest(app: AppUnderTest, username: string): ReturnType<typeof open>[number] {
  const view = open(app, username).at(-1);
  if (!view) throw new Error(`${username} has nothing open.`);
  return view;
}

const openBar = ({ rocketChat }: AppUnderTest, username: string, roomId: string): Promise<void> =>
  rocketChat.clickButton({ username, actionId: OPEN_BAR, context: 'roomAction', roomId });

/** Clicks a button of what somebody opened last, which carries its id. */
async function click(app: AppUnderTest, username: string, actionId: string): Promise<void> {
  const { id, text } = newest(app, username);
  if (!text.includes(`"actionId":"${actionId}"`)) throw new Error(`${username} sees no button ${actionId}.`);
  await app.rocketChat.clickAction({ username, actionId, value: id, viewId: id });
}

/** Ids of what the app remembers of dialogs and bars. */
const records = ({ workspace, rocketChat }: AppUnderTest): unknown[] =>
  workspace
    .persistenceRecords(rocketChat.app().id)
    .map(({ data }) => data as Record<string, unknown>) // as: the app stores objects only
    .flatMap(({ id, about }) => (about === undefined ? [] : [id]));

describe('the bar about a ticket', () => {
  const world = withWorkingWorld();
  const bar = (username: string): ReturnType<typeof newest> => newest(world().app, username);

  beforeAll(() => {
    world().app.workspace.addUser({ username: 'cust1', name: 'cust1', emails: [{ address: 'cust1@customer.test', verified: true }] });
  });

  afterEach(async () => {
    const { app } = world();
    for (const username of ['alice', 'carol', 'cust1', 'erin'])
      for (const { id } of open(app, username).reverse()) await app.rocketChat.closeView(username, id);
  });

  test('is an entry in the menu of a room', async () => {
    const entries = (await world().app.rocketChat.actionButtons()).filter(({ actionId }) => actionId === OPEN_BAR);
    expect(entries).toMatchObject([{ context: 'roomAction', labelI18n: 'menu_ticket_bar' }]);
    expect(entries[0]?.when?.roomTypes).not.toContain('livechat');
  });

  test('shows the ticket, its articles and its people, and forgets it when it is closed', async () => {
    const { app, ticket, roomId } = world();
    await openBar(app, 'alice', roomId);
    expect(bar('alice').kind).toBe('contextual_bar');
    for (const part of [`Ticket#${ticket.number}`, 'Queue: Support', 'Newest articles', 'In the room (', 'Open in OTOBO'])
      expect(bar('alice').text).toContain(part);
    expect(records(app)).toEqual([bar('alice').id]);
    await app.rocketChat.closeView('alice', bar('alice').id);
    expect(records(app)).toEqual([]);
  });

  test.each(['cust1', 'erin'])('tells %s, who is no agent, that it is for agents, and nothing of the ticket', async (username) => {
    const { app, ticket, roomId } = world();
    await openBar(app, username, roomId);
    expect(bar(username).text).toContain('You are no agent in OTOBO');
    for (const part of [ticket.title, 'Newest articles', WRITE_ARTICLE]) expect(bar(username).text).not.toContain(part);
  });

  test('opens the form for a note to the ticket of its room', async () => {
    const { app, ticket, roomId } = world();
    await openBar(app, 'alice', roomId);
    await click(app, 'alice', WRITE_ARTICLE);
    expect(bar('alice').kind).toBe('modal');
    expect(bar('alice').text).toContain(`Write into Ticket#${ticket.number}`);
    await app.rocketChat.submitView({
      username: 'alice',
      viewId: bar('alice').id,
      state: { [inputOf('text')]: { [inputOf('text')]: 'It still burns.' } },
    });
    expect(world().written()).toMatchObject([{ body: expect.stringContaining('It still burns.') as string }]);
    await click(app, 'alice', REFRESH_BAR);
    expect(bar('alice').text).toContain('It still burns');
  });

  test('opens while OTOBO is silent, and is filled when somebody asks again', async () => {
    const { app, otobo, roomId } = world();
    otobo.slowMs = 4_000;
    await openBar(app, 'alice', roomId);
    otobo.slowMs = 0;
    expect(bar('alice').text).toContain('OTOBO has not answered yet.');
    await click(app, 'alice', REFRESH_BAR);
    expect(bar('alice').text).toContain('Queue: Support');
  });

  test('says so while OTOBO cannot be reached', async () => {
    const { app, otobo, roomId } = world();
    otobo.away = true;
    await openBar(app, 'carol', roomId);
    otobo.away = false;
    expect(bar('carol').text).toContain('OTOBO cannot be reached');
  });
});

describe('a room without a ticket', () => {
  const world = withLinkWorld();

  test('is linked by the form that its bar opens, after a wrong number was put right', async () => {
    const { app } = world();
    const [room, ticket] = [await world().room(), world().ticket()];
    await openBar(app, 'alice', room._id);
    expect(newest(app, 'alice').text).toContain('This room belongs to no ticket.');
    await click(app, 'alice', LINK_ROOM);
    const form = newest(app, 'alice');
    const submit = (number: string): Promise<unknown> =>
      app.rocketChat.submitView({
        username: 'alice',
        viewId: form.id,
        state: { [inputOf('ticket')]: { [inputOf('ticket')]: number } },
      });
    await submit('4711');
    expect(newest(app, 'alice')).toMatchObject({
      id: form.id,
      errors: { [inputOf('ticket')]: expect.stringContaining('no such ticket') as string },
    });
    await submit(`Ticket#${ticket.number}`);
    expect(open(app, 'alice').map(({ kind }) => kind)).toEqual(['contextual_bar']);
    expect(app.workspace.ephemeral.at(-1)?.message.msg).toContain(`This room is linked to Ticket#${ticket.number} now.`);
    expect(world().cards(room)).toBe(1);
    await click(app, 'alice', REFRESH_BAR);
    expect(newest(app, 'alice').text).toContain(`Ticket#${ticket.number}`);
  });

  test('is asked about by `/otobo ticket` alone', async () => {
    const { app } = world();
    const room = await world().room();
    await expect(world().type('bob', '/otobo ticket', room)).resolves.toEqual([]);
    expect(newest(app, 'bob')).toMatchObject({ kind: 'modal', text: expect.stringContaining('Link this room to a ticket') as string });
  });
});
