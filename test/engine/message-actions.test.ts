import { formState } from './form-state';
import { withWorkingWorld } from './working-world';

describe('the menu of a message', () => {
  const world = withWorkingWorld();
  const workspace = () => world().app.workspace;
  const rocketChat = () => world().app.rocketChat;

  /** Somebody writes in a room. @returns the message's id */
  const say = async (username: string, roomId: string, text: string): Promise<string> =>
    (await workspace().sendMessage(username, roomId, text))._id;

  /** Somebody chooses an entry of a message's menu. @returns what they are told */
  async function choose(actionId: string, messageId: string, roomId: string, username = 'alice'): Promise<string[]> {
    const { length } = workspace().ephemeral;
    await rocketChat().clickButton({ username, actionId, context: 'messageAction', roomId, messageId });
    return workspace()
      .ephemeral.slice(length)
      .filter((told) => told.username === username)
      .map(({ message }) => message.msg);
  }

  const add = (messageId: string, roomId: string, username?: string): Promise<string[]> =>
    choose('otobo-add-message', messageId, roomId, username);

  const open = (username = 'alice'): { id: string; text: string; errors: Record<string, string> } | undefined => {
    const shown = rocketChat().openViews(username).at(-1);
    return shown && { id: shown.view.id, text: JSON.stringify(shown.view), errors: shown.errors };
  };

  async function send(values: Readonly<Record<string, string>>): Promise<string[]> {
    const { length } = workspace().ephemeral;
    const state = formState(values);
    await rocketChat().submitView({ username: 'alice', viewId: open()?.id ?? '', state });
    return workspace()
      .ephemeral.slice(length)
      .map(({ message }) => message.msg);
  }

  /** A private room of alice's and dave's without a ticket. */
  const talk = async (name: string): Promise<string> => (await workspace().createPrivateGroup('alice', { name, members: ['dave'] }))._id;

  test('has both entries, in rooms and in threads, in the words of the language files', async () => {
    const entries = (await rocketChat().actionButtons()).filter(({ actionId }) => actionId !== 'otobo-bar');
    expect(entries.map(({ actionId, labelI18n }) => [actionId, labelI18n])).toEqual([
      ['otobo-add-message', 'menu_add_to_ticket'],
      ['otobo-new-from-message', 'menu_new_from_message'],
    ]);
    for (const entry of entries)
      expect(entry).toMatchObject({ context: 'messageAction', when: { messageActionContext: ['message', 'message-mobile', 'threads'] } });
  });

  test('adds a message to the ticket of its room, with its file, once', async () => {
    const { roomId } = world();
    await workspace().uploadFile('dave', roomId, { name: 'smoke.txt', type: 'text/plain' }, Buffer.from('grey'));
    const sent = workspace().messages(roomId).at(-1)?._id ?? '';
    const number = `Ticket#${world().ticket.number}`;
    await expect(add(sent, roomId)).resolves.toEqual([expect.stringContaining(`noted in ${number}`)]);
    const note = world().written().at(-1);
    expect(note).toMatchObject({ visibleForCustomer: false, from: '"Alice Adler via Rocket.Chat" <alice@helpdesk.test>' });
    expect(note?.attachments.map(({ filename, content }) => [filename, String(content)])).toEqual([['smoke.txt', 'grey']]);
    const { length } = world().written();
    await expect(add(sent, roomId)).resolves.toEqual([expect.stringContaining('already')]);
    expect(world().written()).toHaveLength(length);
  });

  test('is refused for a message off the record, and for who has no right', async () => {
    const { roomId } = world();
    const { length } = world().written();
    const off = await say('carol', roomId, '(off) the boss');
    await expect(add(off, roomId)).resolves.toEqual([expect.stringContaining('off the record')]);
    await expect(choose('otobo-new-from-message', off, roomId)).resolves.toEqual([expect.stringContaining('off the record')]);
    workspace().addUser({ username: 'zoe', emails: [{ address: 'zoe@elsewhere.test', verified: true }] });
    await workspace().invite('zoe', roomId);
    const said = await say('carol', roomId, 'on the record');
    await expect(add(said, roomId, 'zoe')).resolves.toHaveLength(1);
    expect(world().written()).toHaveLength(length);
    expect([open(), open('zoe')]).toEqual([undefined, undefined]);
  });

  test('asks in a room without a ticket into which one a message goes; a wrong number is said at the field', async () => {
    const room = await talk('no-ticket');
    const said = await say('dave', room, 'It was *not* the toner');
    await expect(add(said, room)).resolves.toEqual([]);
    await send({ ticket: '999' });
    expect(Object.keys(open()?.errors ?? {})).toEqual(['otobo-form-ticket']);
    await expect(send({ ticket: world().ticket.number })).resolves.toEqual([expect.stringContaining('noted in')]);
    expect(world().written().at(-1)?.body).toContain('It was *not* the toner');
    expect(open()).toBeUndefined();
  });

  test('makes a ticket of a message: its first line is the title, queue, type and priority are offered', async () => {
    const room = await talk('new-ticket');
    const said = await say('dave', room, 'Screen flickers\nsince this morning');
    await expect(choose('otobo-new-from-message', said, room)).resolves.toEqual([]);
    expect(open()?.text).toContain('"initialValue":"Screen flickers"');
    for (const offered of ['"Support"', '"3 normal"', '"Incident"']) expect(open()?.text).toContain(offered);
    const before = world().otobo.helpdesk.tickets.size;
    await send({ title: '', queue: 'Support' });
    expect(Object.keys(open()?.errors ?? {})).toEqual(['otobo-form-title']);
    const told = await send({ title: 'Screen flickers', queue: 'Support', type: 'Incident', priority: '4 high', text: 'In room 3.' });
    expect(told).toEqual([expect.stringContaining('has been created')]);
    expect(world().otobo.helpdesk.tickets.size).toBe(before + 1);
    const made = [...world().otobo.helpdesk.tickets.values()].at(-1);
    expect(made).toMatchObject({ title: 'Screen flickers', queue: 'Support', priority: '4 high', owner: 'alice' });
    const body = made?.articles[0]?.body ?? '';
    expect(body).toContain('In room 3.');
    expect(body).toContain('Screen flickers\n');
    expect(body).toContain('since this morning');
  });

  test('shows nothing of a message in a room that one is not in', async () => {
    const room = (await workspace().createPrivateGroup('dave', { name: 'not-yours', members: [] }))._id;
    const said = await say('dave', room, 'a secret');
    await expect(choose('otobo-new-from-message', said, room)).resolves.toEqual([expect.stringContaining('member')]);
    expect(open()).toBeUndefined();
  });
});

describe('/otobo create alone', () => {
  const world = withWorkingWorld();

  test('opens the form for a new ticket, which also works while OTOBO is away: the ticket is made when it is back', async () => {
    const { app, otobo } = world();
    otobo.away = true;
    await app.rocketChat.runCommand({ username: 'alice', roomId: 'GENERAL', text: '/otobo create' });
    const view = app.rocketChat.openViews('alice').at(-1)?.view;
    expect(JSON.stringify(view)).toContain('OTOBO has not said yet');
    const values = { title: 'Written in the dark', queue: 'Support', priority: '3 normal' };
    const state = formState(values);
    const before = otobo.helpdesk.tickets.size;
    await app.rocketChat.submitView({ username: 'alice', viewId: view?.id ?? '', state });
    expect(app.workspace.ephemeral.at(-1)?.message.msg).toContain('It is kept');
    otobo.away = false;
    for (let minute = 0; minute < 3; minute += 1) {
      app.rocketChat.clock.advance(60_000);
      await app.atRest();
    }
    expect(otobo.helpdesk.tickets.size).toBe(before + 1);
    expect([...otobo.helpdesk.tickets.values()].at(-1)?.title).toBe('Written in the dark');
  });
});
