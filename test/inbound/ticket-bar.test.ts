import type {
  IUIKitActionButtonIncomingInteraction,
  IUIKitBlockIncomingInteraction,
  IUIKitViewCloseIncomingInteraction,
  IUIKitViewSubmitIncomingInteraction,
} from '@rocket.chat/apps-engine/definition/uikit/UIKitIncomingInteractionTypes';
import { FORM_LOOK_AGAIN, inputOf } from '../../src/domain/form';
import { QUESTION_YES } from '../../src/domain/question';
import {
  CLOSE_TICKET,
  LINK_ROOM,
  MAKE_TRANSCRIPT,
  NEW_TICKET,
  OPEN_BAR,
  REFRESH_BAR,
  SET_STATE,
  TAKE_TICKET,
  WRITE_ARTICLE,
} from '../../src/domain/ticket-action';
import type { RequestAccessors, Wiring } from '../../src/inbound/api/endpoint';
import { blockClicked } from '../../src/inbound/ui/clicks';
import { MENU_BUTTONS, menuButtonClicked } from '../../src/inbound/ui/menu-buttons';
import { viewClosed, viewSubmitted } from '../../src/inbound/ui/submissions';
import { SETTINGS } from '../../src/settings/declaration';
import { readSettings } from '../../src/settings/snapshot';
import type { BarContent, Time, View } from '../../src/usecases/ports';
import { TICKET, user } from '../domain/chat';
import { FakeChat, type FakeRoom } from '../usecases/fake-chat';
import { FakeHelpdesk } from '../usecases/fake-helpdesk';

const DAY = 24 * 60 * 60_000;

/** alice may do everything with the ticket of `TICKET`, whose room is `room`; bob may see nothing of it; `other` is no ticket's room. */
class Stage {
  readonly chat = new FakeChat();
  readonly helpdesk = new FakeHelpdesk(this.chat);
  readonly room: FakeRoom;
  readonly other: FakeRoom;
  readonly logged: unknown[] = [];
  values: Record<string, unknown> = {};
  /** Nothing here is slow, unless a test says so. */
  pause: Time['pause'] = async (_ms, until) => {
    await until?.catch(() => undefined);
  };

  constructor() {
    this.chat.addUsers(user('alice'), user('bob'));
    this.chat.helpdesk = this.helpdesk;
    for (const name of ['alice', 'bob']) this.helpdesk.addAgent(name);
    this.helpdesk.addTicket(TICKET);
    this.helpdesk.allow('alice', TICKET.id, 'rw', 'ro', 'note', 'owner');
    this.room = this.chat.addRoom('printers', user('alice'));
    this.other = this.chat.addRoom('coffee', user('alice'));
    const { id: roomId, slug } = this.room;
    this.chat.links.push({ ticketId: TICKET.id, ticketNumber: TICKET.number, roomId, origin: 'linked', slug, cardId: 'none' });
  }

  menu(more: Record<string, unknown> = {}): Promise<void> {
    const click = { actionId: OPEN_BAR, user: { id: 'id-alice' }, room: { id: this.room.id }, triggerId: 't', ...more };
    return menuButtonClicked(click as unknown as IUIKitActionButtonIncomingInteraction, this.accessors(), this.wiring()); // as: the rest is not looked at
  }

  /** Clicks a button of the bar; clients do not say which room that is beside. */
  click(actionId: string, value = this.bar().viewId, userId = 'id-alice'): Promise<void> {
    const click = { actionId, value, user: { id: userId }, triggerId: 't2' };
    return blockClicked(click as unknown as IUIKitBlockIncomingInteraction, this.accessors(), this.wiring()); // as: the rest is not looked at
  }

  submit(ticket: string): ReturnType<typeof viewSubmitted> {
    const id = this.last().viewId;
    const submission = { view: { id, state: { any: { [inputOf('ticket')]: ticket } } }, user: { id: 'id-alice' } };
    return viewSubmitted(submission as unknown as IUIKitViewSubmitIncomingInteraction, this.accessors(), this.wiring()); // as: the rest is not looked at
  }

