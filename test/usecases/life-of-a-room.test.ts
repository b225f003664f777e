import fc from 'fast-check';
import { AppError } from '../../src/domain/errors';
import type { ChatMessage } from '../../src/domain/chat-message';
import type { Ticket } from '../../src/domain/ticket';
import { carryOnClosings } from '../../src/usecases/carry-on-closings';
import { deliverOutbox } from '../../src/usecases/deliver-outbox';
import { openRoom } from '../../src/usecases/open-room';
import type { Ports } from '../../src/usecases/ports';
import { syncRoom } from '../../src/usecases/sync-room';
import { transcribeRoom } from '../../src/usecases/transcribe-room';
import { recognition, TICKET, user } from '../domain/chat';
import { ALICE, BOB, NINE, said } from '../domain/said';
import { Crash, FakeChat, type FakeRoom } from './fake-chat';
import { FakeHelpdesk } from './fake-helpdesk';
import { ALICE as OWNER, BOB as RESPONSIBLE, POLICY, request } from './requests';
import { TRANSCRIPT_RULES } from './transcript-world';
import { RULES } from './writing-world';

const MINUTE = 60_000;
const RULE = { ...POLICY, recognition: recognition('both'), customers: 'never' as const, closeDelay: 10 * MINUTE };

/** Something that happens to a ticket, to its room, or on the way between them. */
type Happening =
  | { readonly type: 'change'; readonly state: 'open' | 'closed'; readonly title: number }
  /** Events come late, twice, out of order, or never; the process may die while it follows one. */
  | { readonly type: 'deliver'; readonly which: number; readonly keep: boolean; readonly dyingAfter: number }
  | { readonly type: 'lose' }
  | { readonly type: 'say' }
  | { readonly type: 'delete'; readonly which: number }
  | { readonly type: 'come' | 'go' }
  | { readonly type: 'outage'; readonly away: boolean }
  | { readonly type: 'jobs'; readonly minutes: number; readonly dyingAfter: number };

const dying = fc.oneof({ weight: 3, arbitrary: fc.constant(Infinity) }, fc.integer({ min: 1, max: 12 }));
const anyHappening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ type: fc.constant('change' as const), state: fc.constantFrom('open' as const, 'closed' as const), title: fc.nat(3) }),
  fc.record({ type: fc.constant('deliver' as const), which: fc.nat(3), keep: fc.boolean(), dyingAfter: dying }),
  fc.constant({ type: 'lose' as const }),
  fc.constant({ type: 'say' as const }),
  fc.record({ type: fc.constant('delete' as const), which: fc.nat(5) }),
  fc.constantFrom({ type: 'come' as const }, { type: 'go' as const }),
  fc.record({ type: fc.constant('outage' as const), away: fc.boolean() }),
  fc.record({ type: fc.constant('jobs' as const), minutes: fc.integer({ min: 1, max: 15 }), dyingAfter: dying }),
);

class Life {
  readonly chat = new FakeChat();
  private readonly helpdesk = new FakeHelpdesk(this.chat);
  private readonly events: Ticket[] = [];
  private said = 0;

  constructor() {
    this.chat.now = NINE;
    this.chat.helpdesk = this.helpdesk;
    this.chat.addUsers(user('alice'), user('bob'), user('dave'));
    this.helpdesk.addTicket({ ...TICKET, changedAt: NINE });
    for (const login of ['alice', 'bob']) this.helpdesk.addAgent(login);
  }

  get room(): FakeRoom {
    const [room] = this.chat.rooms.values();
    if (!room) throw new Error('There is no room.');
    return room;
  }

  get ticket(): Ticket {
    const { ticket, stateType } = this.helpdesk.ticket(TICKET.id);
    return { ...ticket, stateType };
  }

  get talk(): ChatMessage[] {
    return this.chat.said.get(this.room.id) ?? [];
  }

  /** What people said, as it stands in the ticket. */
  get written(): string[] {
    const bodies = this.helpdesk.ticket(TICKET.id).articles.map(({ body }) => body);
    return bodies.flatMap((body) => body.split('\n').flatMap((line) => /\| (word \d+)$/.exec(line)?.[1] ?? []));
  }

  async begin(): Promise<void> {
    await openRoom(request([OWNER, RESPONSIBLE], { ticket: this.ticket }), RULE, this.chat.ports());
    this.chat.said.set(this.room.id, []);
  }

