import type { ClosePolicy, Closing } from '../../src/domain/closing';
import type { ChatUser } from '../../src/domain/member';
import type { Person } from '../../src/domain/person';
import type { Ticket } from '../../src/domain/ticket';
import type { RoomOutcome } from '../../src/usecases/answers';
import { carryOnClosings, type ClosingStep } from '../../src/usecases/carry-on-closings';
import { closeRoom } from '../../src/usecases/close-room';
import { openRoom } from '../../src/usecases/open-room';
import type { Ports } from '../../src/usecases/ports';
import { syncRoom } from '../../src/usecases/sync-room';
import type { Policy } from '../../src/usecases/ticket-request';
import type { TranscriptProgress } from '../../src/usecases/transcribe-room';
import { recognition, TICKET, user } from '../domain/chat';
import { FakeChat, type FakeRoom } from './fake-chat';
import { FakeHelpdesk } from './fake-helpdesk';
import { ALICE, BOB, POLICY, request } from './requests';
import { TRANSCRIPT_RULES } from './transcript-world';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const RIGHTS = { recognition: recognition('both'), agentRoles: [], adminRoles: ['admin'] };
const CUSTOMER: Person = { type: 'Customer', login: 'cust1', email: 'cust1@corp.test', roles: ['Customer'] };
const RULES = { closeDelay: HOUR, transcript: TRANSCRIPT_RULES };

/** Writes what was said into the ticket in three steps; OTOBO has it when the third one says so. */
class FakeTranscript {
  /** What was said and is not in the ticket yet. */
  unwritten: string[] = [];
  /** What OTOBO has, article by article. */
  readonly articles: string[][] = [];
  refusal: (TranscriptProgress & { readonly state: 'refused' }) | undefined;
  away = false;
  private steps = 0;

  step(): TranscriptProgress {
    if (this.unwritten.length === 0) return { state: 'nothing_new' };
    if (this.refusal) return this.refusal;
    this.steps += 1;
    if (this.away || this.steps % 3 === 2) return { state: 'on_its_way' };
    if (this.steps % 3 === 1) return { state: 'under_way' };
    this.articles.push(this.unwritten);
    this.unwritten = [];
    return { state: 'acknowledged' };
  }
}

/** A ticket's room in which something was said, and everything that closes and opens it. */
export class ClosingStage {
  readonly chat = new FakeChat();
  readonly helpdesk = new FakeHelpdesk(this.chat);
  readonly transcript = new FakeTranscript();
  readonly policy: Policy;
  /** What was done to the room although OTOBO did not have everything that was said before. */
  readonly tooEarly: string[] = [];
  private ticket: Ticket = { ...TICKET, stateType: 'open', url: 'https://otobo.test/2' };

  constructor(policy: ClosePolicy, more: Partial<Policy> = {}) {
    this.policy = { ...POLICY, closing: { policy, deleteAfter: 30 * DAY }, closeDelay: HOUR, ...more };
    this.chat.helpdesk = this.helpdesk;
    this.chat.addUsers(...['alice', 'bob', 'cust1', 'dave'].map((name) => user(name)));
    this.helpdesk.addTicket(this.ticket);
    for (const login of ['alice', 'bob']) {
      this.helpdesk.addAgent(login);
      this.helpdesk.allow(login, TICKET.id, 'rw');
    }
    this.chat.before = (call) => {
      const takesAway = ['set read-only', 'remove members', 'delete closed room'].includes(call);
      if (takesAway && this.transcript.articles.length === 0) this.tooEarly.push(call);
      if (call === 'delete closed room' && this.transcript.unwritten.length > 0) this.tooEarly.push(call);
    };
  }

  get room(): FakeRoom {
    const [room] = this.chat.rooms.values();
    if (!room) throw new Error('There is no room.');
    return room;
  }

  get members(): string[] {
    return [...this.room.members].sort();
  }

  get closing(): Closing | undefined {
    return this.chat.closing.records[0];
  }

  /** What the room was told of its closing. */
  get said(): string[] {
    return this.chat.closing.said.map(({ what }) => what);
  }

  /** Opens the room with alice as its owner, bob and a customer; dave is invited by hand; and something is said. */
  async begin(): Promise<void> {
    await this.open();
    this.room.members.add('dave');
    this.say('hello');
  }

  say(text: string): void {
    this.chat.say(this.room);
    this.transcript.unwritten.push(text);
  }

  /** @param stateType what the ticket's state is from now on */
  sync(stateType?: string, ports: Ports = this.chat.ports()): Promise<RoomOutcome> {
    return syncRoom(this.request(stateType), this.policy, ports);
  }

  open(stateType?: string): Promise<RoomOutcome> {
    return openRoom(this.request(stateType), this.policy, this.chat.ports());
  }

  close(stateType?: string, more: { readonly dryRun?: boolean } = {}): Promise<RoomOutcome> {
    return closeRoom({ ...this.request(stateType), ...more }, this.policy, this.chat.ports());
  }

  /** One run of the job. */
  run(ports: Ports = this.chat.ports()): Promise<ClosingStep[]> {
    return carryOnClosings(RULES, () => Promise.resolve(this.transcript.step()), ports);
  }

  /** Lets time pass, with a run of the job in each of its minutes, or in ten of them where it is long. */
  async pass(ms: number): Promise<ClosingStep[]> {
    const step = Math.max(MINUTE, ms / 10);
    const steps: ClosingStep[] = [];
    for (let passed = 0; passed < ms; passed += step) {
      this.chat.now += step;
      steps.push(...(await this.run()));
    }
    return steps;
  }

  /** Closes the ticket, and lets the job do all there is to do to the room. */
  async closeUntilDone(): Promise<void> {
    await this.sync('closed');
    this.chat.now += HOUR;
    await this.pass(10 * MINUTE);
  }

  user(name: string): ChatUser {
    const found = this.chat.users.get(name);
    if (!found) throw new Error(`There is no user ${name}.`);
    return found;
  }

  private request(stateType: string | undefined): ReturnType<typeof request> {
    if (stateType !== undefined) this.ticket = { ...this.ticket, stateType };
    return request([ALICE, BOB, CUSTOMER], { ticket: this.ticket });
  }
}
