import { post, withProbe } from './started';

describe('a slash command', () => {
  const rocketChat = withProbe();

  it('reaches the app with its words, its room and its thread', async () => {
    const { workspace } = rocketChat();
    const thread = await workspace.sendMessage('admin', 'GENERAL', 'a thread starts');
    await rocketChat().runCommand({ username: 'admin', roomId: 'GENERAL', threadId: thread._id, text: '/Probe one "two three"' });
    const notice = workspace.ephemeral.at(-1);
    expect(JSON.parse(notice?.message.msg ?? '')).toEqual({ words: ['one', 'two three'], room: 'GENERAL', thread: thread._id });
  });

  it('is refused when no app has it', async () => {
    await expect(rocketChat().runCommand({ username: 'admin', roomId: 'GENERAL', text: '/other' })).rejects.toThrow(
      'No such command: /other.',
    );
  });

  it('is refused in a room that does not exist', async () => {
    await expect(rocketChat().runCommand({ username: 'admin', roomId: 'nowhere', text: '/probe' })).rejects.toThrow(
      'There is no room nowhere.',
    );
  });

  it('is listed for the composer', async () => {
    expect((await rocketChat().commands()).map(({ command }) => command)).toEqual(['probe']);
  });
});

describe('a view of the app', () => {
  const rocketChat = withProbe();
  const open = (): string[] =>
    rocketChat()
      .openViews('admin')
      .map(({ view }) => view.id);
  const openByCommand = (): Promise<void> => rocketChat().runCommand({ username: 'admin', roomId: 'GENERAL', text: '/probe open' });

  it('opens from a command, from a block, and from a button', async () => {
    const { workspace } = rocketChat();
    const message = await workspace.sendMessage('admin', 'GENERAL', 'with blocks');
    const ways = [
      openByCommand,
      () => rocketChat().clickAction({ username: 'admin', actionId: 'open', messageId: message._id }),
      () => rocketChat().clickButton({ username: 'admin', actionId: 'probe-button', context: 'roomAction', roomId: 'GENERAL' }),
    ];
    for (const way of ways) {
      await way();
      expect(open()).toEqual(['probe-view']);
      await rocketChat().closeView('admin', 'probe-view');
      expect(open()).toEqual([]);
    }
  });

  it('stays with its errors when the app refuses the submission, and closes when it accepts', async () => {
    await openByCommand();
    await rocketChat().submitView({ username: 'admin', viewId: 'probe-view' });
    expect(rocketChat().openViews('admin')[0]?.errors).toEqual({ name: 'is missing' });
    await rocketChat().submitView({ username: 'admin', viewId: 'probe-view', state: { name: { input: 'Alice' } } });
    expect(open()).toEqual([]);
  });

  it('cannot be submitted by somebody who does not have it open', async () => {
    await expect(rocketChat().submitView({ username: 'admin', viewId: 'probe-view' })).rejects.toThrow('has no view probe-view open');
  });

  it('can be opened by the buttons that the app registered', async () => {
    expect((await rocketChat().actionButtons()).map(({ actionId }) => actionId)).toEqual(['probe-button']);
  });
});

describe('an event of the workspace', () => {
  const rocketChat = withProbe();

  it('reaches the app', async () => {
    const { workspace } = rocketChat();
    workspace.addUser({ username: 'newcomer' });
    await workspace.idle();
    expect(workspace.persistenceRecords(rocketChat().app().id).map(({ data }) => data)).toEqual([{ created: 'newcomer' }]);
  });
});

describe('a job of the app', () => {
  const rocketChat = withProbe();
  const ticked = (): unknown[] =>
    rocketChat()
      .workspace.persistenceRecords(rocketChat().app().id)
      .map(({ data }) => data);

  it('runs when its time has come by the playground, and not before', async () => {
    const { clock, workspace } = rocketChat();
    await post(rocketChat().app().endpoint('schedule'), { n: 7, inMs: 3_600_000 });
    clock.advance(3_500_000);
    await workspace.scheduler.settled();
    expect(ticked()).toEqual([]);
    clock.advance(200_000);
    await workspace.scheduler.settled();
    expect(ticked()).toEqual([expect.objectContaining({ ticked: 7 })]);
  });
});
