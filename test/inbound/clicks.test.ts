import type { IUIKitBlockIncomingInteraction } from '@rocket.chat/apps-engine/definition/uikit/UIKitIncomingInteractionTypes';
import type { RequestAccessors, Wiring } from '../../src/inbound/api/endpoint';
import { CONSENT_NO, CONSENT_YES } from '../../src/domain/consent';
import { AppError } from '../../src/domain/errors';
import { QUESTION_NO, QUESTION_YES } from '../../src/domain/question';
import { blockClicked } from '../../src/inbound/ui/clicks';
import { readSettings } from '../../src/settings/snapshot';
import type { Time } from '../../src/usecases/ports';
import { SHOW_TICKET } from '../../src/domain/ticket-action';
import { TICKET, user } from '../domain/chat';
import { FakeChat, type FakeRoom } from '../usecases/fake-chat';
import { FakeHelpdesk } from '../usecases/fake-helpdesk';

/** A room of alice's with a question about a customer, and the app's wiring around it. */
class Stage {
  readonly chat = new FakeChat();
  readonly room: FakeRoom;
  readonly logged: unknown[] = [];
  /** Why the settings cannot be read, if they cannot. */
  settingsError: Error | undefined;
  /** Nothing here is slow, unless a test says so. */
  pause: Time['pause'] = (_ms, until) => Promise.resolve(until).then(() => undefined);

  constructor() {
    this.chat.addUsers(user('alice'), user('cust'));
    this.room = this.chat.addRoom('ticket', user('alice'));
    this.chat.membership.consents.push({ roomId: this.room.id, userId: 'id-cust', messageId: 'question', agents: [] });
  }

  click(more: Partial<Record<keyof IUIKitBlockIncomingInteraction, unknown>> = {}): Promise<void> {
    const click = {
      actionId: CONSENT_YES,
      value: 'id-cust',
      user: { id: 'id-alice', username: 'alice' },
      room: { id: this.room.id },
      ...more,
    } as unknown as IUIKitBlockIncomingInteraction; // as: the rest is not looked at
    const log = (entry: unknown): void => void this.logged.push(entry);
    const accessors = { log: { error: log, warn: log } } as unknown as RequestAccessors; // as: only the log is used
    const wiring = {
      settings: () => (this.settingsError ? Promise.reject(this.settingsError) : readSettings(() => Promise.resolve(undefined))),
      ports: () => ({ ...this.chat.ports(), time: { now: () => this.chat.now, pause: this.pause } }),
    } as unknown as Pick<Wiring, 'settings' | 'ports'>; // as: the fake's ports look at no settings
    return blockClicked(click, accessors, wiring);
  }
}

