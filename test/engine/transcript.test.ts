import { createHash } from 'node:crypto';
import { SCAN_INTERVAL_MS } from '../../playground/rocketchat/workspace/scheduler';
import { type, type Told } from './commands';
import { person, ticketBody } from './people';
import { withWorkingWorld } from './working-world';

const MINUTE = 60_000;
const PEOPLE = ['alice', 'carol', 'dave'];

describe('/otobo transcript', () => {
  const world = withWorkingWorld();
  const { app, otobo, roomId, rocketChat, workspace } = {
    app: () => world().app,
    otobo: () => world().otobo,
    roomId: () => world().roomId,
    rocketChat: () => world().app.rocketChat,
    workspace: () => world().app.workspace,
  };

  async function pass(minutes: number): Promise<void> {
    for (let minute = 0; minute < minutes; minute += 1) {
      rocketChat().clock.advance(MINUTE);
      await app().atRest();
    }
  }

  async function say(username: string, text: string, threadId?: string): Promise<string> {
    rocketChat().clock.advance(SCAN_INTERVAL_MS);
    const { _id } = await workspace().sendMessage(username, roomId(), text, threadId === undefined ? {} : { threadId });
    return _id;
  }

  function open(): { id: string; text: string; parts: Record<string, unknown>[] } {
    const view = rocketChat().openViews('alice').at(-1)?.view;
    if (!view) throw new Error('No dialog is open.');
    return { id: view.id, text: JSON.stringify(view), parts: view.blocks as Record<string, unknown>[] }; // as: a view has blocks
  }

  const submit = (values: Record<string, unknown> = {}): Promise<unknown> =>
    rocketChat().submitView({
      username: 'alice',
      viewId: open().id,
      state: Object.fromEntries(
        Object.entries(values).map(([part, value]) => [`otobo-transcript-${part}`, { [`otobo-transcript-${part}`]: value }]),
      ),
    });

  const toldSince = (length: number): string[] =>
    workspace()
      .ephemeral.slice(length)
      .map(({ message }) => message.msg);
  const command = (): Promise<Told[]> => type(app(), 'alice', '/otobo transcript', { roomId: roomId() });

  test('shows in a dialog what a talk has, and writes it into the ticket as an article with a page', async () => {
    await rocketChat().setAppSetting('transcript_files', 'attached');
    const first = await say('alice', 'The printer burns\non <b>two</b> floors');
    await say('carol', 'I bring *water*', first);
    await say('dave', '(off) the boss does not know yet');
    const edited = await say('dave', 'Ten minuts');
    workspace().editMessage('dave', edited, 'Ten minutes');
    const gone = await say('carol', 'nonsense');
    workspace().deleteMessage('carol', gone);
    await say('carol', `[ ](${rocketChat().url}/group/x?msg=${first}) On which?`);
    const off = await say('alice', 'my password is 123');
    workspace().react('alice', off, ':mute:');
    await workspace().uploadFile('dave', roomId(), { name: 'smoke.txt', type: 'text/plain' }, Buffer.from('grey'));
    await app().atRest();

    await expect(command()).resolves.toEqual([]);
    expect(open().text).toContain('off the record 2, deleted in the room 1');
    expect(open().text).toContain('Everything in the room (5 messages)');
    expect(open().text).toContain('People (3): alice');
    expect(open().text).not.toContain('password');
    const { length } = workspace().ephemeral;
    await submit();
    expect(rocketChat().openViews('alice')).toEqual([]);
    await app().atRest();

    const [article] = world().written();
    expect(article).toMatchObject({ from: '"Alice Adler via Rocket.Chat" <alice@helpdesk.test>', visibleForCustomer: false });
    const body = article?.body ?? '';
    expect(body).toMatch(/alice.*\n\| The printer burns\n\| on <b>two<\/b> floors\n\n {4}[\d:]+ @carol\n {4}\| I bring \*water\*/);
    expect(body).toMatch(/@dave\n\| Ten minutes\nEdited by @dave, /);
    expect(body).toContain('> alice wrote:\n> The printer burns\n> on <b>two</b> floors\n| On which?');
    expect(body).toContain('File: smoke.txt, text/plain, 4 B, attached');
    expect(body).toContain('Messages: 5. Not in it: off the record 2, left out 0, deleted in the room 1.');
    expect(body).not.toMatch(/boss|password|nonsense/);
    const [page, file] = article?.attachments ?? [];
    expect(page).toMatchObject({ filename: 'transcript.html', contentType: 'text/html; charset=utf-8' });
    expect(body).toContain(
      createHash('sha256')
        .update(page?.content ?? '')
        .digest('hex'),
    );
    expect(String(page?.content)).toContain('on &#60;b&#62;two&#60;/b&#62; floors');
    expect([file?.filename, String(file?.content)]).toEqual(['smoke.txt', 'grey']);
    expect(toldSince(length)).toEqual([
      expect.stringContaining('is being written'),
      expect.stringContaining('5 messages in 1 article, internal'),
    ]);
  }, 60_000);

  test('afterwards takes what is new, without what was left out, and shows it to the customer after a second yes only', async () => {
    const before = world().written().length;
    await say('alice', 'It is out');
    const left = await say('carol', 'What a mess');
    await command();
    expect(open().text).toContain('Since the last transcript (2 messages)');
    const { length } = workspace().ephemeral;
    await submit({ 'leave-out': [left], visible: 'yes' });
    await app().atRest();
    expect(world().written()).toHaveLength(before);
    const question = workspace().ephemeral.at(-1);
    expect(question?.message.msg).toContain('will be able to read this transcript (1 message)');
    const [, buttons] = question?.message.blocks as { elements: { actionId: string; value: string }[] }[]; // as: a question has two blocks
    const yes = buttons?.elements[0];
    await rocketChat().clickAction({
      username: 'alice',
      actionId: yes?.actionId ?? '',
      value: yes?.value ?? '',
      ephemeral: { id: question?.message._id ?? '', roomId: roomId() },
    });
    await app().atRest();
    const [article] = world().written().slice(before);
    expect(article).toMatchObject({ visibleForCustomer: true });
    expect(article?.body).toContain('| It is out');
    expect(article?.body).not.toContain('What a mess');
    expect(toldSince(length).at(-1)).toContain('visible for the customer');
  }, 60_000);

  test('says at its place what is wrong with what was chosen, and that there is nothing new', async () => {
    await command();
    expect(open().text).toContain('Nothing has been said since the last transcript.');
    await submit({ range: 'new' });
    expect(rocketChat().openViews('alice').at(-1)?.errors).toEqual({
      'otobo-transcript-range': expect.stringContaining('There is nothing to write') as unknown,
    });
    await rocketChat().closeView('alice', open().id);
  }, 60_000);

  test('is for members who may change the ticket', async () => {
    await expect(type(app(), 'bob', '/otobo transcript', { roomId: roomId() })).resolves.toMatchObject([
      { text: expect.stringContaining('for members of the room') as string },
    ]);
    await expect(type(app(), 'dave', '/otobo transcript', { roomId: roomId() })).resolves.toMatchObject([
      { text: expect.stringContaining('"rw"') as string },
    ]);
    expect([rocketChat().openViews('bob'), rocketChat().openViews('dave')]).toEqual([[], []]);
  }, 60_000);

  test('is kept while OTOBO is away, and is in the ticket once when it is back, although the sandbox dies meanwhile', async () => {
    const before = world().written().length;
    await say('alice', 'Anybody there?');
    otobo().away = true;
    await command();
    const { length } = workspace().ephemeral;
    await submit();
    await app().atRest();
    expect(toldSince(length).at(-1)).toContain('OTOBO does not take the transcript right now');
    const [instance] = rocketChat().instances;
    await pass(2);
    await instance?.killSandbox();
    await instance?.ready();
    expect(world().written()).toHaveLength(before);
    otobo().away = false;
    await pass(8);
    expect(world().written().slice(before)).toHaveLength(1);
    expect(world().written().at(-1)?.body).toContain('| Anybody there?');
    expect(toldSince(length).at(-1)).toContain('1 message in 1 article');
    const records = JSON.stringify(workspace().persistenceRecords(rocketChat().app().id));
    expect(records).not.toContain('Anybody there?');
  }, 120_000);

  test('is written when the ticket is closed, before the room is locked, and the room is not locked while OTOBO is away', async () => {
    const { ticket } = world();
    const before = world().written().length;
    await say('alice', 'All done');
    await say('dave', '(off) at last');
    const { Ticket, ...rest } = ticketBody(PEOPLE.map((login) => person(login, login === 'alice' ? 'Owner' : 'Involved')));
    const closed = { ...Ticket, TicketID: String(ticket.id), TicketNumber: ticket.number, State: 'closed successful', StateType: 'closed' };
    await app().post('tickets/sync', { ...rest, Ticket: closed });
    await pass(1);
    otobo().away = true;
    rocketChat().clock.advance(60 * MINUTE);
    await pass(3);
    expect(workspace().room(roomId())?.ro).toBe(false);
    otobo().away = false;
    await pass(10);
    expect(workspace().room(roomId())?.ro).toBe(true);
    const [article, ...others] = world().written().slice(before);
    expect(article).toMatchObject({ visibleForCustomer: false });
    expect(article?.body).toContain('off the record 1');
    expect(article?.body).toContain('| All done');
    expect(article?.body).not.toContain('at last');
    await workspace().sendMessage('alice', roomId(), 'One thing more');
    await app().atRest();
    await pass(5);
    const added = world()
      .written()
      .slice(before + 1 + others.length);
    expect(added.map(({ body }) => body)).toEqual([expect.stringContaining('| One thing more')]);
    expect(others).toEqual([]);
  }, 120_000);
});
