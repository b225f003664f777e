import { type, type Told } from './commands';
import { formState } from './form-state';
import { withWorkingWorld } from './working-world';

/** What an app under test shows of a form, and what is told after it was sent. */
interface Dialog {
  readonly id: string;
  readonly title: string;
  /** All of it, to look for words. */
  readonly text: string;
  readonly errors: Readonly<Record<string, string>>;
}

describe('a form', () => {
  const world = withWorkingWorld();

  const command = (line: string, username = 'alice'): Promise<Told[]> => type(world().app, username, line, { roomId: world().roomId });

  function dialog(username = 'alice'): Dialog | undefined {
    const open = world().app.rocketChat.openViews(username).at(-1);
    if (!open) return undefined;
    const { view, errors } = open;
    return { id: view.id, title: (view.title as { text: string }).text, text: JSON.stringify(view), errors }; // as: every view has a title
  }

  /** Sends the form that somebody has open. @returns what they are told then */
  async function send(values: Readonly<Record<string, string>>, username = 'alice'): Promise<string[]> {
    const { app } = world();
    const { length } = app.workspace.ephemeral;
    const state = formState(values);
    await app.rocketChat.submitView({ username, viewId: dialog(username)?.id ?? '', state });
    return app.workspace.ephemeral.slice(length).map(({ message }) => message.msg);
  }

  /** What the app keeps of forms that are open. */
  const kept = (): number =>
    world()
      .app.workspace.snapshot()
      .persistence.filter(({ data }) => JSON.stringify(data).includes('"FillIn"')).length;

  test('for a note opens where a note without text was typed, and writes it once', async () => {
    await expect(command('/otobo note')).resolves.toEqual([]);
    expect(dialog()).toMatchObject({ title: `Write into Ticket#${world().ticket.number}` });
    const { id = '' } = dialog() ?? {};
    await expect(send({ text: 'Toner is *out*.\nSince Monday.' })).resolves.toEqual([`Noted in Ticket#${world().ticket.number}.`]);
    expect(world().written().at(-1)).toMatchObject({ body: 'Toner is *out*.\nSince Monday.', visibleForCustomer: false });
    expect([dialog(), kept()]).toEqual([undefined, 0]);
    await expect(world().app.rocketChat.submitView({ username: 'alice', viewId: id, state: {} })).rejects.toThrow('has no view');
  });

  test('that is sent empty stays open, says at its field what is missing, and can be sent again', async () => {
    await command('/otobo note');
    const before = world().written().length;
    await expect(send({ text: '  ' })).resolves.toEqual([]);
    expect(dialog()?.errors).toEqual({ 'otobo-form-text': expect.stringContaining('nothing to write yet') as string });
    expect(world().written()).toHaveLength(before);
    await send({ text: 'now with words' });
    expect(world().written().at(-1)).toMatchObject({ body: 'now with words' });
    expect(dialog()).toBeUndefined();
  });

  test('for a reply says before that it becomes a mail, and sends one', async () => {
    await command('/otobo reply');
    expect(dialog()?.text).toContain('leaves OTOBO as a mail');
    await expect(send({ text: 'It is fixed.', audience: 'customer' })).resolves.toEqual([
      expect.stringMatching(/^Sent to the customer .*as a mail/),
    ]);
    expect(world().written().at(-1)).toMatchObject({ body: 'It is fixed.', visibleForCustomer: true });
  });

  test('sets a state out of those that OTOBO offers; one that waits wants a day in the future', async () => {
    await command('/otobo state');
    expect(dialog()?.text).toContain('"pending reminder"');
    await send({ state: 'pending reminder' });
    expect(Object.keys(dialog()?.errors ?? {})).toEqual(['otobo-form-day']);
    await send({ state: 'pending reminder', day: '2001-01-01' });
    expect(dialog()?.errors).toEqual({ 'otobo-form-day': expect.stringContaining('past') as string });
    await send({ state: 'pending reminder', day: '2099-12-24', time: 'noon' });
    expect(Object.keys(dialog()?.errors ?? {})).toEqual(['otobo-form-time']);
    const told = await send({ state: 'pending reminder', day: '2099-12-24', time: '10:30' });
    expect(told[0]).toMatch(/→ pending reminder, until .*10:30/);
    expect(world().ticket.state).toBe('pending reminder');
    expect(dialog()).toBeUndefined();
  });

  test('is not opened for who may not: they hear why at once', async () => {
    const [told] = await command('/otobo state', 'dave');
    expect(told?.text).toContain('not give you the right "rw"');
    expect([dialog('dave'), kept()]).toEqual([undefined, 0]);
  });

  test('that is closed without sending leaves nothing behind', async () => {
    await command('/otobo note');
    expect(kept()).toBe(1);
    await world().app.rocketChat.closeView('alice', dialog()?.id ?? '');
    expect(kept()).toBe(0);
  });

  describe('while OTOBO is away', () => {
    beforeEach(() => {
      world().otobo.away = true;
    });
    afterEach(() => {
      world().otobo.away = false;
    });

    test('opens all the same, offers lines to type in, and asks again on a click', async () => {
      await command('/otobo state');
      expect(dialog()?.text).toContain('OTOBO has not said yet');
      expect(dialog()?.text).toContain('plain_text_input');
      world().otobo.away = false;
      const { id = '' } = dialog() ?? {};
      await world().app.rocketChat.clickAction({ username: 'alice', actionId: 'otobo-form-look-again', value: id, viewId: id });
      expect(dialog()?.text).toContain('"open"');
      expect(dialog()?.text).not.toContain('has not said yet');
      await world().app.rocketChat.closeView('alice', id);
    });

    test('keeps what was typed, and OTOBO gets it once when it is back', async () => {
      await command('/otobo note');
      const before = world().written().length;
      await expect(send({ text: 'written in the dark' })).resolves.toEqual([expect.stringContaining('It is kept')]);
      expect(dialog()).toBeUndefined();
      world().otobo.away = false;
      for (let minute = 0; minute < 3; minute += 1) {
        world().app.rocketChat.clock.advance(60_000);
        await world().app.atRest();
      }
      expect(
        world()
          .written()
          .slice(before)
          .map(({ body }) => body),
      ).toEqual(['written in the dark']);
    });
  });
});
