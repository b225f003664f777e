import type { Told } from '../../src/domain/told';
import { openRoom } from '../../src/usecases/open-room';
import { walkRooms, type WalkRules, type WalkRun } from '../../src/usecases/walk-rooms';
import { TICKET, user } from '../domain/chat';
import { FakeChat, type FakeRoom } from './fake-chat';
import { FakeHelpdesk } from './fake-helpdesk';
import { ALICE, BOB, POLICY, request } from './requests';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** Customers stay out, so that internal things may be said. */
export const RULES: WalkRules = {
  policy: { ...POLICY, customers: 'never' },
  kinds: ['pending', 'escalation', 'silence'],
  silenceAfter: 24 * HOUR,
  timeZone: 'UTC',
};

/** Rooms that follow their tickets, and the job that goes over them. */
export class WalkedChat {
  readonly chat = new FakeChat();
  readonly helpdesk = new FakeHelpdesk(this.chat);
  rules = RULES;

  constructor() {
    this.chat.helpdesk = this.helpdesk;
    this.chat.addUsers(user('alice'), user('bob'), user('carol'));
    for (const login of ['alice', 'bob', 'carol']) this.helpdesk.addAgent(login);
  }

  /** A ticket with its finished room, which is in step. */
  async addRoom(id = TICKET.id): Promise<FakeRoom> {
    const ticket = { ...TICKET, id, number: `20261123100000${id}` };
    this.helpdesk.addTicket(ticket);
    await openRoom(request([ALICE, BOB], { ticket }), this.rules.policy, this.chat.ports());
    const room = this.chat.roomNamed(`ticket-${ticket.number}`);
    if (!room) throw new Error('The room was not opened.');
    this.tell(id, { stateType: 'open' });
    return room;
  }

  /** The ticket is changed in OTOBO, and its room has heard of it. */
  tell(ticketId: string, fields: Partial<Told['fields']>): void {
    const { records } = this.chat;
    records.told = records.told.map((one) => (one.ticketId === ticketId ? { ...one, fields: { ...one.fields, ...fields } } : one));
    const { stateType, pendingUntil, ...others } = fields;
    const found = this.helpdesk.ticket(ticketId);
    Object.assign(found, { ...(stateType !== undefined && { stateType }), ...(pendingUntil !== undefined && { pendingUntil }) });
    Object.assign(found.ticket, others);
  }

  /** Lets time pass, a run of the job at its end. */
  async run(after = MINUTE, ports = this.chat.ports()): Promise<WalkRun> {
    this.chat.now += after;
    return walkRooms(this.rules, ports);
  }

  /** Runs once a minute; where it takes many hours, every ten minutes. */
  async runFor(ms: number): Promise<void> {
    const step = ms > 3 * HOUR ? 10 * MINUTE : MINUTE;
    for (let passed = 0; passed < ms; passed += step) await this.run(step);
  }
}
