import { withWorkingWorld, type WorkingWorld } from './working-world';

const HOUR = 3_600_000;
const SHOW = 'otobo-show-ticket';

interface Button {
  readonly actionId: string;
  readonly blockId: string;
  readonly value: string;
  readonly text: { readonly text: string };
}
interface Block {
  readonly type: string;
  readonly text?: { readonly text: string };
  readonly elements?: readonly Button[];
}
type Posted = ReturnType<WorkingWorld['app']['workspace']['messages']>[number];

const unseen = (text: string): string => text.replaceAll('\u200B', '');
const blocksOf = ({ blocks }: Posted): readonly Block[] => (blocks ?? []) as Block[]; // as: the app's own
const buttonOf = (message: Posted): Button | undefined => blocksOf(message).flatMap(({ elements = [] }) => elements)[0];

/** The messages of a room that the app has posted under tickets that were named, the oldest first. */
function unfurled({ app }: WorkingWorld, roomId: string): Posted[] {
  return app.workspace.messages(roomId).filter((message) => buttonOf(message)?.actionId === SHOW);
}

/** A channel in which everybody is. */
async function channel({ app }: WorkingWorld, name: string): Promise<string> {
  const { _id } = await app.workspace.createChannel('alice', { name, members: ['bob', 'carol', 'dave', 'erin'] });
  return _id;
}

/** How often the app was asked whether it wants to hear of a message, how often it did, and how often it is through with one. */
function heard({ app }: WorkingWorld): { readonly asked: number; readonly wanted: number; readonly done: number } {
  const calls = (name: string): unknown[] => app.rocketChat.logs().filter(({ method }) => method === name);
  const asked = calls('app:checkPostMessageSent');
  const wanted = asked.filter((entry) => JSON.stringify(entry).includes('"result":true'));
  return { asked: asked.length, wanted: wanted.length, done: calls('app:executePostMessageSent').length };
}

/** The engine waits for no app that hears of a message, so it is waited for here until the app is through with what was sent. */
async function through(world: WorkingWorld, send: () => Promise<unknown>, messages = 1): Promise<void> {
  const before = heard(world).asked;
  await send();
  let now = heard(world);
  while (now.asked < before + messages || now.done < now.wanted) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    now = heard(world);
  }
  await world.app.atRest();
}

async function say(world: WorkingWorld, username: string, roomId: string, text: string, threadId?: string): Promise<string> {
  let id = '';
  await through(world, async () => {
    id = (await world.app.workspace.sendMessage(username, roomId, text, threadId === undefined ? {} : { threadId }))._id;
  });
  return id;
}

/** @returns what people were told after a click on the button under a message */
async function click({ app }: WorkingWorld, username: string, message: Posted | undefined, value?: string): Promise<string[]> {
  const button = message && buttonOf(message);
  if (!button) throw new Error('There is no button.');
  const { length } = app.workspace.ephemeral;
  const { actionId, blockId } = button;
  await app.rocketChat.clickAction({ username, actionId, blockId, value: value ?? button.value, messageId: message._id });
  await app.atRest();
  return app.workspace.ephemeral.slice(length).map(({ username: to, message: told }) => `${to}: ${unseen(told.msg)}`);
}

