import type { Ticket } from '../../src/domain/ticket';
import type { EventOutcome } from '../../src/usecases/answers';
import { ticketById, type TicketReference } from '../../src/usecases/complete-ticket';
import { openRoom } from '../../src/usecases/open-room';
import { type EventRules, followEvent } from '../../src/usecases/ticket-event';
import { decodeOpenRules } from '../../src/domain/open-rules';
import { TICKET, user } from '../domain/chat';
import { FakeChat, type FakeRoom } from './fake-chat';
import { FakeHelpdesk } from './fake-helpdesk';
import { ALICE, BOB, POLICY, request } from './requests';

export const MERGED: Ticket = TICKET;
export const SURVIVOR: Ticket = { ...TICKET, id: '9', number: '2026112310000099', title: 'All printers are burning', owner: 'bob' };

/** OTOBO with two tickets of Alice's and Bob's, and a chat connected to it. */
export class MergeWorld {
  readonly chat = new FakeChat();
  readonly helpdesk = new FakeHelpdesk(this.chat);
  readonly alice = user('alice');
  readonly bob = user('bob');
  rules: EventRules = { policy: POLICY, opening: { rules: [], cap: 20 }, publicUrl: 'https://help.test/otobo' };

  constructor() {
    this.chat.helpdesk = this.helpdesk;
    this.chat.addUsers(this.alice, this.bob, user('carol'));
    for (const ticket of [MERGED, SURVIVOR]) this.helpdesk.addTicket(ticket);
    this.helpdesk.people = { people: [ALICE, BOB], peopleComplete: true, systemAddresses: [] };
  }

  openBy(rules: string, cap = 20): void {
    this.rules = { ...this.rules, opening: { rules: decodeOpenRules(rules).rules, cap } };
  }

  /** Opens the room of a ticket, as some time ago. */
  async opened(ticket: Ticket): Promise<FakeRoom> {
    await openRoom(request([ALICE, BOB], { ticket }), POLICY, this.chat.ports());
    this.chat.now += 120_000;
    return this.roomOf(ticket);
  }

  /** A room that was there before, linked by hand. */
  linked(ticket: Ticket, name = 'printers'): FakeRoom {
    const room = this.chat.addRoom(name, this.alice);
    const cardId = 'linked-card';
    room.messages.set(cardId, { ticket, guarded: true, missing: [], linkedBy: 'alice' });
    this.chat.links.push({ ticketId: ticket.id, ticketNumber: ticket.number, roomId: room.id, origin: 'linked', slug: name, cardId });
    return room;
  }

  /** The room to which the ticket's one record leads. */
  roomOf({ id }: Ticket): FakeRoom {
    const links = this.chat.links.filter(({ ticketId }) => ticketId === id);
    const room = this.chat.rooms.get(links[0]?.roomId ?? '');
    if (!room || links.length !== 1) throw new Error(`The ticket ${id} has ${links.length} records.`);
    return room;
  }

  /** What OTOBO does when somebody merges the tickets. */
  merge(): void {
    const merged = this.helpdesk.ticket(MERGED.id);
    merged.ticket.state = 'merged';
    merged.stateType = 'merged';
  }

  follow(event: string | undefined, ticketId: string, more: Partial<TicketReference> = {}, dyingAfter = Infinity): Promise<EventOutcome> {
    return followEvent(
      { ...ticketById(ticketId), ...(event !== undefined && { event }), ...more },
      this.rules,
      this.chat.ports(dyingAfter),
    );
  }

  followMerge(more: Partial<TicketReference> = {}, dyingAfter = Infinity): Promise<EventOutcome> {
    return this.follow('TicketMerge', MERGED.id, { mergedInto: SURVIVOR.id, ...more }, dyingAfter);
  }

  /** What the app posted into a room besides its card. */
  posted({ id }: FakeRoom): string[] {
    return this.chat.membership.said.flatMap(({ what, to, about }) => (what === 'post' && to === id ? [about] : []));
  }
}
