import { Clock } from '../../playground/clock';
import { type Otobo, startOtobo } from '../../playground/otobo';
import type { Ticket } from '../../playground/otobo/records';
import { addSampleTickets } from '../../playground/otobo/samples';
import type { RocketChatOptions } from '../../playground/rocketchat/host';
import type { RoomDocument } from '../../playground/rocketchat/workspace/documents';
import { type Told, type } from './commands';
import { type AppUnderTest, cardsIn, startApp } from './otobo-app';

const SETTINGS = { otobo_webservice: 'RocketChat', otobo_login: 'rcapi', otobo_password: 'rcapi-pw' };

/** Tickets in OTOBO and rooms in the chat that have nothing to do with each other yet. erin has an account here and none in OTOBO. */
export class LinkWorld {
  private rooms = 0;

  private constructor(
    readonly app: AppUnderTest,
    readonly otobo: Otobo,
  ) {}

  static async start(options: RocketChatOptions = {}): Promise<LinkWorld> {
    const clock = new Clock();
    const otobo = await startOtobo({ clock });
    addSampleTickets(otobo);
    const app = await startApp({ clock, ...options });
    for (const username of ['alice', 'bob', 'carol', 'dave', 'erin']) {
      app.workspace.addUser({ username, name: username, emails: [{ address: `${username}@helpdesk.test`, verified: true }] });
    }
    await app.workspace.idle();
    const world = new LinkWorld(app, otobo);
    await world.connect();
    return world;
  }

  /** Enters what the app has to know of OTOBO. */
  async connect(): Promise<void> {
    for (const [id, value] of Object.entries({ ...SETTINGS, otobo_url: this.otobo.webServiceUrl }))
      await this.app.rocketChat.setAppSetting(id, value);
  }

  async stop(): Promise<void> {
    await Promise.all([this.app.rocketChat.stop(), this.otobo.stop()]);
  }

  /** A ticket that no other test has. */
  ticket(queue = 'Support'): Ticket {
    const { helpdesk } = this.otobo;
    const by = helpdesk.agent('alice');
    const ticket = helpdesk.createTicket({
      title: 'Printer 1 is burning',
      queue,
      state: 'open',
      priority: '3 normal',
      owner: 'alice',
      responsible: 'bob',
      by,
    });
    helpdesk.takeEvents();
    return ticket;
  }

  /** A private room of alice and others, in which somebody has said something. */
  async room(members: string[] = ['bob']): Promise<RoomDocument> {
    this.rooms += 1;
    const room = await this.app.workspace.createPrivateGroup('alice', { name: `team-${this.rooms}`, members });
    await this.app.workspace.sendMessage('alice', room._id, 'It burns.');
    return room;
  }

  async channel(): Promise<RoomDocument> {
    this.rooms += 1;
    return this.app.workspace.createChannel('alice', { name: `channel-${this.rooms}` });
  }

  type(username: string, text: string, { _id: roomId }: Pick<RoomDocument, '_id'>, threadId?: string): Promise<Told[]> {
    return type(this.app, username, text, { roomId, ...(threadId !== undefined && { threadId }) });
  }

  async said(username: string, text: string, room: Pick<RoomDocument, '_id'>): Promise<string> {
    const told = await this.type(username, text, room);
    return told.map((one) => one.text).join('\n');
  }

  /** Clicks a button of the newest message that somebody was shown, or of the n-th before it. @returns what they were told then */
  async click(username: string, label: string, by = username, back = 0): Promise<string> {
    const { ephemeral } = this.app.workspace;
    const shown = ephemeral.filter((notice) => notice.username === username && notice.message.blocks !== undefined).at(-1 - back);
    const button = shown && buttonsOf(shown.message.blocks).find(({ text }) => text.text === label);
    if (!shown || !button) throw new Error(`${username} sees no button "${label}".`);
    const { length } = ephemeral;
    const { _id: id, rid: roomId } = shown.message;
    await this.app.rocketChat.clickAction({
      username: by,
      actionId: button.actionId,
      blockId: button.blockId,
      value: button.value,
      ephemeral: { id, roomId },
    });
    const told = ephemeral.slice(length).filter((notice) => notice.username === by);
    return told.map(({ message }) => message.msg).join('\n');
  }

  /** What OTOBO shows of the ticket's room. */
  roomInOtobo({ id }: Ticket): { readonly id: unknown; readonly url: unknown } {
    const { dynamicFields } = this.otobo.helpdesk.ticket(id);
    const shown = (name: string): unknown => {
      const value = dynamicFields.get(name);
      return value === '' || value === null ? undefined : value;
    };
    return { id: shown('RocketChatRoomID'), url: shown('RocketChatURL') };
  }

  cards(room: Pick<RoomDocument, '_id'>): number {
    return cardsIn(this.app, room).length;
  }

  /** The room as it is, without what talking changes: nothing of this may change in a room that is linked. */
  inner({ _id }: Pick<RoomDocument, '_id'>): unknown {
    const room = Object.entries(this.app.workspace.room(_id) ?? {}).filter(([field]) => !['msgs', 'lm', '_updatedAt'].includes(field));
    return { room, members: this.app.workspace.members(_id) };
  }

  /** Index records and claims. */
  reservations(): unknown[] {
    return this.app.workspace
      .persistenceRecords(this.app.rocketChat.app().id)
      .filter(({ associations }) => associations?.some(({ id }) => id === 'links'))
      .map(({ data }) => data);
  }
}

interface ButtonElement {
  readonly actionId: string;
  readonly blockId: string;
  readonly value: string;
  readonly text: { readonly text: string };
}

function buttonsOf(blocks: unknown): readonly ButtonElement[] {
  // as: the app's own blocks, as the host has stored them
  return (blocks as readonly { readonly elements?: readonly ButtonElement[] }[]).flatMap(({ elements = [] }) => elements);
}

/** One for the tests of a `describe`. */
export function withLinkWorld(options: RocketChatOptions = {}): () => LinkWorld {
  let world: LinkWorld | undefined;
  beforeAll(async () => {
    world = await LinkWorld.start(options);
  }, 60_000);
  afterAll(() => world?.stop());
  return () => {
    if (!world) throw new Error('It did not start.');
    return world;
  };
}
