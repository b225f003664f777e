import type { RequestAccessors, Wiring } from '../../src/inbound/api/endpoint';
import { messagePinned, messageReacted, type Outsiders } from '../../src/inbound/events/noting-events';
import { readSettings } from '../../src/settings/snapshot';
import { message, TICKET, user } from '../domain/chat';
import { WritingWorld } from '../usecases/writing-world';

/** The room of a ticket with a message of bob's in a thread, and the app's wiring around it. */
class Stage extends WritingWorld {
  values: Readonly<Record<string, unknown>> = { note_reaction: ':memo:', note_pinned: true, off_prefix: '(off)' };
  readonly logged: unknown[] = [];
  readonly outsiders: Outsiders = new Set();
  /** How often the settings were asked for, and the ports. */
  readonly used: string[] = [];

  constructor() {
    super();
    const reactions = new Map([[':memo:', ['alice', 'bob', 'carol']]]);
    const sender = { id: 'id-bob', username: 'bob', name: 'B@b' };
    this.chat.said.set(this.place.roomId, [message({ sender, reactions, threadId: 't1' })]);
  }

  async reacted(username: string, more: Readonly<Record<string, unknown>> = {}): Promise<string[]> {
    return this.tell(messageReacted, { ...this.event(username), reaction: ':memo:', isReacted: true, ...more });
  }

  async pinned(username: string, more: Readonly<Record<string, unknown>> = {}): Promise<string[]> {
    return this.tell(messagePinned, { ...this.event(username), isPinned: true, ...more });
  }

  private event(username: string): Record<string, unknown> {
    return { message: { id: 'm1', room: { id: this.place.roomId } }, user: { id: `id-${username}`, username } };
  }

  /** @returns what people were told */
  private async tell(handler: typeof messageReacted, event: unknown): Promise<string[]> {
    const { length } = this.chat.membership.said;
    const log = (entry: unknown): void => void this.logged.push(entry);
    const accessors = { log: { error: log, warn: log, info: () => undefined } } as unknown as RequestAccessors; // as: only the log is used
    const wiring: Pick<Wiring, 'settings' | 'ports'> = {
      settings: () => {
        this.used.push('settings');
        return readSettings((id) => Promise.resolve(this.values[id]));
      },
      ports: () => {
        this.used.push('ports');
        const ports = this.chat.ports();
        return {
          ...ports,
          time: { ...ports.time, pause: (_ms, until) => Promise.resolve(until).then(() => undefined) },
          translate: () => Promise.reject(new Error()),
        };
      },
    };
    await handler(event, accessors, wiring, this.outsiders);
    return this.chat.membership.said.slice(length).map(({ to, about }) => `${to}: ${about.replaceAll('\u200B', '')}`);
  }
}

