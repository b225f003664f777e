import { TICKET } from '../domain/chat';
import { ALICE, BOB, NINE, said } from '../domain/said';
import type { ChatMessage } from '../../src/domain/chat-message';
import { carryOutWishes } from '../../src/usecases/carry-out-wishes';
import { deliverOutbox } from '../../src/usecases/deliver-outbox';
import { transcribeRoom, type TranscriptOrder, type TranscriptProgress, type TranscriptRules } from '../../src/usecases/transcribe-room';
import { RULES, WritingWorld } from './writing-world';

const MINUTE = 60_000;

export const TRANSCRIPT_RULES: TranscriptRules = {
  chat: RULES,
  off: { prefix: '(off)', reaction: ':mute:' },
  files: 'named',
  attachLimit: 2_000_000,
  timeZone: 'UTC',
};

/** A ticket's room in which people have talked, and OTOBO, which may be away. */
export class TranscriptWorld extends WritingWorld {
  rules = TRANSCRIPT_RULES;
  private made = 0;

  constructor() {
    super();
    this.chat.now = NINE;
    this.chat.said.set(this.place.roomId, []);
  }

  get room(): ChatMessage[] {
    return this.chat.said.get(this.place.roomId) ?? [];
  }

  /** Somebody says something, a minute after the one before. */
  say(text: string, more: Partial<ChatMessage> = {}): ChatMessage {
    this.made += 1;
    this.chat.now += MINUTE;
    const message = said(`m${this.made}`, this.chat.now, { text, sender: this.made % 2 === 0 ? BOB : ALICE, ...more });
    this.room.push(message);
    this.chat.now = Math.max(this.chat.now, message.at);
    return message;
  }

  sayMany(count: number): void {
    for (let n = 1; n <= count; n += 1) this.say(`word ${this.made + 1}`);
  }

  delete(id: string): void {
    const message = this.room.find((one) => one.id === id);
    if (!message) throw new Error(`There is no message ${id}.`);
    this.room.splice(this.room.indexOf(message), 1);
    this.chat.records.deletions.push({ roomId: this.place.roomId, messageId: id, writtenAt: message.at });
  }

  get order(): TranscriptOrder {
    return { roomId: this.place.roomId, ticket: TICKET, visible: false, leaveOut: [] };
  }

  /** One call, which may be the last that the process lives through. */
  transcribe(dyingAfter = Infinity, order = this.order, hasTime = (): boolean => true): Promise<TranscriptProgress> {
    return transcribeRoom(order, this.rules, this.chat.ports(dyingAfter), hasTime);
  }

  /** Lets minutes pass, with the jobs of each. */
  async pass(minutes: number): Promise<void> {
    for (let minute = 0; minute < minutes; minute += 1) {
      this.advance(MINUTE);
      await deliverOutbox(RULES, this.chat.ports());
      await carryOutWishes(this.rules, this.chat.ports());
    }
  }

  /** The bodies of the articles. */
  get articles(): string[] {
    return this.helpdesk.ticket(TICKET.id).articles.map(({ body }) => body);
  }

  /** What people said, as it stands in the ticket, in order. */
  get written(): string[] {
    return this.articles.flatMap((body) => body.split('\n').flatMap((line) => /^(?: {4})?\| (.*)$/.exec(line)?.[1] ?? []));
  }

  get spoken(): string[] {
    return this.room.map(({ text }) => text);
  }
}
