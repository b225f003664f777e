import type { Agent } from '../../src/domain/agent';
import type { AuditEvent } from '../../src/domain/audit';
import type { Write } from '../../src/domain/write';
import type { Claim } from '../../src/domain/claim';
import type { Link } from '../../src/domain/room';
import type { Told } from '../../src/domain/told';
import { shardOf } from '../../src/domain/shard';
import type { Deletion, PartContent, TranscriptRecord, TranscriptWish } from '../../src/domain/transcript-record';
import type { Turn } from '../../src/domain/turn';
import type { Walk } from '../../src/domain/walk';
import type { Watch } from '../../src/domain/watch';
import type { Merge, Ports, Question, RuleOpening, Unfurling } from '../../src/usecases/ports';

type Call = <T>(name: string, effect: () => T) => Promise<T>;

/** What the app keeps about writes under way, questions to people, claims, and rights granted lately. */
export class FakeRecords {
  writes: Write[] = [];
  questions: Question[] = [];
  turns: Turn[] = [];
  claims: Claim[] = [];
  told: Told[] = [];
  watches: Watch[] = [];
  walk: Walk | undefined;
  openings: RuleOpening[] = [];
  unfurlings: Unfurling[] = [];
  merges: Merge[] = [];
  readonly transcripts = new Map<string, TranscriptRecord>();
  readonly wishes = new Map<string, TranscriptWish>();
  contents: PartContent[] = [];
  /** Milliseconds since the epoch, by room id. */
  readonly linkedAt = new Map<string, number>();
  deletions: Deletion[] = [];
  /** Ids of articles by the id of their ticket. */
  readonly ownArticles = new Map<string, string[]>();
  /** Oldest first. */
  audited: (AuditEvent & { readonly at: number })[] = [];
  /** By user id and ticket id. */
  readonly granted = new Map<string, Agent>();

  /**
   * @param links the index records at this moment
   * @param now milliseconds since the epoch
   */
  ports(
    call: Call,
    write: Call,
    links: () => readonly Link[],
    now: () => number,
  ): Pick<
    Ports,
    | 'outbox'
    | 'audit'
    | 'openings'
    | 'unfurlings'
    | 'merges'
    | 'questions'
    | 'turns'
    | 'told'
    | 'watches'
    | 'walk'
    | 'ownArticles'
    | 'transcripts'
    | 'deletions'
    | 'claims'
    | 'grants'
  > {
    return {
      outbox: {
        put: (one) => write('put write', () => void this.writes.push(structuredClone(one))),
        update: (one) =>
          write('update write', () => {
            this.writes = this.writes.map((old) => (old.id === one.id ? structuredClone(one) : old));
          }),
        drop: (id) => write('drop write', () => void (this.writes = this.writes.filter((one) => one.id !== id))),
        find: (id) => call('write', () => structuredClone(this.writes.find((one) => one.id === id))),
        all: () => call('writes', () => [...this.writes].sort((a, b) => a.at - b.at)),
      },
      audit: {
        note: (event) => write('note audit', () => void this.audited.push({ ...event, at: now() })),
        recent: ({ ticketNumber, limit }) =>
          call('audit', () =>
            [...this.audited]
              .reverse()
              .filter((one) => ticketNumber === undefined || one.ticketNumber === ticketNumber)
              .slice(0, limit)
              .map((one) => ({ ...one, requestId: 'request' })),
          ),
        forgetOld: () => write('forget old audit', () => undefined),
      },
      openings: {
        put: (one) => write('put opening', () => void this.openings.push(one)),
        all: () => call('openings', () => [...this.openings]),
        drop: (nonces) => write('drop openings', () => void (this.openings = this.openings.filter(({ nonce }) => !nonces.includes(nonce)))),
      },
      unfurlings: {
        put: (one) => write('put unfurling', () => void this.unfurlings.push(one)),
        all: () => call('unfurlings', () => [...this.unfurlings]),
        drop: (nonces) =>
          write('drop unfurlings', () => void (this.unfurlings = this.unfurlings.filter(({ nonce }) => !nonces.includes(nonce)))),
      },
      merges: {
        find: (ticketId) => call('merge', () => this.merges.find((one) => one.ticketId === ticketId)),
        note: (merge) =>
          write('note merge', () => void (this.merges = [...this.merges.filter(({ ticketId }) => ticketId !== merge.ticketId), merge])),
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
        ofShard: (shard) => call('told of shard', () => this.told.filter(({ ticketId }) => shardOf(ticketId) === shard)),
        write: (told) =>
          write('write told', () => {
            this.told = [...this.told.filter((one) => one.ticketId !== told.ticketId || one.roomId !== told.roomId), structuredClone(told)];
          }),
        drop: (ticketId, roomId) =>
          write('drop told', () => void (this.told = this.told.filter((one) => one.ticketId !== ticketId || one.roomId !== roomId))),
      },
      watches: {
        ofShard: (shard) => call('watches', () => this.watches.filter(({ ticketId }) => shardOf(ticketId) === shard)),
        write: (watch) =>
          write('write watch', () => {
            const others = this.watches.filter((one) => one.ticketId !== watch.ticketId || one.roomId !== watch.roomId);
            this.watches = [...others, structuredClone(watch)];
          }),
        drop: (ticketId, roomId) =>
          write('drop watch', () => void (this.watches = this.watches.filter((one) => one.ticketId !== ticketId || one.roomId !== roomId))),
      },
      walk: {
        read: () => call('walk', () => this.walk),
        write: (walk) => write('write walk', () => void (this.walk = structuredClone(walk))),
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
      transcripts: {
        find: (roomId) => call('transcript', () => this.transcripts.get(roomId)),
        write: (record) => write('write transcript', () => void this.transcripts.set(record.roomId, structuredClone(record))),
        wish: (roomId) => call('wish', () => this.wishes.get(roomId)),
        wishes: () => call('wishes', () => [...this.wishes.values()]),
        writeWish: (wish) => write('write wish', () => void this.wishes.set(wish.roomId, structuredClone(wish))),
        dropWish: (roomId) => write('drop wish', () => void this.wishes.delete(roomId)),
        putContent: (content) => write('put content', () => void this.contents.push(structuredClone(content))),
        content: (id) => call('content', () => this.contents.find((one) => one.id === id)),
        dropContents: (roomId) => write('drop contents', () => void (this.contents = this.contents.filter((one) => one.roomId !== roomId))),
        noteLinked: (roomId, at) => write('note linked', () => void this.linkedAt.set(roomId, at)),
        linkedAt: (roomId) => call('linked at', () => this.linkedAt.get(roomId)),
      },
      deletions: {
        note: (deletion) =>
          write('note deletion', () => {
            this.deletions = [...this.deletions.filter(({ messageId }) => messageId !== deletion.messageId), deletion];
          }),
        ofRoom: (roomId) => call('deletions', () => this.deletions.filter((one) => one.roomId === roomId)),
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