  close(userId = 'id-alice'): Promise<void> {
    const closing = { view: { id: this.bar().viewId }, user: { id: userId } };
    return viewClosed(closing as unknown as IUIKitViewCloseIncomingInteraction, this.accessors(), this.wiring()); // as: the rest is not looked at
  }

  last(): { readonly how: string; readonly viewId: string; readonly view: View } {
    const last = this.chat.installation.dialogs.at(-1);
    if (!last) throw new Error('Nothing was opened.');
    return last;
  }

  /** The bar as it was shown last. */
  bar(): { readonly how: string; readonly viewId: string; readonly content: BarContent } {
    const bars = this.chat.installation.dialogs.flatMap(({ how, viewId, view }) =>
      view.type === 'TicketBar' ? [{ how, viewId, content: view.content }] : [],
    );
    const last = bars.at(-1);
    if (!last) throw new Error('No bar was opened.');
    return last;
  }

  told(): string[] {
    return this.chat.membership.said.filter(({ what }) => what === 'tell').map(({ about }) => about);
  }

  private accessors(): RequestAccessors {
    const log = (entry: unknown): void => void this.logged.push(entry);
    return { log: { error: log, warn: log } } as unknown as RequestAccessors; // as: only the log is used
  }

  private wiring(): Pick<Wiring, 'settings' | 'ports'> {
    const values: Record<string, unknown> = { otobo_url: 'https://help.example/otobo/nph-genericinterface.pl', ...this.values };
    return {
      settings: () =>
        readSettings((id) => Promise.resolve(id in values ? values[id] : SETTINGS.find((setting) => setting.id === id)?.initial)),
      ports: () => ({ ...this.chat.ports(), time: { now: () => this.chat.now, pause: this.pause } }),
    } as unknown as Pick<Wiring, 'settings' | 'ports'>; // as: the fake's ports look at no settings
  }
}

let stage: Stage;
beforeEach(() => (stage = new Stage()));
afterEach(() => expect(stage.logged).toEqual([]));