describe('a reaction in the room of a ticket', () => {
  test('of the chosen kind makes a note, and tells who gave it, where the message stands', async () => {
    const stage = new Stage();
    await expect(stage.reacted('alice')).resolves.toEqual([`alice: The message of B@b is noted in Ticket#${TICKET.number} now.`]);
    expect(stage.chat.membership.said.at(-1)?.place).toEqual({ ...stage.place, threadId: 't1' });
    expect(stage.bodies).toHaveLength(1);
    await expect(stage.reacted('alice')).resolves.toEqual([expect.stringContaining('already. It is noted once.')]);
    expect(stage.logged).toEqual([]);
  });

  test('is kept and says so while OTOBO is away', async () => {
    const stage = new Stage();
    stage.helpdesk.away = true;
    await expect(stage.reacted('alice')).resolves.toEqual([
      expect.stringContaining('cannot hand your note to OTOBO right now. It is kept'),
    ]);
    await expect(stage.reacted('alice')).resolves.toEqual([expect.stringContaining('is on its way to')]);
  });

  test.each([
    ['of another kind', { reaction: ':eyes:' }],
    ['where none makes notes', { values: { note_reaction: '' } }],
  ])('%s is looked away from before anything is asked', async (_what, { values, ...more }: Record<string, unknown>) => {
    const stage = new Stage();
    if (values) stage.values = values as Stage['values'];
    await expect(stage.reacted('alice', more)).resolves.toEqual([]);
    expect(stage.used).toEqual(['settings']);
  });

  test.each([
    ['that is taken back', { isReacted: false }],
    ['of nobody', { user: null }],
    ['to nothing', { message: { id: 'm1' } }],
  ])('%s is looked away from before the settings are read', async (_what, more) => {
    const stage = new Stage();
    await expect(stage.reacted('alice', more)).resolves.toEqual([]);
    expect([stage.used, stage.logged]).toEqual([[], []]);
  });

  test('of somebody who may only read the ticket is refused with cause and cure, each time', async () => {
    const stage = new Stage();
    for (let time = 0; time < 2; time += 1)
      await expect(stage.reacted('bob')).resolves.toEqual([expect.stringContaining('the right "note"')]);
  });

  test('of somebody without any right is answered once, shortly, and not with what that person may not know', async () => {
    const stage = new Stage();
    const [told, ...more] = await stage.reacted('carol');
    expect(told).toMatch(/^carol: The reaction :memo: writes a message into the ticket of this room, if an agent/);
    expect([...more, ...(await stage.reacted('carol'))]).toEqual([]);
    expect(told).not.toContain(TICKET.number);
    // Pinning is the same to them.
    await expect(stage.pinned('carol')).resolves.toEqual([]);
    stage.outsiders.clear();
    await expect(stage.pinned('carol')).resolves.toEqual([expect.stringContaining('Pinning a message writes it')]);
    expect(stage.bodies).toEqual([]);
  });

  test("is answered in the person's own language", async () => {
    const stage = new Stage();
    stage.chat.addUsers(user('alice', { language: 'de' }));
    await expect(stage.reacted('alice')).resolves.toEqual([expect.stringContaining('ist jetzt in Ticket#')]);
  });

  test('to a message off the record is refused with the cure', async () => {
    const stage = new Stage();
    const reactions = new Map([[':memo:', ['alice']]]);
    stage.chat.said.set(stage.place.roomId, [message({ reactions, text: '(off) x' })]);
    await expect(stage.reacted('alice')).resolves.toEqual([expect.stringContaining('off the record, so it is not noted')]);
  });

  test('while the app is paused is refused, and makes no note later', async () => {
    const stage = new Stage();
    stage.values = { ...stage.values, paused: true };
    await expect(stage.reacted('alice')).resolves.toEqual([expect.stringContaining('paused')]);
    expect([stage.bodies, stage.chat.records.writes]).toEqual([[], []]);
  });

  test('that fails is told with an id under which the log has the cause, and nothing is thrown', async () => {
    const stage = new Stage();
    stage.chat.before = (call) => {
      if (call === 'put write') throw new Error('database gone');
    };
    const [told = ''] = await stage.reacted('alice');
    const id = /RequestID: (\S+)$/.exec(told)?.[1];
    expect(stage.logged).toEqual([expect.objectContaining({ requestId: id, error: expect.stringContaining('database gone') as unknown })]);
  });

  test('whose room cannot be read is at least in the log', async () => {
    const stage = new Stage();
    stage.chat.before = () => {
      throw new Error('database gone');
    };
    await expect(stage.reacted('alice')).resolves.toEqual([]);
    expect(stage.logged).toEqual([expect.objectContaining({ msg: 'sign not used' })]);
  });
});

describe('a pinned message', () => {
  test('becomes a note where the settings say so', async () => {
    const stage = new Stage();
    await expect(stage.pinned('alice')).resolves.toEqual([expect.stringContaining('is noted in Ticket')]);
    expect(stage.bodies).toHaveLength(1);
  });

  test('is a pinned message and no more where they do not', async () => {
    const stage = new Stage();
    stage.values = { note_pinned: false };
    await expect(stage.pinned('alice')).resolves.toEqual([]);
    expect(stage.used).toEqual(['settings']);
  });

  test('that is taken down again is looked away from', async () => {
    const stage = new Stage();
    await expect(stage.pinned('alice', { isPinned: false })).resolves.toEqual([]);
    expect(stage.used).toEqual([]);
  });
});