describe('a ticket that is named in a channel', () => {
  const world = withWorkingWorld();
  const name = (): string => `Ticket#${world().ticket.number}`;

  test('gets no button by default', async () => {
    const roomId = await channel(world(), 'by-default');
    await say(world(), 'alice', roomId, `Who knows ${name()}?`);
    expect(unfurled(world(), roomId)).toEqual([]);
  });

  describe('where the setting is on', () => {
    beforeAll(() => world().app.rocketChat.setAppSetting('unfurl', true));

    test('by who may read it gets one message with its number and a button, and nothing else of it', async () => {
      const roomId = await channel(world(), 'once');
      await say(world(), 'dave', roomId, `Who knows ${name()}?`);
      const [message, ...more] = unfurled(world(), roomId);
      expect(more).toEqual([]);
      expect(message).toMatchObject({ msg: name(), u: { username: 'otobo.bot' } });
      expect(message && blocksOf(message)).toMatchObject([
        { type: 'section', text: { text: name() } },
        { type: 'actions', elements: [{ actionId: SHOW, value: world().ticket.number, text: { text: 'Show' } }] },
      ]);
      const { title, articles } = world().ticket;
      for (const hidden of [title, articles[0]?.subject ?? '-', 'alice']) expect(JSON.stringify(message?.blocks)).not.toContain(hidden);
      expect(world().app.workspace.ephemeral.filter((one) => one.roomId === roomId)).toEqual([]);
    });

    test('gets it once in an hour', async () => {
      const roomId = await channel(world(), 'hourly');
      await say(world(), 'dave', roomId, name());
      await say(world(), 'alice', roomId, `${name()} again`);
      expect(unfurled(world(), roomId)).toHaveLength(1);
      world().app.rocketChat.clock.advance(HOUR + 1);
      await say(world(), 'alice', roomId, `${name()} after an hour`);
      expect(unfurled(world(), roomId)).toHaveLength(2);
    });

    test('by a link gets it in the thread in which it was named', async () => {
      const roomId = await channel(world(), 'threads');
      const base = world().otobo.webServiceUrl.replace(/\/nph-genericinterface\.pl.*$/, '');
      const thread = await say(world(), 'carol', roomId, 'What about the printer?');
      await say(world(), 'carol', roomId, `${base}/index.pl?Action=AgentTicketZoom;TicketID=${world().ticket.id}`, thread);
      const [message] = unfurled(world(), roomId);
      expect(message).toMatchObject({ msg: name(), tmid: thread });
      const { length } = world().app.workspace.ephemeral;
      await click(world(), 'dave', message);
      expect(world().app.workspace.ephemeral[length]?.message.tmid).toBe(thread);
    });

    test.each([
      ['by who may not read it', 'hidden', 'erin', (): string => name()],
      ['that is not there', 'missing', 'alice', (): string => 'Ticket#404'],
      ['in code or in a quotation', 'quoted', 'alice', (): string => `\`${name()}\`\n> ${name()}`],
    ])('%s gets nothing, and nobody is told anything', async (_what, room, username, text) => {
      const roomId = await channel(world(), room);
      await say(world(), username, roomId, text());
      expect(
        world()
          .app.workspace.messages(roomId)
          .filter(({ u }) => u.username === 'otobo.bot'),
      ).toEqual([]);
      expect(world().app.workspace.ephemeral.filter((one) => one.roomId === roomId)).toEqual([]);
    });

    test('is not named by its number in its own room, where its card is', async () => {
      await say(world(), 'alice', world().roomId, name());
      expect(unfurled(world(), world().roomId)).toEqual([]);
    });

    test('in a room that is locked gets nothing, and the room stays locked', async () => {
      const roomId = await channel(world(), 'locked');
      world().app.workspace.setReadOnly(roomId, true);
      const before = world().app.workspace.messages(roomId).length;
      await say(world(), 'alice', roomId, name());
      // Nothing but what alice said: a lock that is lifted leaves a line of the server's.
      expect(world().app.workspace.messages(roomId)).toHaveLength(before + 1);
      expect(world().app.workspace.room(roomId)?.ro).toBe(true);
    });

    test('is shown to a reader who may read it, alone, and hidden from one who may not, whatever the click says', async () => {
      const roomId = await channel(world(), 'readers');
      await say(world(), 'carol', roomId, name());
      const [message] = unfurled(world(), roomId);
      const before = world().app.workspace.messages(roomId).length;
      await expect(click(world(), 'dave', message)).resolves.toEqual([
        expect.stringMatching(new RegExp(`^dave: .*Ticket#${world().ticket.number}.*\n(.|\n)*Support`)),
      ]);
      const hidden = await click(world(), 'erin', message);
      expect(hidden).toEqual([expect.stringMatching(/^erin: /)]);
      expect(hidden.join()).not.toContain(world().ticket.title);
      await expect(click(world(), 'dave', message, '404')).resolves.toEqual([expect.stringMatching(/^dave: .*(not there|may not)/)]);
      await expect(click(world(), 'dave', message, '*')).resolves.toEqual([]);
      expect(world().app.workspace.messages(roomId)).toHaveLength(before);
    });

    test('gets nothing while the app is paused', async () => {
      const roomId = await channel(world(), 'paused');
      await world().app.rocketChat.setAppSetting('paused', true);
      await say(world(), 'alice', roomId, name());
      await world().app.rocketChat.setAppSetting('paused', false);
      expect(unfurled(world(), roomId)).toEqual([]);
    });
  });
});

describe('a message', () => {
  const world = withWorkingWorld();

  test('that names no ticket costs no call, and with the setting off none does', async () => {
    const roomId = await channel(world(), 'free');
    const [instance] = world().app.rocketChat.instances;
    if (!instance) throw new Error('There is no instance.');
    const calls = async (text: string): Promise<number> => {
      const trace = await instance.trace();
      await say(world(), 'alice', roomId, text);
      return (await trace.stop()).length;
    };
    const naming = `Ticket#${world().ticket.number}`;
    expect(await calls(naming)).toBe(0);
    await world().app.rocketChat.setAppSetting('unfurl', true);
    expect(await calls('Good morning, who has looked at #42?')).toBe(0);
    expect(await calls(naming)).toBeGreaterThan(0);
  });
});

describe('two people who name one ticket at one moment, on two instances', () => {
  const world = withWorkingWorld({ instances: 2 });

  test('get one button', async () => {
    await world().app.rocketChat.setAppSetting('unfurl', true);
    for (let round = 0; round < 5; round += 1) {
      const roomId = await channel(world(), `moment-${round}`);
      const { workspace } = world().app;
      const sending = (): Promise<unknown> =>
        Promise.all(
          ['alice', 'carol', 'dave'].map((username) => workspace.sendMessage(username, roomId, `Ticket#${world().ticket.number}`)),
        );
      await through(world(), sending, 3);
      expect(unfurled(world(), roomId)).toHaveLength(1);
    }
  }, 60_000);
});