  async happen(one: Happening): Promise<void> {
    this.chat.now += 1_000;
    switch (one.type) {
      case 'change': {
        this.change(one.state, `title ${one.title}`);
        return;
      }
      case 'deliver':
        return this.deliver(one);
      case 'lose':
        return void this.events.shift();
      case 'say': {
        this.say();
        return;
      }
      case 'delete': {
        this.delete(one.which);
        return;
      }
      case 'come':
        return void this.room.members.add('dave');
      case 'go':
        return void this.room.members.delete('dave');
      case 'outage':
        return void (this.helpdesk.away = one.away);
      case 'jobs':
        return this.jobs(one.minutes, one.dyingAfter);
    }
  }

  private change(stateType: 'open' | 'closed', title: string): void {
    const found = this.helpdesk.ticket(TICKET.id);
    Object.assign(found.ticket, { title, state: stateType === 'open' ? 'open' : 'closed successful', changedAt: this.chat.now });
    found.stateType = stateType;
    this.events.push(this.ticket);
  }

  private async deliver({ which, keep, dyingAfter }: Extract<Happening, { type: 'deliver' }>): Promise<void> {
    const at = Math.min(which, this.events.length - 1);
    const event = this.events[at];
    if (!event) return;
    if (!keep) this.events.splice(at, 1);
    await survive(syncRoom(request([OWNER, RESPONSIBLE], { ticket: event }), RULE, this.chat.ports(dyingAfter)));
  }

  private say(): void {
    // Into a locked room nobody can write.
    if (this.room.readOnly) return;
    this.said += 1;
    this.talk.push(said(`m${this.said}`, this.chat.now, { text: `word ${this.said}`, sender: this.said % 2 === 0 ? BOB : ALICE }));
  }

  private delete(which: number): void {
    const [gone] = this.talk.splice(Math.min(which, this.talk.length), 1);
    if (gone) this.chat.records.deletions.push({ roomId: this.room.id, messageId: gone.id, writtenAt: gone.at });
  }

  private async jobs(minutes: number, dyingAfter: number): Promise<void> {
    for (let minute = 0; minute < minutes; minute += 1) {
      this.chat.now += MINUTE;
      const ports = (): Ports => this.chat.ports(minute === 0 ? dyingAfter : Infinity);
      await survive(deliverOutbox(RULES, ports()));
      await survive(carryOnClosings({ closeDelay: RULE.closeDelay, transcript: TRANSCRIPT_RULES }, transcribeRoom, ports()));
    }
  }

  /** OTOBO is back, the jobs have had their time, and the room was compared with its ticket once. */
  async end(): Promise<void> {
    this.helpdesk.away = false;
    await this.jobs(300, Infinity);
    await syncRoom(request([OWNER, RESPONSIBLE], { ticket: this.ticket }), RULE, this.chat.ports());
    await this.jobs(120, Infinity);
    const order = { roomId: this.room.id, ticket: TICKET, visible: false, leaveOut: [] };
    for (let step = 0; step < 10; step += 1) {
      await transcribeRoom(order, TRANSCRIPT_RULES, this.chat.ports(), () => true);
      await this.jobs(3, Infinity);
    }
  }
}

/** The process may die, and others may be at the same ticket: OTOBO tells again, and jobs run again. */
async function survive(doing: Promise<unknown>): Promise<void> {
  await doing.catch((error: unknown) => {
    if (!(error instanceof Crash) && !(error instanceof AppError)) throw error;
  });
}

test('whatever happens to a ticket and its room, after one repair they agree, and what was said is in the ticket exactly once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyHappening, { maxLength: 25 }), async (happenings) => {
      const life = new Life();
      await life.begin();
      for (const one of happenings) await life.happen(one);
      await life.end();
      const { chat, ticket, room } = life;
      const closed = ticket.stateType === 'closed';
      expect(room.readOnly).toBe(closed);
      expect([...room.members].filter((name) => name !== 'dave').sort()).toEqual(['alice', 'bob']);
      if (!closed) expect(chat.records.told).toMatchObject([{ roomId: room.id, fields: { title: ticket.title, state: ticket.state } }]);
      const written = life.written;
      expect(new Set(written).size).toBe(written.length);
      for (const { text } of life.talk) expect(written).toContain(text);
      expect(chat.records.writes).toEqual([]);
    }),
    { numRuns: 300 },
  );
}, 120_000);
