import fc from 'fast-check';
import { AppError } from '../../src/domain/errors';
import { isOurMark } from '../../src/domain/mark';
import { suffixed } from '../../src/domain/observation';
import type { Person } from '../../src/domain/person';
import type { RoomOutcome } from '../../src/usecases/answers';
import { admitWaiting } from '../../src/usecases/admit-waiting';
import { openRoom } from '../../src/usecases/open-room';
import { syncRoom } from '../../src/usecases/sync-room';
import { type Policy, slugsFor } from '../../src/usecases/ticket-request';
import { TICKET, user } from '../domain/chat';
import { Crash, FakeChat, type FakeRoom } from './fake-chat';
import { request, SLUG } from './requests';

const MALLORY = user('mallory');
/** Somebody who never has a role in the ticket. */
export const GUEST = 'dave';

/** A ticket's room in a chat where people, other apps and accidents change things. */
export class RoomHistory {
  readonly chat = new FakeChat();
  /** Rooms that nothing leads to any more: they have neither an index record nor a name and a mark to be known by. */
  private readonly lost = new Set<FakeRoom>();

  constructor(
    readonly policy: Policy,
    specialCharacters: boolean,
  ) {
    this.chat.specialCharacters = specialCharacters;
    this.chat.addUsers(...['alice', 'bob', 'carol', GUEST].map((name) => user(name)));
  }

  sync(people: readonly Person[], ports = this.chat.ports()): Promise<RoomOutcome> {
    return syncRoom(request(people, { peopleComplete: true }), this.policy, ports);
  }

  /** The same while somebody who has died may seem to be telling the room something: then OTOBO is asked to try again. */
  async syncIfFree(people: readonly Person[]): Promise<void> {
    const { length } = this.chat.records.turns;
    try {
      await this.sync(people);
    } catch (error) {
      if (length === 0 || !(error instanceof AppError) || error.code !== 'busy') throw error;
    }
  }

  /** Somebody who may be waited for gets an account, if they have none. */
  async register(name: string): Promise<void> {
    this.chat.addUsers(user(name));
    await admitWaiting(user(name), this.policy, this.chat.ports());
  }

  open(people: readonly Person[], ports = this.chat.ports()): Promise<RoomOutcome> {
    return openRoom(request(people), this.policy, ports);
  }

  /** Opens or syncs with a process that dies after its n-th write, if it gets that far; where it dies, it may leave a room that nothing leads to. */
  async dying(what: 'open' | 'sync', people: readonly Person[], afterWrite: number): Promise<void> {
    try {
      await this[what](people, this.chat.ports(afterWrite));
    } catch (error) {
      if (!(error instanceof Crash) && !(error instanceof AppError && error.code === 'busy')) throw error;
      this.noteLostRooms();
    }
  }

  /** The rooms that the app has made for the ticket and that can be known as such. */
  ours(): FakeRoom[] {
    return [...this.chat.rooms.values()].filter((room) => room.creator !== MALLORY && !this.lost.has(room));
  }

  /** @param change something that may cut the last way to a room */
  meddle(change: (chat: FakeChat, ours: FakeRoom | undefined) => unknown): void {
    change(this.chat, this.ours()[0]);
    this.noteLostRooms();
  }

  private noteLostRooms(): void {
    for (const room of this.ours()) if (!this.leadsTo(room)) this.lost.add(room);
  }

  private leadsTo(room: FakeRoom): boolean {
    if (this.chat.links.some(({ roomId }) => roomId === room.id)) return true;
    return slugsFor(TICKET, this.policy).some(
      (slug) =>
        [slug, suffixed(slug, 1)].includes(room.slug) &&
        isOurMark(room.mark, { ticketId: TICKET.id, slug, creatorId: room.creator.id }, this.chat.keys),
    );
  }
}

type Command = fc.AsyncCommand<object, RoomHistory>;

const command = (name: string, run: (history: RoomHistory) => unknown): Command => ({
  check: () => true,
  run: async (_model, history) => {
    await run(history);
  },
  toString: () => name,
});

const meddling = (name: string, change: (chat: FakeChat, ours: FakeRoom | undefined) => unknown): fc.Arbitrary<Command> =>
  fc.constant(command(name, (history) => history.meddle(change)));

const anyCrew: fc.Arbitrary<Person[]> = fc
  .subarray(['alice', 'bob', 'carol', 'nobody'], { minLength: 1 })
  .map((names) => names.map((login, at): Person => ({ type: 'Agent', login, roles: [at === 0 ? 'Owner' : 'Involved'] })));

/** What may happen to a ticket's room, in the words of who would tell it. */
export const anyEvents = fc.commands<object, RoomHistory, false>(
  [
    anyCrew.map((people) => command(`open with ${people.map(({ login }) => login).join(', ')}`, (history) => history.open(people))),
    anyCrew.map((people) => command(`sync with ${people.map(({ login }) => login).join(', ')}`, (history) => history.syncIfFree(people))),
    fc
      .tuple(fc.constantFrom('open' as const, 'sync' as const), anyCrew, fc.integer({ min: 1, max: 6 }))
      .map(([what, people, n]) => command(`${what}, dying after write ${n}`, (history) => history.dying(what, people, n))),
    fc.constant(command('who was waited for gets an account', (history) => history.register('nobody'))),
    meddling('who was waited for is deleted', (chat) => {
      chat.users.delete('nobody');
      for (const { members } of chat.rooms.values()) members.delete('nobody');
    }),
    meddling('somebody in the room invites a guest', (_chat, ours) => ours?.members.add(GUEST)),
    meddling('rename the room', (chat, ours) => {
      if (ours) ours.slug = `renamed-${chat.rooms.size}`;
    }),
    meddling('delete the room', (chat, ours) => chat.rooms.delete(ours?.id ?? '')),
    meddling('wipe the mark', (_chat, ours) => {
      if (ours) ours.mark = undefined;
    }),
    meddling('delete the card', (chat, ours) => {
      for (const id of ours ? chat.cardsIn(ours) : []) ours?.messages.delete(id);
    }),
    meddling('write in the room', (chat, ours) => {
      if (ours) chat.say(ours);
    }),
    meddling('lose the index', (chat) => {
      chat.links = [];
    }),
    meddling('find the index record twice', (chat) => {
      chat.links.push(...chat.links.map((link) => ({ ...link })));
    }),
    meddling('leave an index record that leads nowhere', (chat) => {
      chat.links.push({
        ticketId: TICKET.id,
        ticketNumber: TICKET.number,
        roomId: 'gone',
        origin: 'created',
        slug: 'gone',
        cardId: 'gone',
      });
    }),
    // Where special characters are allowed, a display name that is the slug is refused, and any other makes the server suffix ours.
    ...['as it is', 'under another display name'].map((how) =>
      meddling(`a stranger takes the name ${how}`, (chat) => {
        if (!chat.roomNamed(SLUG)) chat.addRoom(SLUG, MALLORY, how === 'as it is' ? SLUG : 'Tickets');
      }),
    ),
    meddling('the stranger deletes the room', (chat) => {
      for (const room of chat.rooms.values()) if (room.creator === MALLORY) chat.rooms.delete(room.id);
    }),
    meddling('archive the room', (_chat, ours) => {
      if (ours) ours.archived = true;
    }),
    fc.integer({ min: 1, max: 120_000 }).map((ms) => command(`wait ${ms} ms`, ({ chat }) => void (chat.now += ms))),
  ],
  { maxCommands: 20, size: 'max' },
);