describe('entries in menus', () => {
  test('have names of their own', () => {
    const ids = MENU_BUTTONS.map(({ entry }) => entry.actionId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('about tickets are in all rooms but conversations with visitors', () => {
    const { when } = MENU_BUTTONS.find(({ entry }) => entry.actionId === OPEN_BAR)?.entry ?? {};
    expect([...(when?.roomTypes ?? [])].sort()).toEqual([
      'direct',
      'direct_multiple',
      'private_channel',
      'private_discussion',
      'private_team',
      'public_channel',
      'public_discussion',
      'public_team',
    ]);
  });

  test.each([
    ["somebody else's entry", { actionId: 'constructor' }],
    ['an entry outside any room', { room: undefined }],
    ['an entry of somebody who is gone', { user: { id: 'id-gone' } }],
  ])('do nothing on a click on %s', async (_what, more) => {
    await stage.menu(more);
    expect([stage.chat.writes, stage.told()]).toEqual([[], []]);
  });

  test('say why nothing opens while the app is paused, or for an account that is disabled', async () => {
    stage.values = { paused: true };
    await stage.menu();
    stage.values = {};
    stage.chat.addUsers(user('alice', { enabled: false }));
    await stage.menu();
    expect(stage.told()).toEqual([expect.stringContaining('paused'), expect.stringContaining('active account')]);
    expect(stage.chat.installation.dialogs).toEqual([]);
  });
});

describe('the bar about a ticket', () => {
  test('opens with the ticket, its newest articles and its people', async () => {
    await stage.menu();
    expect(stage.bar().content).toMatchObject({
      type: 'ticket',
      ticket: { number: TICKET.number, title: TICKET.title, url: 'https://help.example/otobo/index.pl?Action=AgentTicketZoom;TicketID=2' },
      people: { ticketNumber: TICKET.number, inside: ['alice'] },
    });
    expect(stage.chat.records.questions).toMatchObject([
      { id: stage.bar().viewId, userId: 'id-alice', roomId: stage.room.id, about: { type: 'LookAt' } },
    ]);
  });

  test('says to who may not see the ticket what `/otobo show` says, and nothing of the ticket', async () => {
    await stage.menu({ user: { id: 'id-bob' } });
    expect(stage.bar().content).toMatchObject({ type: 'refusal', error: { code: 'ticket_hidden' } });
    expect(JSON.stringify(stage.bar().content)).not.toContain(TICKET.title);
  });

  test('says so where the room is no ticket’s', async () => {
    await stage.menu({ room: { id: stage.other.id } });
    expect(stage.bar().content).toEqual({ type: 'no_ticket' });
  });

  test('opens although OTOBO is silent, and is filled when it is asked again', async () => {
    const { pause } = stage;
    stage.pause = () => Promise.resolve();
    let speak = (): void => undefined;
    const silence = new Promise<void>((resolve) => (speak = resolve));
    stage.chat.before = (call) => (call.startsWith('otobo') ? silence : undefined);
    await stage.menu();
    expect(stage.bar()).toMatchObject({ how: 'open', content: { type: 'silence' } });
    stage.pause = pause;
    speak();
    await stage.click(REFRESH_BAR);
    expect(stage.bar()).toMatchObject({ how: 'update', content: { type: 'ticket' } });
  });

  test('shows the ticket although its people are not found in time', async () => {
    let asked = (): void => undefined;
    const looking = new Promise<void>((resolve) => (asked = resolve));
    stage.chat.before = (call) => {
      if (call !== 'otobo people') return undefined;
      asked();
      return new Promise(() => undefined);
    };
    stage.pause = async (_ms, until) => {
      await Promise.race([until?.catch(() => undefined), looking]);
    };
    await stage.menu();
    const { content } = stage.bar();
    expect(content).toMatchObject({ type: 'ticket', ticket: { number: TICKET.number } });
    expect(content).not.toHaveProperty('people');
  });

  test('says what is wrong while OTOBO cannot be reached, and can be asked again', async () => {
    stage.helpdesk.away = true;
    await stage.menu();
    expect(stage.bar().content).toMatchObject({ type: 'refusal', error: { code: 'otobo_unreachable' } });
    stage.helpdesk.away = false;
    await stage.click(REFRESH_BAR);
    expect(stage.bar().content).toMatchObject({ type: 'ticket' });
  });

  test('shows no more when somebody lost the right to see the ticket meanwhile', async () => {
    await stage.menu();
    stage.helpdesk.allow('alice', TICKET.id);
    // What OTOBO granted is believed for a minute.
    stage.chat.records.granted.clear();
    await stage.click(REFRESH_BAR);
    expect(stage.bar()).toMatchObject({ how: 'update', content: { type: 'refusal', error: { code: 'ticket_hidden' } } });
  });

  test('has to be opened again after a day, or by whoever did not open it', async () => {
    await stage.menu();
    await stage.click(REFRESH_BAR, stage.bar().viewId, 'id-bob');
    expect(stage.bar().content).toMatchObject({ type: 'refusal', error: { code: 'view_outdated' } });
    stage.chat.now += DAY;
    await stage.click(REFRESH_BAR);
    expect(stage.bar().content).toMatchObject({ type: 'refusal', error: { code: 'view_outdated' } });
  });

  test.each([
    [WRITE_ARTICLE, 'Write'],
    [SET_STATE, 'State'],
    [MAKE_TRANSCRIPT, 'Transcript'],
  ])('opens by %s the dialog for the room that it is about', async (actionId, type) => {
    await stage.menu();
    await stage.click(actionId);
    expect(stage.last().view.type).toBe(type);
    expect(stage.chat.records.questions.at(-1)).toMatchObject({ roomId: stage.room.id });
  });

  test.each([TAKE_TICKET, WRITE_ARTICLE, SET_STATE, CLOSE_TICKET, MAKE_TRANSCRIPT, LINK_ROOM, NEW_TICKET, FORM_LOOK_AGAIN])(
    'says on %s in a direct message that it is too old, once its record is gone',
    async (actionId) => {
      await stage.menu();
      stage.chat.records.questions = [];
      const before = stage.chat.writes.length;
      await stage.click(actionId);
      expect(stage.chat.membership.said).toMatchObject([
        { what: 'write', to: 'alice', about: expect.stringContaining('open for too long') as string },
      ]);
      expect(stage.chat.writes.slice(before)).toEqual(['say write']);
      expect(stage.chat.installation.dialogs).toHaveLength(1);
    },
  );

  test('says the same to who has not opened it, and does nothing', async () => {
    await stage.menu();
    stage.helpdesk.allow('bob', TICKET.id, 'rw');
    const before = stage.chat.writes.length;
    await stage.click(TAKE_TICKET, stage.bar().viewId, 'id-bob');
    expect(stage.chat.membership.said).toMatchObject([
      { what: 'write', to: 'bob', about: expect.stringContaining('open for too long') as string },
    ]);
    expect(stage.chat.writes.slice(before)).toEqual(['say write']);
  });

  test('stays as it is when somebody answers it like a question', async () => {
    await stage.menu();
    await stage.click(QUESTION_YES);
    expect(stage.chat.records.questions).toMatchObject([{ about: { type: 'LookAt' } }]);
  });

  test('leaves nothing behind when it is closed by who opened it', async () => {
    await stage.menu();
    await stage.close('id-bob');
    expect(stage.chat.records.questions).toHaveLength(1);
    await stage.close();
    expect(stage.chat.records.questions).toEqual([]);
  });
});

describe('the form that links a room', () => {
  beforeEach(async () => {
    stage.chat.links = [];
    await stage.menu({ room: { id: stage.other.id } });
    await stage.click(LINK_ROOM);
  });

  test.each([
    ['a number', TICKET.number],
    ['a number as OTOBO writes it', ` Ticket#${TICKET.number} `],
    ['a link', 'https://help.example/otobo/index.pl?Action=AgentTicketZoom;TicketID=2'],
  ])('links it to the ticket that is named by %s, and says so', async (_what, typed) => {
    await expect(stage.submit(typed)).resolves.toBeUndefined();
    expect(stage.chat.links).toMatchObject([{ ticketId: TICKET.id, roomId: stage.other.id, origin: 'linked' }]);
    expect(stage.told()).toEqual([expect.stringContaining(`This room is linked to Ticket#${TICKET.number} now.`)]);
  });

  test.each([
    ['nothing', '', 'Give the number of the ticket'],
    ['no ticket', 'the burning one', '"the burning one" is no ticket'],
    ['a link to somewhere else', 'https://evil.example/otobo/index.pl?TicketID=2', 'does not lead to the OTOBO of this workspace'],
    ['a number that nobody has', '4711', 'OTOBO has no such ticket'],
  ])('stays open and says at the field what is wrong with %s', async (_what, typed, sentence) => {
    await expect(stage.submit(typed)).resolves.toEqual({ [inputOf('ticket')]: expect.stringContaining(sentence) as string });
    expect([stage.chat.links, stage.told()]).toEqual([[], []]);
    await stage.submit(TICKET.number);
    expect(stage.chat.links).toHaveLength(1);
  });

  test('says at the field that the ticket has another room', async () => {
    const { id: roomId, slug } = stage.room;
    stage.chat.links.push({ ticketId: TICKET.id, ticketNumber: TICKET.number, roomId, origin: 'linked', slug, cardId: 'none' });
    expect(Object.keys((await stage.submit(TICKET.number)) ?? {})).toEqual([inputOf('ticket')]);
  });

  test('asks once more in a room that everybody can read', async () => {
    stage.other.type = 'public';
    await expect(stage.submit(TICKET.number)).resolves.toBeUndefined();
    expect(stage.chat.links).toEqual([]);
    expect(stage.chat.membership.said.at(-1)?.buttons?.map(({ label }) => label)).toEqual(['Link it', 'Cancel']);
  });
});

test('the form that links a room opens for nobody who is not in it', async () => {
  stage.helpdesk.allow('bob', TICKET.id, 'rw');
  await stage.menu({ user: { id: 'id-bob' }, room: { id: stage.other.id } });
  await stage.click(LINK_ROOM, stage.bar().viewId, 'id-bob');
  expect(stage.last().view.type).toBe('TicketBar');
  expect(stage.told()).toEqual([expect.stringContaining('members')]);
});
