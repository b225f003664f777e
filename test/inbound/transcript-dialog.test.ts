import type { IMessage, IMessageDeleteContext } from '@rocket.chat/apps-engine/definition/messages';
import type { IUIKitViewSubmitIncomingInteraction } from '@rocket.chat/apps-engine/definition/uikit/UIKitIncomingInteractionTypes';
import type { RequestAccessors, Wiring } from '../../src/inbound/api/endpoint';
import { mayCount, messageDeleted } from '../../src/inbound/events/message-events';
import { viewSubmitted } from '../../src/inbound/ui/submissions';
import { readSettings } from '../../src/settings/snapshot';
import { openTranscriptDialog } from '../../src/usecases/open-transcript-dialog';
import { TranscriptWorld } from '../usecases/transcript-world';

let world: TranscriptWorld;
let logged: unknown[];
let broken: boolean;
beforeEach(() => {
  world = new TranscriptWorld();
  logged = [];
  broken = false;
});

const accessors = (): RequestAccessors => ({ log: { error: (entry: unknown) => logged.push(entry) } }) as unknown as RequestAccessors; // as: only the log is used
const wiring = (): Pick<Wiring, 'settings' | 'ports'> =>
  ({
    settings: () => readSettings(() => Promise.resolve(undefined)),
    ports: () => ({
      ...world.chat.ports(),
      ...(broken && { transcripts: { ...world.chat.ports().transcripts, wish: () => Promise.reject(new Error('no database')) } }),
    }),
  }) as unknown as Pick<Wiring, 'settings' | 'ports'>; // as: the fake's ports look at no settings

describe('a dialog that is sent', () => {
  async function opened(): Promise<string> {
    const made = world.chat.ports();
    const pause = (_ms: number, until?: Promise<unknown>): Promise<void> => Promise.resolve(until).then(() => undefined);
    await openTranscriptDialog({ user: world.alice, place: world.place, triggerId: 't' }, world.rules, {
      ...made,
      time: { ...made.time, pause },
    });
    return world.chat.installation.dialogs.at(-1)?.viewId ?? '';
  }

  const submit = (viewId: string, state: unknown, userId = world.alice.id): ReturnType<typeof viewSubmitted> =>
    viewSubmitted(
      {
        view: { id: viewId, state, blocks: [{ blockId: 'otobo-transcript-range', element: {} }] },
        user: { id: userId },
      } as unknown as IUIKitViewSubmitIncomingInteraction,
      accessors(),
      wiring(),
    ); // as: the rest is not looked at

  test.each([
    ['nothing, because nobody touched anything', undefined],
    ['what its parts hold', { a: { 'otobo-transcript-range': 'all' }, b: { 'otobo-transcript-visible': 'no' } }],
    ['something else', { a: 'b', c: { 'otobo-transcript-leave-out': 7, 'otobo-transcript-range': ['x'] } }],
  ])('with %s begins a transcript, and says so', async (_what, state) => {
    world.say('a');
    await expect(submit(await opened(), state)).resolves.toBeUndefined();
    expect(world.chat.records.wishes.size).toBe(1);
    expect(world.told('tell')).toEqual([expect.stringContaining('is being written into Ticket#2026112310000011')]);
  });

  test('for the customer asks first', async () => {
    world.say('a');
    await submit(await opened(), { a: { 'otobo-transcript-visible': 'yes' } });
    expect(world.chat.records.wishes.size).toBe(0);
    expect(world.chat.membership.said.at(-1)?.buttons?.map(({ label }) => label)).toEqual(['Show it to the customer', 'Cancel']);
  });

  test('with nothing left says so at its place', async () => {
    world.say('a');
    const errors = await submit(await opened(), { a: { 'otobo-transcript-leave-out': ['m1'] } });
    expect(Object.keys(errors ?? {})).toEqual(['otobo-transcript-leave-out']);
  });

  test('while something is broken stays open and says so, and the log knows what', async () => {
    world.say('a');
    const viewId = await opened();
    broken = true;
    expect(Object.keys((await submit(viewId, {})) ?? {})).toEqual(['otobo-transcript-range']);
    expect(JSON.stringify(logged)).toContain('no database');
  });

  test('by nobody, or by a bot, does nothing', async () => {
    world.say('a');
    const viewId = await opened();
    world.chat.users.set('alice', { ...world.alice, bot: true });
    await expect(submit(viewId, {})).resolves.toBeUndefined();
    await expect(submit(viewId, {}, 'nobody')).resolves.toBeUndefined();
    expect(world.chat.records.wishes.size).toBe(0);
  });
});

describe('a message that was deleted', () => {
  const message = (more: Record<string, unknown> = {}): IMessage =>
    ({
      id: 'm1',
      sender: { id: 'b' },
      room: { id: world.place.roomId, type: 'p' },
      createdAt: new Date(5),
      ...more,
    }) as unknown as IMessage; // as: the rest is not looked at
  const told = (one: IMessage, by = 'id-bob'): Promise<void> =>
    messageDeleted({ message: one, user: { id: by } } as unknown as IMessageDeleteContext, accessors(), wiring()); // as: the rest is not looked at

  test.each([
    ['of a person', {}, true],
    ['of a person, from a server that sends null for what is absent', { type: null, sender: { id: 'b', appId: null } }, true],
    ['in a direct room, which may be linked', { room: { id: 'r', type: 'd' } }, true],
    ["of another app's", { sender: { id: 'b', appId: 'other' } }, true],
    ['of the app itself', { sender: { id: 'b', appId: 'app' } }, false],
    ["of the server's own", { type: 'uj' }, false],
    ['in a conversation with a visitor', { room: { id: 'r', type: 'l' } }, false],
  ])('%s is looked at, or not, without reading anything', (_what, more, expected) => {
    expect(mayCount(message(more), 'app')).toBe(expected);
  });

  test('in the room of a ticket is noted once, without what it said', async () => {
    await told(message({ text: 'secret' }));
    await told(message());
    expect(world.chat.records.deletions).toEqual([{ roomId: world.place.roomId, messageId: 'm1', writtenAt: 5 }]);
  });

  test('elsewhere is nobody’s business', async () => {
    await told(message({ room: { id: 'elsewhere', type: 'p' } }));
    expect([world.chat.records.deletions, logged]).toEqual([[], []]);
  });

  test('by the app itself is no loss', async () => {
    await told(message(), 'id-otobo.bot');
    expect(world.chat.records.deletions).toEqual([]);
  });

  test('never stops what the person was doing, whatever breaks', async () => {
    world.chat.before = () => {
      throw new Error('no database');
    };
    await expect(told(message())).resolves.toBeUndefined();
    expect(logged).toHaveLength(1);
  });
});
