import { isOfInterest, messageSent } from '../../src/inbound/events/message-events';
import type { RequestAccessors, Wiring } from '../../src/inbound/api/endpoint';
import { readSettings } from '../../src/settings/snapshot';
import { TICKET } from '../domain/chat';
import { WritingWorld } from '../usecases/writing-world';

const MARK = { v: 1, ticketId: '2', ticketNumber: '11', sig: 's' };
const MESSAGE = {
  id: 'm',
  text: 'hello',
  room: { id: 'room', type: 'p', customFields: { otobo: MARK } },
  sender: { id: 'u', username: 'alice', type: 'user' },
};
const ELSEWHERE = { ...MESSAGE, text: `See Ticket#${TICKET.number}.`, room: { id: 'room', type: 'c' } };

test('the app hears of what a person writes in the room of a ticket', () => {
  for (const unfurls of [true, false, undefined]) {
    expect(isOfInterest(MESSAGE, unfurls)).toBe(true);
    expect(isOfInterest({ ...MESSAGE, sender: { id: 'u', username: 'alice' } }, unfurls)).toBe(true);
  }
});

test.each([
  ['in a room without a mark', { ...MESSAGE, room: { id: 'room', type: 'p' } }],
  ['in a room with marks of others', { ...MESSAGE, room: { id: 'room', type: 'p', customFields: { team: 'red' } } }],
  ['in a channel that copies the mark', { ...MESSAGE, room: { ...MESSAGE.room, type: 'c' } }],
  ["of the app's own", { ...MESSAGE, sender: { id: 'b', username: 'otobo.bot', type: 'app' } }],
  ['of a bot', { ...MESSAGE, sender: { id: 'b', username: 'hubot', type: 'bot' } }],
  ['that is none', undefined],
])('the app looks away from a message %s', (_what, message) => {
  expect(isOfInterest(message, true)).toBe(false);
});

describe('a message in which a ticket is named', () => {
  test.each([
    ['a channel', ELSEWHERE],
    ['a private group', { ...ELSEWHERE, room: { id: 'room', type: 'p' } }],
    ['a direct room', { ...ELSEWHERE, room: { id: 'room', type: 'd' } }],
    ['a thread', { ...ELSEWHERE, threadId: 't' }],
    ['a message with empty fields', { ...ELSEWHERE, threadId: null, type: null, sender: { id: 'u', type: null } }],
    ['a message with a link', { ...ELSEWHERE, text: 'https://help.example/otobo/index.pl?Action=AgentTicketZoom;TicketID=5' }],
  ])('is heard of in %s, unless it is known that tickets get no button', (_where, message) => {
    expect([true, undefined, false].map((unfurls) => isOfInterest(message, unfurls))).toEqual([true, true, false]);
  });

  test.each([
    ["is the app's own", { ...ELSEWHERE, sender: { id: 'b', type: 'app' } }],
    ["is a bot's", { ...ELSEWHERE, sender: { id: 'b', type: 'bot' } }],
    ["is the server's", { ...ELSEWHERE, type: 'room_changed_topic' }],
    ['is encrypted', { ...ELSEWHERE, type: 'e2e' }],
    ['is said to a visitor', { ...ELSEWHERE, room: { id: 'room', type: 'l' } }],
    ['has no text', { ...ELSEWHERE, text: undefined }],
    ['names a channel', { ...ELSEWHERE, text: `#${TICKET.number}` }],
  ])('is looked away from if it %s', (_what, message) => {
    expect(isOfInterest(message, true)).toBe(false);
  });
});

/** A room that is no ticket's, and the app's wiring around it. */
class Stage extends WritingWorld {
  readonly talk = this.chat.addRoom('talk', this.alice).id;
  readonly logged: { readonly msg: string }[] = [];
  settings: Record<string, unknown> = { unfurl: true };
  /** How often the ports were asked for. */
  used = 0;
  broken: Error | undefined;

  async sent(message: unknown): Promise<readonly string[]> {
    const log = (entry: { readonly msg: string }): void => void this.logged.push(entry);
    const accessors = { log: { error: log, warn: log, info: log } } as unknown as RequestAccessors; // as: only the log is used
    const wiring = {
      settings: () => readSettings((id) => Promise.resolve(this.settings[id])),
      ports: () => {
        this.used += 1;
        if (this.broken) throw this.broken;
        return this.chat.ports();
      },
    } as unknown as Pick<Wiring, 'settings' | 'ports'>; // as: the fake's ports look at no settings
    await messageSent(message, accessors, wiring);
    return this.chat.membership.said.map(({ what, about }) => `${what} ${about}`);
  }

  message(username: string, roomId = this.talk): unknown {
    return { ...ELSEWHERE, room: { id: roomId, type: 'c' }, sender: { id: `id-${username}`, username, type: 'user' } };
  }
}

describe('when somebody names a ticket', () => {
  test('its number is posted if they may read it, and the log has how it ended', async () => {
    const stage = new Stage();
    await expect(stage.sent(stage.message('bob'))).resolves.toEqual([`unfurl ${TICKET.number}`]);
    expect(stage.logged).toEqual([{ msg: 'tickets named in a message', roomId: stage.talk, outcome: ['posted'] }]);
  });

  test('who may not read it hears nothing', async () => {
    const stage = new Stage();
    await expect(stage.sent(stage.message('carol'))).resolves.toEqual([]);
    expect(stage.logged).toMatchObject([{ outcome: ['ticket_hidden'] }]);
  });

  test.each([
    ['by default', {}],
    ['while the app is paused', { unfurl: true, paused: true }],
  ])('nothing happens %s', async (_when, settings) => {
    const stage = new Stage();
    stage.settings = settings;
    await expect(stage.sent(stage.message('bob'))).resolves.toEqual([]);
    expect([stage.used, stage.logged]).toEqual([0, []]);
  });

  test('what goes wrong is in the log and nowhere else', async () => {
    const stage = new Stage();
    stage.broken = new Error('no database');
    await expect(stage.sent(stage.message('bob'))).resolves.toEqual([]);
    expect(stage.logged).toMatchObject([{ msg: 'tickets named in a message got no button' }]);
    await expect(stage.sent({ ...MESSAGE, text: `Ticket#${TICKET.number}` })).resolves.toEqual([]);
    expect(stage.logged).toHaveLength(3);
  });
});
