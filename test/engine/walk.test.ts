import { withWorkingWorld, type WorkingWorld } from './working-world';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const PERIOD = 6 * HOUR;

/** Lets time pass, and the job run at its end. */
async function pass({ app }: WorkingWorld, ms: number): Promise<void> {
  app.rocketChat.clock.advance(ms);
  await app.atRest();
}

interface Changed {
  readonly state?: string;
  readonly pendingUntil?: number;
  readonly escalatesAt?: number | null;
}

/** The ticket is changed in OTOBO, and the app hears of it. */
async function change({ app, otobo: { helpdesk }, ticket }: WorkingWorld, { state, pendingUntil, escalatesAt }: Changed): Promise<void> {
  const by = helpdesk.agent('alice');
  if (state !== undefined) helpdesk.set(ticket, 'state', state, { by });
  if (pendingUntil !== undefined) helpdesk.setPendingTime(ticket, pendingUntil, { by });
  if (escalatesAt === null) delete ticket.escalatesAt;
  else if (escalatesAt !== undefined) ticket.escalatesAt = escalatesAt;
  helpdesk.takeEvents();
  const { body } = await app.post('tickets/sync', { TicketID: ticket.id });
  expect(['synced', 'existing']).toContain(body.Result);
}

/** The ticket waits from now on, and not for long. */
function waitUntil(world: WorkingWorld, pendingUntil: number): Promise<void> {
  return change(world, { state: 'pending reminder', pendingUntil });
}

/** Nothing is due any more. */
const open = (world: WorkingWorld): Promise<void> => change(world, { state: 'open', escalatesAt: null });

/** No customer may come in, and dave, of whom the ticket has a mere address, leaves: then internal things may be said. */
async function leaveColleagues({ app, roomId }: WorkingWorld): Promise<void> {
  await app.rocketChat.setAppSetting('customers', 'never');
  app.workspace.leave('dave', roomId);
}

/** The texts of the room's reminders, the oldest first. */
function reminders({ app, roomId }: WorkingWorld): string[] {
  return app.workspace
    .messages(roomId)
    .filter(({ blocks }) => JSON.stringify(blocks ?? []).includes('"otobo-reminder'))
    .map(({ msg }) => msg);
}

const logged = ({ app }: WorkingWorld): string => JSON.stringify(app.rocketChat.logs());

describe('a room that follows its ticket', () => {
  const world = withWorkingWorld();
  beforeAll(async () => {
    await leaveColleagues(world());
    await pass(world(), MINUTE);
  });

  test('is put right by the job when the event was lost', async () => {
    const { app, otobo, ticket, roomId } = world();
    otobo.helpdesk.set(ticket, 'responsible', 'bob', { by: otobo.helpdesk.agent('alice') });
    otobo.helpdesk.takeEvents(); // nobody hears of it
    await pass(world(), HOUR);
    expect(app.workspace.members(roomId)).not.toContain('bob');
    await pass(world(), PERIOD - HOUR);
    expect(app.workspace.members(roomId)).toContain('bob');
    expect(logged(world())).toContain('rooms: put right');
  }, 60_000);

  test('is reminded once that the waiting time is over, and of the escalation in the same message', async () => {
    const { app, roomId } = world();
    const now = app.rocketChat.clock.now();
    await waitUntil(world(), now + HOUR);
    await pass(world(), MINUTE);
    expect(reminders(world())).toEqual([]);
    await pass(world(), HOUR);
    expect(reminders(world())).toEqual([expect.stringContaining('waiting time of this ticket ended')]);
    await app.workspace.sendMessage('alice', roomId, 'I call them now');
    await pass(world(), HOUR);
    expect(reminders(world())).toHaveLength(1);

    await change(world(), { escalatesAt: now });
    await pass(world(), MINUTE);
    expect(reminders(world())).toEqual([expect.stringMatching(/waiting time of this ticket ended[^]*This ticket escalated/)]);
    await open(world());
    await pass(world(), MINUTE);
    expect(reminders(world())).toEqual([
      expect.stringMatching(/~[^~]*waiting time[^~]*~ That is settled\.\n~[^~]*escalated[^~]*~ That is settled\./),
    ]);
  }, 60_000);

  test('is not told anything internal once a stranger is in it', async () => {
    const { app, roomId } = world();
    const before = reminders(world());
    app.workspace.addUser({ username: 'stranger' });
    await app.workspace.invite('stranger', roomId);
    await waitUntil(world(), app.rocketChat.clock.now());
    await pass(world(), MINUTE);
    expect(reminders(world())).toEqual(before);
    app.workspace.removeUser('stranger');
    await pass(world(), HOUR);
    expect(reminders(world())).toHaveLength(before.length + 1);
  }, 60_000);
});

describe('a sandbox that dies while it reminds', () => {
  const world = withWorkingWorld({ runtimeTimeoutMs: 2_000 });
  beforeAll(async () => {
    await leaveColleagues(world());
    await pass(world(), MINUTE);
  });

  /** Kills the sandbox with the first call of that kind, before or after it took effect. @returns whether it came to that */
  async function dyingAt(
    isCall: (bridge: string, method: string, args: unknown) => boolean,
    when: 'before' | 'after',
    act: () => Promise<void>,
  ): Promise<boolean> {
    const { workspace, rocketChat } = world().app;
    const [instance] = rocketChat.instances;
    const original = workspace.bridgeCall.bind(workspace);
    let died = false;
    workspace.bridgeCall = async (bridge, method, args) => {
      if (died || !isCall(bridge, method, args)) return original(bridge, method, args);
      died = true;
      const result = when === 'after' ? await original(bridge, method, args) : undefined;
      await instance?.killSandbox();
      return result;
    };
    await act();
    workspace.bridgeCall = original;
    await instance?.ready();
    return died;
  }

  const posting = (bridge: string, method: string): boolean => bridge === 'message' && method === 'create';
  const editing = (bridge: string, method: string): boolean => bridge === 'message' && method === 'update';
  const remembering = (bridge: string, method: string, args: unknown): boolean =>
    bridge === 'persistence' && method === 'updateByAssociations' && JSON.stringify(args).includes('"watch-');

  test.each([
    ['before the reminder is posted', posting, 'before'],
    ['after it is posted', posting, 'after'],
    ['before that is remembered', remembering, 'before'],
    ['after that is remembered', remembering, 'after'],
  ] as const)(
    '%s, has reminded the room exactly once after the next runs',
    async (_when, isCall, when) => {
      const before = reminders(world()).length;
      await waitUntil(world(), world().app.rocketChat.clock.now());
      expect(await dyingAt(isCall, when, () => pass(world(), MINUTE))).toBe(true);
      for (let run = 0; run < 3; run += 1) await pass(world(), MINUTE);
      expect(reminders(world())).toHaveLength(before + 1);
      await open(world());
      await pass(world(), MINUTE);
      expect(reminders(world()).at(-1)).toContain('That is settled.');
    },
    60_000,
  );

  test('after it has settled the reminder, does not settle it twice, and begins a new one for what comes', async () => {
    const now = world().app.rocketChat.clock.now();
    await waitUntil(world(), now);
    await pass(world(), MINUTE);
    const settled = reminders(world()).length;
    await open(world());
    expect(await dyingAt(editing, 'after', () => pass(world(), MINUTE))).toBe(true);
    await pass(world(), MINUTE);
    await change(world(), { escalatesAt: now });
    await pass(world(), MINUTE);
    expect(reminders(world()).slice(settled - 1)).toEqual([
      expect.stringContaining('That is settled.'),
      expect.stringContaining('This ticket escalated'),
    ]);
  }, 60_000);
});
