import type { Agent } from '../../playground/otobo/records';
import { type, type Told } from './commands';
import { withWorkingWorld } from './working-world';

describe('working on the ticket of a room', () => {
  const world = withWorkingWorld();
  const say = async (username: string, text: string, threadId?: string): Promise<string> => {
    const told = await type(world().app, username, text, { roomId: world().roomId, ...(threadId !== undefined && { threadId }) });
    return told.map((one: Told) => one.text).join('\n');
  };
  const ticket = (): ReturnType<typeof world>['ticket'] => world().ticket;

  test('/otobo note writes an internal article with the name of who typed it', async () => {
    await expect(say('dave', '/otobo note toner is on its way')).resolves.toBe(`Noted in Ticket#${ticket().number}.`);
    expect(world().written()).toMatchObject([
      { from: '"Dave Dreßler via Rocket.Chat" <dave@helpdesk.test>', body: 'toner is on its way', visibleForCustomer: false },
    ]);
  });

  test('/otobo note in a thread names the thread', async () => {
    const { app, roomId } = world();
    const { _id: threadId } = await app.workspace.sendMessage('alice', roomId, 'Who has seen the printer?');
    await say('alice', '/otobo note found it', threadId);
    expect(world().written().at(-1)?.body).toMatch(
      new RegExp(
        `^found it\n\nWritten in the thread "Who has seen the printer\\?": ${app.rocketChat.url}/group/ticket-\\d+/thread/${threadId}$`,
      ),
    );
  });

  test('/otobo state, /otobo close and /otobo reopen set the state, and say what it was', async () => {
    await expect(say('alice', '/otobo state new')).resolves.toContain('state open → new');
    await expect(say('alice', '/otobo close')).resolves.toContain('state new → closed successful');
    await expect(say('alice', '/otobo close unsucc')).resolves.toContain('→ closed unsuccessful');
    await expect(say('alice', '/otobo reopen')).resolves.toContain('→ open');
    await expect(say('alice', '/otobo reopen')).resolves.toContain('nothing was changed');
    expect(ticket().state).toBe('open');
  });

  test('/otobo state with a state that there is not says which there are', async () => {
    const answer = await say('alice', '/otobo state broken');
    expect(answer).toContain('closed successful');
    expect(answer).toContain('pending reminder');
    await expect(say('alice', '/otobo state pending reminder')).resolves.toContain('/otobo pending 2d');
    expect(ticket().state).toBe('open');
  });

  test('/otobo priority takes the number alone', async () => {
    await expect(say('alice', '/otobo priority 1')).resolves.toContain('priority 5 very high → 1 very low');
    expect(ticket().priority).toBe('1 very low');
    await expect(say('alice', '/otobo priority huge')).resolves.toContain('3 normal');
    expect(ticket().priority).toBe('1 very low');
  });

  test('/otobo pending lets the ticket wait until a time to come', async () => {
    const { clock } = world().app.rocketChat;
    await expect(say('alice', '/otobo pending 2d')).resolves.toContain('→ pending reminder, until ');
    expect(ticket().state).toBe('pending reminder');
    expect(Math.abs((ticket().pendingUntil ?? 0) - clock.now() - 172_800_000)).toBeLessThan(120_000);
    await expect(say('alice', '/otobo pending 2001-01-01')).resolves.toContain('past');
    await expect(say('alice', '/otobo pending soon')).resolves.toContain('no time');
  });

  test('/otobo take and /otobo assign change the owner to somebody who may own it', async () => {
    await expect(say('carol', '/otobo take')).resolves.toContain('→ carol');
    expect(ticket().owner).toBe('carol');
    await expect(say('carol', '/otobo assign @alice')).resolves.toContain('owner carol → alice');
    await expect(say('carol', '/otobo assign @dave')).resolves.toContain('dave may not own this ticket');
    await expect(say('carol', '/otobo assign @erin')).resolves.toContain('Nobody can tell which login');
    await expect(say('carol', '/otobo assign @nobody')).resolves.toContain('Nobody here has the user name');
    expect(ticket().owner).toBe('alice');
  });

  test('/otobo create makes a ticket of the person, and says how to link it', async () => {
    const { otobo } = world();
    await say('alice', '/otobo create Mine');
    expect([...otobo.helpdesk.tickets.values()].at(-1)).toMatchObject({ customerUser: 'alice@helpdesk.test' });
    const answer = await say('alice', '/otobo create customer=cust1 Toner is out');
    const made = [...otobo.helpdesk.tickets.values()].at(-1);
    expect(made).toMatchObject({ title: 'Toner is out', queue: 'Support', owner: 'alice', customerUser: 'cust1' });
    expect(answer).toContain(`/otobo ticket ${made?.number ?? ''}`);
    const { size } = otobo.helpdesk.tickets;
    await expect(say('alice', '/otobo create queue=Sales Toner is out')).resolves.toContain('Support');
    await expect(say('dave', '/otobo create Toner is out')).resolves.toContain('may not create tickets');
    expect(otobo.helpdesk.tickets.size).toBe(size);
  });

  test('/otobo create takes type and priority by how they begin, and says which there are', async () => {
    const { helpdesk } = world().otobo;
    await say('alice', '/otobo create type=inc priority=high Toner is out again');
    expect([...helpdesk.tickets.values()].at(-1)).toMatchObject({ title: 'Toner is out again', type: 'Incident', priority: '4 high' });
    const { size } = helpdesk.tickets;
    await expect(say('alice', '/otobo create type=wish Toner')).resolves.toMatch(
      /no type that you may choose.*Unclassified, Incident, Service/,
    );
    await expect(say('alice', '/otobo create priority=huge Toner')).resolves.toMatch(/no priority that you may choose.*3 normal/);
    expect(helpdesk.tickets.size).toBe(size);
  });

  test('/otobo reply asks first, says that a mail will leave, and sends it once when the one who was asked clicks', async () => {
    const articles = ticket().articles.length;
    const told = await type(world().app, 'alice', '/otobo reply we are on it', { roomId: world().roomId });
    expect(told).toMatchObject([{ text: expect.stringMatching(/we are on it[^]*as a mail/) as string }]);
    expect(JSON.stringify(told[0]?.blocks)).toContain('otobo-question-yes');
    expect(ticket().articles).toHaveLength(articles);
    const shown = world().app.workspace.ephemeral.at(-1)?.message;
    const elements = (shown?.blocks as { elements?: { actionId: string; blockId: string; value: string }[] }[]).flatMap(
      (block) => block.elements ?? [],
    );
    const [yes] = elements;
    if (!shown || !yes) throw new Error('There is no question.');
    const click = { ...yes, ephemeral: { id: shown._id, roomId: world().roomId } };
    await world().app.rocketChat.clickAction({ ...click, username: 'carol' });
    expect(world().otobo.mails()).toEqual([]);
    await world().app.rocketChat.clickAction({ ...click, username: 'alice' });
    await world().app.rocketChat.clickAction({ ...click, username: 'alice' });
    expect(world().otobo.mails()).toMatchObject([{ body: 'we are on it' }]);
    expect(
      world()
        .written()
        .filter(({ visibleForCustomer }) => visibleForCustomer),
    ).toMatchObject([{ body: 'we are on it' }]);
    expect(world().app.workspace.ephemeral.map(({ message }) => message.msg)).toContainEqual(expect.stringContaining('as a mail to'));
    await world().app.rocketChat.setAppSetting('allow_replies', false);
    await expect(say('alice', '/otobo reply no')).resolves.toContain('Allow replies to customers');
    await world().app.rocketChat.setAppSetting('allow_replies', true);
  });

  test.each([
    '/otobo note hello',
    '/otobo reply hello',
    '/otobo take',
    '/otobo assign @alice',
    '/otobo state new',
    '/otobo priority 2',
    '/otobo pending 1d',
    '/otobo close',
    '/otobo reopen',
  ])('%s changes nothing for who lacks the right, tells who may not see the ticket nothing of it, and needs a ticket', async (command) => {
    const before = JSON.stringify(ticket());
    const dave: Agent = world().otobo.helpdesk.agent('dave');
    Object.assign(dave, { rights: { Support: ['ro'] } });
    await expect(say('dave', command)).resolves.toMatch(/does not give you the right/);
    Object.assign(dave, { rights: {} });
    await expect(say('dave', command)).resolves.toMatch(/^OTOBO has no such ticket, or you may not see it\.(\nYou typed: hello)?$/);
    Object.assign(dave, { rights: { Support: ['ro', 'note'] } });
    await expect(say('erin', command)).resolves.toContain('You are no agent in OTOBO');
    const elsewhere = await type(world().app, 'alice', command);
    expect(elsewhere.map(({ text }) => text).join()).toContain('This room belongs to no ticket');
    expect(JSON.stringify(ticket())).toBe(before);
  });

  test.each([
    '/otobo note hello',
    '/otobo state new',
    '/otobo priority 2 low',
    '/otobo pending 1d',
    '/otobo close',
    '/otobo reopen',
    '/otobo create Toner',
  ])('%s is kept while OTOBO is away', async (command) => {
    const { otobo } = world();
    otobo.away = true;
    const answer = await say('alice', command).finally(() => (otobo.away = false));
    expect(answer).toContain('to OTOBO right now. It is kept');
  });

  test.each(['/otobo take', '/otobo assign @bob', '/otobo reply hello'])(
    '%s says so while OTOBO is away, because nobody can tell who that is in OTOBO, or what to ask',
    async (command) => {
      const { otobo } = world();
      const before = JSON.stringify(ticket());
      otobo.away = true;
      const answer = await say('alice', command).finally(() => (otobo.away = false));
      expect(answer).toMatch(/^OTOBO cannot be reached from Rocket.Chat at the moment/);
      expect(JSON.stringify(ticket())).toBe(before);
    },
  );

  test('an OTOBO that is slow is announced, and its answer comes later', async () => {
    const { app, otobo, roomId } = world();
    for (let minute = 0; minute < 3; minute += 1) {
      app.rocketChat.clock.advance(60_000);
      await app.atRest(); // what was kept before would hold it up
    }
    otobo.slowMs = 1_500;
    const told = await type(app, 'alice', '/otobo note slow', { roomId }).finally(() => (otobo.slowMs = 0));
    expect(told.map(({ text }) => text)).toEqual([expect.stringContaining('Working on it'), expect.stringContaining('Noted in')]);
    expect(world().written().at(-1)?.body).toBe('slow');
  }, 30_000);
});
