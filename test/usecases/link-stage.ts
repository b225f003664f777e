import type fc from 'fast-check';
import { AppError, type ErrorCode } from '../../src/domain/errors';
import type { ChatRules } from '../../src/usecases/chat-rules';
import { linkRoom } from '../../src/usecases/link-room';
import { openRoom } from '../../src/usecases/open-room';
import type { Ports } from '../../src/usecases/ports';
import { recognition, TICKET, user } from '../domain/chat';
import { Crash, FakeChat, type FakeRoom } from './fake-chat';
import { FakeHelpdesk } from './fake-helpdesk';
import { ALICE, POLICY, request } from './requests';

export const OTHER = { ...TICKET, id: '3', number: '2026112310000020', title: 'Printer 2 is burning' };
export const RULES: ChatRules = { policy: POLICY, rights: { recognition: recognition('both'), agentRoles: [], adminRoles: [] } };

/** Two tickets, two rooms, and alice, who may link all of them and is in both rooms. */
export class LinkStage {
  readonly chat = new FakeChat();
  readonly helpdesk = new FakeHelpdesk(this.chat);
  readonly blue: FakeRoom;
  readonly red: FakeRoom;

  constructor(scheduler?: fc.Scheduler) {
    this.chat.helpdesk = this.helpdesk;
    this.chat.addUsers(user('alice'), user('bob'));
    this.helpdesk.addAgent('alice');
    for (const ticket of [TICKET, OTHER]) {
      this.helpdesk.addTicket(ticket);
      this.helpdesk.allow('alice', ticket.id, 'rw');
    }
    [this.blue, this.red] = ['blue', 'red'].map((slug) => this.chat.addRoom(slug, user('alice'))) as [FakeRoom, FakeRoom]; // as: two of two
    for (const room of [this.blue, this.red]) this.chat.say(room);
    if (scheduler) this.chat.before = (call) => scheduler.schedule(Promise.resolve(), call);
  }

  link(ticket: { readonly id: string }, room: FakeRoom, ports: Ports = this.chat.ports()): Promise<string> {
    const linking = linkRoom({ sender: user('alice'), place: { roomId: room.id }, ticketId: ticket.id, confirmed: false }, RULES, ports);
    return linking.then(({ type }) => type, failure);
  }

  open(ports: Ports = this.chat.ports()): Promise<string> {
    return openRoom(request([ALICE]), POLICY, ports).then(({ result }) => result, failure);
  }

  /** Ids of the rooms that were opened for a ticket. */
  opened(): string[] {
    return [...this.chat.rooms.values()].flatMap(({ id, mark }) => (mark ? [id] : []));
  }

  /** Rooms that were opened and have no record, while another room is linked to their ticket. */
  besideLinked(): string[] {
    const { links } = this.chat;
    return links.some(({ ticketId, origin }) => ticketId === TICKET.id && origin === 'linked') ? this.opened() : [];
  }

  /** Each ticket has at most one room that is known to be its own, and each room one ticket; nothing is left over that is in use. */
  expectConsistent(): void {
    const { links } = this.chat;
    expect(new Set(links.map(({ ticketId }) => ticketId)).size).toBe(links.length);
    expect(new Set(links.map(({ roomId }) => roomId)).size).toBe(links.length);
    const opened = this.opened();
    expect(opened.length).toBeLessThanOrEqual(1);
    const beside = this.besideLinked();
    // Who gave up opening leaves a room without a record, for whoever comes next.
    const ofTicket = links.filter(({ ticketId }) => ticketId === TICKET.id).map(({ roomId }) => roomId);
    for (const id of opened) if (!beside.includes(id)) expect([[], [id]]).toContainEqual(ofTicket);
    for (const id of beside) expect(this.chat.rooms.get(id)?.messages).toEqual(new Map());
    expect(this.chat.records.claims).toEqual([]);
    for (const room of [this.blue, this.red]) {
      expect(this.chat.cardsIn(room)).toEqual(links.filter(({ roomId }) => roomId === room.id).map(({ cardId }) => cardId));
      expect(room.members).toEqual(new Set(['alice']));
    }
  }
}

function failure(error: unknown): ErrorCode | 'crash' {
  if (error instanceof Crash) return 'crash';
  if (error instanceof AppError) return error.code;
  throw error;
}
