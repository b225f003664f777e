import { type AppUnderTest, type Body, cardsIn } from './otobo-app';
import { type } from './commands';
import { person, ticketBody } from './people';
import { formState } from './form-state';
import { withWorkingWorld, type WorkingWorld } from './working-world';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const LOCKED = "You can't send messages because the room is readonly.";

/** Lets minutes pass, the job's runs included. */
async function minutes({ app }: WorkingWorld, count: number): Promise<void> {
  for (let minute = 0; minute < count; minute += 1) {
    app.rocketChat.clock.advance(MINUTE);
    await app.atRest();
  }
}

/** The engine does not say when an app is through with a message. Without that, the test runs into its time limit. */
async function until(happened: () => boolean): Promise<void> {
  while (!happened()) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** A room of its own for each test, with what there is to do with it. */
class Room {
  private readonly body: ReturnType<typeof ticketBody>;
  id = '';

  constructor(
    private readonly world: () => WorkingWorld,
    ticketId: number,
    number: string,
  ) {
    const people = ['alice', 'carol', 'dave'].map((login, at) =>
      person(login, at === 0 ? 'Owner' : 'Involved', { Email: `${login}@helpdesk.test` }),
    );
    const made = ticketBody(people);
    this.body = { ...made, Ticket: { ...made.Ticket, TicketID: String(ticketId), TicketNumber: number } };
  }

  get app(): AppUnderTest {
    return this.world().app;
  }

  async call(path: string, stateType: string, more: Record<string, unknown> = {}): Promise<Body> {
    const Ticket = { ...this.body.Ticket, State: stateType, StateType: stateType };
    return (await this.app.post(path, { ...this.body, Ticket, ...more })).body;
  }

  async open(): Promise<this> {
    this.id = (await this.call('tickets/open', 'open')).Room?.ID ?? '';
    return this;
  }

  /** What the app has said in it, without the card. */
  get said(): string[] {
    return this.app.workspace.messages(this.id).flatMap(({ msg, u, t }) => (u.username === 'otobo.bot' && t === undefined ? [msg] : []));
  }

  /** The newest announcement of a closing. */
  get announcement(): string | undefined {
    return this.said.filter((text) => text.startsWith('The work on ')).at(-1);
  }

  get members(): string[] {
    return this.app.workspace.members(this.id).sort();
  }

  get readOnly(): unknown {
    return this.app.workspace.room(this.id)?.ro;
  }

  /** The buttons under the messages of the room, by what they do. */
  button(
    actionId: string,
  ): { readonly messageId: string; readonly actionId: string; readonly blockId: string; readonly value: string } | undefined {
    const button = (message: { readonly _id: string; readonly blocks?: unknown }): ReturnType<Room['button']>[] =>
      ((message.blocks ?? []) as { elements?: { actionId?: string; blockId: string; value: string }[] }[])
        .flatMap(({ elements = [] }) => elements)
        .filter((element) => element.actionId === actionId)
        .map(({ blockId, value }) => ({ messageId: message._id, actionId, blockId, value }));
    return this.app.workspace.messages(this.id).flatMap(button).at(-1);
  }

  /** @param chosen what is chosen, where it is a menu */
  async click(username: string, actionId: string, chosen?: string): Promise<void> {
    const button = this.button(actionId);
    if (!button) throw new Error(`There is no button ${actionId}.`);
    await this.app.rocketChat.clickAction({ ...button, username, ...(chosen !== undefined && { value: chosen }) });
  }

  async closeUntilDone(): Promise<void> {
    await this.call('tickets/sync', 'closed');
    await minutes(this.world(), 1);
    this.app.rocketChat.clock.advance(HOUR);
    await minutes(this.world(), 6);
  }
}

const STOP = 'otobo-stop-closing';

describe('the room of a ticket that is closed', () => {
  const world = withWorkingWorld();
  let made = 0;
  /** The ticket that OTOBO knows has one room; rooms of others tell what is done to rooms. */
  const room = (): Promise<Room> => {
    made += 1;
    return new Room(world, world().ticket.id * 1000 + made, `20261123109${String(made).padStart(5, '0')}`).open();
  };
  const own = async (): Promise<Room> => {
    const { ticket } = world();
    const one = new Room(world, ticket.id, ticket.number);
    return one.open();
  };

  test('is told so with the time and a button, by which somebody with the right in it stops that', async () => {
    const one = await own();
    const { Result, Actions } = await one.call('tickets/sync', 'closed');
    expect(Result).toBe('synced');
    expect(Actions).toContainEqual({ Type: 'BeginClosing', Policy: 'read_only', DelaySeconds: 3600 });
    expect(one.announcement).toMatch(
      /^The work on Ticket#\d+ is done\. At .+ \(UTC\) a transcript of this room is written into the ticket/,
    );
    const { length } = one.app.workspace.ephemeral;
    await one.click('dave', STOP);
    expect(one.app.workspace.ephemeral.slice(length)).toMatchObject([{ username: 'dave' }]);
    expect(one.button(STOP)).toBeDefined();
    await one.click('carol', STOP);
    expect(one.said).toContainEqual(expect.stringMatching(/^carol has stopped the closing of this room/));
    expect(one.button(STOP)).toBeUndefined();
    one.app.rocketChat.clock.advance(2 * HOUR);
    await minutes(world(), 3);
    await one.call('tickets/sync', 'closed');
    expect(one.readOnly).toBe(false);
    await one.call('tickets/sync', 'open');
  }, 60_000);

  test.each([
    ['', false],
    [', on a server that does not let apps say who may post in a locked room', true],
  ])(
    'is closed when the time has come: nobody but its owner writes in it, and the app still does%s',
    async (_where, ignoresUnmapped) => {
      world().app.workspace.compat.ignoreUnmappedOnCreate = ignoresUnmapped;
      const one = await room();
      world().app.workspace.compat.ignoreUnmappedOnCreate = false;
      await one.closeUntilDone();
      expect(one.readOnly).toBe(true);
      expect(one.said.at(-1)).toMatch(/^This room is closed, and its transcript is in Ticket#/);
      await expect(one.app.workspace.sendMessage('carol', one.id, 'hello')).rejects.toThrow(LOCKED);
      expect(JSON.stringify(cardsIn(one.app, one.app.workspace.room(one.id))[0]?.blocks)).toContain('This room is closed.');
      const before = one.app.workspace.snapshot();
      expect(await one.call('tickets/sync', 'closed')).toMatchObject({ Result: 'existing', Actions: [] });
      expect(one.app.workspace.snapshot()).toEqual(before);

      expect(await one.call('tickets/sync', 'open')).toMatchObject({ Result: 'reopened' });
      expect(one.said.at(-1)).toMatch(/^This room is open again/);
      await one.app.workspace.sendMessage('carol', one.id, 'hello again');
      expect(one.button('otobo-more')).toBeDefined();
    },
    120_000,
  );

  test('loses everybody but its owner where the terms say so, and gets them all back', async () => {
    await world().app.rocketChat.setAppSetting('close_policy', 'remove');
    const one = await room();
    await world().app.rocketChat.setAppSetting('close_policy', 'read_only');
    await one.app.workspace.invite('erin', one.id);
    await one.closeUntilDone();
    expect(one.members).toEqual(['alice']);
    expect(await one.call('tickets/open', 'closed')).toMatchObject({ Result: 'reopened' });
    expect(one.members).toEqual(['alice', 'carol', 'dave', 'erin']);
    await one.call('tickets/sync', 'closed');
    await minutes(world(), 2);
    expect(one.readOnly).toBe(false);
  }, 120_000);

  test('is deleted after its days where the terms say so, and the ticket shows no room any more', async () => {
    await world().app.rocketChat.setAppSetting('close_policy', 'delete');
    await world().app.rocketChat.setAppSetting('delete_after', '3d');
    const one = await room();
    await world().app.rocketChat.setAppSetting('close_policy', 'read_only');
    await one.closeUntilDone();
    one.app.rocketChat.clock.advance(2 * DAY);
    await minutes(world(), 2);
    expect(one.app.workspace.room(one.id)).toBeDefined();
    one.app.rocketChat.clock.advance(DAY);
    await minutes(world(), 3);
    expect(one.app.workspace.room(one.id)).toBeUndefined();
    expect(await one.call('tickets/status', 'closed')).toMatchObject({ Result: 'none' });
  }, 120_000);

  test('is closed because OTOBO wants it, whatever the state; without a room nothing is done', async () => {
    const one = await room();
    expect(await one.call('tickets/close', 'open', { DryRun: true })).toMatchObject({
      Result: 'planned',
      Actions: [{ Type: 'BeginClosing' }],
    });
    const answer = await one.call('tickets/close', 'open');
    expect(answer).toMatchObject({ Result: 'closed', Room: { ID: one.id }, Actions: [{ Type: 'BeginClosing' }] });
    expect(answer.Members?.Present).toHaveLength(3);
    expect(await one.call('tickets/close', 'open')).toMatchObject({ Result: 'closed', Actions: [] });
    expect(await new Room(world, 999_999, '2026112399999999').call('tickets/close', 'closed')).toMatchObject({ Result: 'ignored' });
    expect(one.said.filter((text) => text.includes('is done'))).toHaveLength(1);
  });

  test('what its owner still writes there makes the app look again, and tells nobody', async () => {
    const one = await own();
    await one.closeUntilDone();
    const phases = (): string[] =>
      one.app.workspace
        .snapshot()
        .persistence.map(({ data }) => data as { roomId?: string; phase?: string })
        .flatMap(({ roomId, phase }) => (roomId === one.id && phase !== undefined ? [phase] : []));
    const said = one.said;
    expect(phases()).toEqual(['closed']);
    await one.app.workspace.sendMessage('alice', one.id, 'one more thing');
    await until(() => phases().join() === 'transcript');
    await minutes(world(), 6);
    expect(phases()).toEqual(['closed']);
    expect(one.said).toEqual(said);
    const additions = world()
      .written()
      .filter(({ body }) => body.includes('one more thing'));
    expect(additions).toMatchObject([{ visibleForCustomer: false }]);
    await one.call('tickets/sync', 'open');
  }, 120_000);

  test('follows /otobo close and /otobo reopen, and the button on the card', async () => {
    const one = await own();
    const { ticket, app } = world();
    const [closed] = await type(app, 'alice', '/otobo close', { roomId: one.id });
    expect(closed?.text).toMatch(/→ closed successful\.\nThis room will be closed at /);
    expect(one.button(STOP)).toBeDefined();
    const [opened] = await type(app, 'alice', '/otobo reopen', { roomId: one.id });
    expect(opened?.text).toMatch(/→ open\.\nThis room is open again\.$/);
    expect(one.button(STOP)).toBeUndefined();

    await one.click('alice', 'otobo-more', 'otobo-close-ticket');
    const form = app.rocketChat.openViews('alice').at(-1)?.view;
    expect(JSON.stringify(form)).toContain('closed unsuccessful');
    expect(ticket.state).toBe('open');
    const values = { state: 'closed successful', note: 'It was the toner.' };
    const state = formState(values);
    await app.rocketChat.submitView({ username: 'alice', viewId: form?.id ?? '', state });
    expect(world().written().at(-1)).toMatchObject({ body: 'It was the toner.', visibleForCustomer: false });
    expect(ticket.state).toBe('closed successful');
    expect(one.button(STOP)).toBeDefined();
  }, 60_000);
});

describe('a room that somebody linked', () => {
  const world = withWorkingWorld();

  test('is not closed, and says so', async () => {
    const { app, otobo } = world();
    const ticket = [...otobo.helpdesk.tickets.values()].find(({ id, queue }) => queue === 'Support' && id !== world().ticket.id);
    if (!ticket) throw new Error('There is no other ticket.');
    const { _id: roomId } = await app.workspace.createPrivateGroup('alice', { name: 'printers', members: ['erin'] });
    await type(app, 'alice', `/otobo ticket ${ticket.number}`, { roomId });
    const one = new Room(world, ticket.id, ticket.number);
    // Announcements are messages; apart from them nothing is to change.
    const seen = (): unknown => ({ ...app.workspace.room(roomId), msgs: 0, lm: 0, _updatedAt: 0, members: app.workspace.members(roomId) });
    const before = seen();
    expect(await one.call('tickets/close', 'closed')).toMatchObject({ Result: 'refused', Error: { ErrorCode: 'close_linked' } });
    const { Actions = [] } = await one.call('tickets/sync', 'closed');
    expect(Actions.map(({ Type }) => Type)).toEqual(['RefreshCard', 'TellChanges', 'RememberTold']);
    const [told] = await type(app, 'alice', '/otobo close', { roomId });
    expect(told?.text).toContain('This room stays as it is: it was linked to the ticket.');
    app.rocketChat.clock.advance(2 * HOUR);
    await minutes(world(), 2);
    expect(seen()).toEqual(before);
  }, 60_000);
});
