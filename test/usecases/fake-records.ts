import type { Agent } from '../../src/domain/agent';
import type { Write } from '../../src/domain/write';
import type { Claim } from '../../src/domain/claim';
import type { Link } from '../../src/domain/room';
import type { Told } from '../../src/domain/told';
import type { Turn } from '../../src/domain/turn';
import type { Ports, Question } from '../../src/usecases/ports';

type Call = <T>(name: string, effect: () => T) => Promise<T>;

/** What the app keeps about writes under way, questions to people, claims, and rights granted lately. */
export class FakeRecords {
  writes: Write[] = [];
  questions: Question[] = [];
  turns: Turn[] = [];
  claims: Claim[] = [];
  told: Told[] = [];
  /** Ids of articles by the id of their ticket. */
  readonly ownArticles = new Map<string, string[]>();
  /** By user id and ticket id. */
  readonly granted = new Map<string, Agent>();

  /** @param links the index records at this moment */
  ports(
    call: Call,
    write: Call,
    links: () => readonly Link[],
  ): Pick<Ports, 'outbox' | 'questions' | 'turns' | 'told' | 'ownArticles' | 'claims' | 'grants'> {
    return {
      outbox: {
        put: (one) => write('put write', () => void this.writes.push(structuredClone(one))),
        update: (one) =>
          write('update write', () => {
            this.writes = this.writes.map((old) => (old.id === one.id ? structuredClone(one) : old));
          }),
        drop: (id) => write('drop write', () => void (this.writes = this.writes.filter((one) => one.id !== id))),
        all: () => call('writes', () => [...this.writes].sort((a, b) => a.at - b.at)),
      },
      questions: {
        put: (one) => write('put question', () => void this.questions.push(one)),
        all: () => call('questions', () => [...this.questions]),
        find: (id) => call('question', () => this.questions.find((one) => one.id === id)),
        drop: (id) => write('drop question', () => void (this.questions = this.questions.filter((one) => one.id !== id))),
      },
      turns: {
        put: (turn) => write('put turn', () => void this.turns.push(turn)),
        of: (subject) => call('turns', () => this.turns.filter((one) => one.subject === subject)),
        drop: ({ nonce }) => write('drop turn', () => void (this.turns = this.turns.filter((one) => one.nonce !== nonce))),
      },
      told: {
        ofTicket: (ticketId) => call('told', () => this.told.filter((one) => one.ticketId === ticketId)),
        write: (told) =>
          write('write told', () => {
            this.told = [...this.told.filter((one) => one.ticketId !== told.ticketId || one.roomId !== told.roomId), structuredClone(told)];
          }),
        drop: (ticketId, roomId) =>
          write('drop told', () => void (this.told = this.told.filter((one) => one.ticketId !== ticketId || one.roomId !== roomId))),
      },
      ownArticles: {
        ofTicket: (ticketId) => call('own articles', () => [...(this.ownArticles.get(ticketId) ?? [])]),
        note: (ticketId, articleId) =>
          write('note own article', () => void this.ownArticles.set(ticketId, [...(this.ownArticles.get(ticketId) ?? []), articleId])),
        drop: (ticketId, articleIds) =>
          write('drop own articles', () => {
            const left = (this.ownArticles.get(ticketId) ?? []).filter((id) => !articleIds.includes(id));
            this.ownArticles.set(ticketId, left);
          }),
      },
      claims: {
        put: (claim) => write('put claim', () => void this.claims.push(claim)),
        ofTicket: (id) =>
          call('links', () => ({
            links: links().filter(({ ticketId }) => ticketId === id),
            claims: this.claims.filter(({ ticketId }) => ticketId === id),
          })),
        ofRoom: (id) =>
          call('claims of room', () => ({
            links: links().filter(({ roomId }) => roomId === id),
            claims: this.claims.filter(({ roomId }) => roomId === id),
          })),
        drop: ({ nonce }) => write('drop claim', () => void (this.claims = this.claims.filter((one) => one.nonce !== nonce))),
      },
      grants: {
        find: (userId, ticketId) => this.granted.get(`${userId} ${ticketId}`),
        remember: (userId, ticketId, agent) => void this.granted.set(`${userId} ${ticketId}`, agent),
      },
    };
  }
}