describe('a click under a question', () => {
  test('on yes lets the customer in', async () => {
    const stage = new Stage();
    await stage.click();
    expect(stage.room.members).toEqual(new Set(['alice', 'cust']));
    expect(stage.chat.membership.said).toEqual([{ what: 'answered', to: 'question', about: 'alice let in cust' }]);
    expect(stage.logged).toEqual([]);
  });

  test('on no keeps them out', async () => {
    const stage = new Stage();
    await stage.click({ actionId: CONSENT_NO });
    expect(stage.room.members).toEqual(new Set(['alice']));
    expect(stage.chat.membership.said).toEqual([{ what: 'answered', to: 'question', about: 'alice kept out cust' }]);
  });

  test('takes who clicked into the address book', async () => {
    const stage = new Stage();
    await stage.click();
    expect(await stage.chat.ports().book.find('alice@corp.test')).toEqual(['id-alice']);
  });

  test.each([
    ['another button', { actionId: 'somebody-elses' }],
    ['a button without a value', { value: undefined }],
    ["a button whose name is JavaScript's own", { actionId: 'constructor' }],
    ['a button outside any room', { room: undefined }],
    ['a button of somebody who is gone', { user: { id: 'id-gone', username: 'gone' } }],
  ])('on %s does nothing', async (_what, more) => {
    const stage = new Stage();
    await stage.click(more);
    expect([stage.chat.writes, stage.chat.membership.said, stage.logged]).toEqual([[], [], []]);
  });

  test('that fails is told to who clicked without the cause, which stands in the log', async () => {
    const stage = new Stage();
    stage.chat.before = (call) => {
      if (call === 'add members') throw new Error('database at 10.0.0.7 is away');
    };
    await stage.click();
    expect(stage.chat.membership.said).toMatchObject([
      { what: 'tell', to: 'alice', about: expect.stringContaining('That did not work') as string },
    ]);
    expect(stage.logged).toMatchObject([{ msg: 'click not answered', actionId: CONSENT_YES }]);
    expect(JSON.stringify(stage.logged)).toContain('10.0.0.7');
    expect(stage.chat.membership.consents).toHaveLength(1);
  });

  test('that takes long is announced, and done all the same', async () => {
    const stage = new Stage();
    stage.pause = () => Promise.resolve();
    let finish = (): void => undefined;
    const slow = new Promise<void>((resolve) => (finish = resolve));
    stage.chat.before = (call) => (call === 'add members' ? slow : undefined);
    const clicking = stage.click();
    while (stage.chat.membership.said.length === 0) await new Promise(setImmediate);
    expect(stage.chat.membership.said).toMatchObject([
      { what: 'tell', to: 'alice', about: expect.stringContaining('Working on it') as string },
    ]);
    finish();
    await clicking;
    expect(stage.room.members).toEqual(new Set(['alice', 'cust']));
  });

  test('of somebody whose account is disabled does nothing, and says why', async () => {
    const stage = new Stage();
    stage.chat.addUsers(user('alice', { enabled: false }));
    await stage.click();
    expect(stage.room.members).toEqual(new Set(['alice']));
    expect(stage.chat.membership.said).toMatchObject([{ what: 'tell', about: expect.stringContaining('active account') as string }]);
  });

  test('that OTOBO refuses leaves in the log what OTOBO said', async () => {
    const stage = new Stage();
    stage.chat.before = (call) => {
      if (call === 'question') throw new AppError('otobo_unreachable', {}, '/AgentAccess: HTTP 502');
    };
    await stage.click({ actionId: QUESTION_YES, value: 'some question' });
    expect(stage.logged).toMatchObject([
      {
        msg: 'click: what OTOBO said',
        requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        actionId: QUESTION_YES,
        code: 'otobo_unreachable',
        internal: '/AgentAccess: HTTP 502',
      },
    ]);
  });

  test('is at least in the log when even the settings cannot be read', async () => {
    const stage = new Stage();
    stage.settingsError = new Error('no settings');
    await stage.click();
    expect(JSON.stringify(stage.logged)).toContain('no settings');
    expect(stage.chat.writes).toEqual([]);
  });

  test("that cannot be done is told with cause and cure, in the person's own language", async () => {
    const stage = new Stage();
    stage.chat.addUsers(user('alice', { language: 'de' }));
    await stage.click({ actionId: QUESTION_YES, value: 'long gone' });
    await stage.click({ actionId: QUESTION_NO, value: 'long gone' });
    const sentence = expect.stringContaining('Diese Frage ist schon erledigt') as string;
    expect(stage.chat.membership.said).toMatchObject([1, 2].map(() => ({ what: 'tell', to: 'alice', about: sentence })));
    expect(stage.logged).toEqual([]);
  });
});

describe('a click under the number of a ticket that somebody has named', () => {
  /** Alice may read the ticket, cust may not. */
  class NamedStage extends Stage {
    constructor() {
      super();
      const helpdesk = new FakeHelpdesk(this.chat);
      this.chat.helpdesk = helpdesk;
      helpdesk.addTicket(TICKET);
      for (const login of ['alice', 'cust']) helpdesk.addAgent(login);
      helpdesk.allow('alice', TICKET.id, 'ro');
    }

    /** @returns what was told, and to whom */
    async show(username: string, value: string, more: Parameters<Stage['click']>[0] = {}): Promise<string[]> {
      await this.click({ actionId: SHOW_TICKET, value, user: { id: `id-${username}`, username }, ...more });
      return this.chat.membership.said.map(({ to, about }) => `${to}: ${about}`);
    }
  }

  test('shows the ticket to who may read it, in their language and where the button stands', async () => {
    const stage = new NamedStage();
    stage.chat.addUsers(user('alice', { language: 'de' }));
    const told = await stage.show('alice', TICKET.number, { message: { id: 'm', threadId: 'thread' } });
    expect(told).toEqual([expect.stringMatching(new RegExp(`^alice: Ticket#${TICKET.number} .*burning\\n(.|\\n)*Besitzer: alice`))]);
    expect(stage.chat.membership.said[0]?.place).toEqual({ roomId: stage.room.id, threadId: 'thread' });
    expect(stage.chat.writes).toEqual(['say tell']);
  });

  test('says the same to who may not as of a ticket that is not there', async () => {
    const [hidden, missing] = [new NamedStage(), new NamedStage()];
    const told = await hidden.show('cust', TICKET.number);
    expect(told).toEqual([expect.stringMatching(/^cust: /)]);
    expect(told.join()).not.toContain('burning');
    await expect(missing.show('cust', '404')).resolves.toEqual(told);
  });

  test.each([
    ['is no number', '*', {}],
    ['is an address', 'https://evil.example/otobo/index.pl?Action=AgentTicketZoom;TicketID=2', {}],
    ['stands in no room', TICKET.number, { room: undefined }],
  ])('does nothing where what it names %s', async (_what, value, more) => {
    await expect(new NamedStage().show('alice', value, more)).resolves.toEqual([]);
  });
});
