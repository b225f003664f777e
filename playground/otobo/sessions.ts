import { randomBytes } from 'node:crypto';
import type { Agent, Time } from './records';

/** A session dies this long after its last use, in ms (OTOBO's SessionMaxIdleTime). */
const IDLE_MS = 2 * 60 * 60 * 1000;
/** And this long after its start, used or not, in ms (OTOBO's SessionMaxTime). */
const LONGEST_MS = 16 * 60 * 60 * 1000;

interface Session {
  readonly id: string;
  readonly agent: Agent;
  readonly startedAt: number;
  readonly remoteAddress: string;
  readonly userAgent: string;
  usedAt: number;
}

/** The sessions of agents. A session belongs to the address that opened it. */
export class Sessions {
  private readonly sessions = new Map<string, Session>();

  constructor(private readonly time: Time) {}

  /** @returns the new session's id: 32 letters and digits */
  open(agent: Agent, remoteAddress: string, userAgent: string): string {
    const id = randomBytes(48).toString('base64').replace(/\W/g, '').padEnd(32, '0').slice(0, 32);
    const now = this.time.now();
    this.sessions.set(id, { id, agent, startedAt: now, usedAt: now, remoteAddress, userAgent });
    return id;
  }

  /** @returns the session, and notes that it was used; undefined when it is unknown, over, or another address's */
  use(id: string, remoteAddress: string): Session | undefined {
    const session = this.sessions.get(id);
    const now = this.time.now();
    if (session?.remoteAddress !== remoteAddress) return undefined;
    if (now - session.usedAt > IDLE_MS || now - session.startedAt > LONGEST_MS) {
      this.sessions.delete(id);
      return undefined;
    }
    session.usedAt = now;
    return session;
  }
}
