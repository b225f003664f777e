import type { Waiting } from '../../src/domain/waiting';
import type { Button, Consent, Place, Ports } from '../../src/usecases/ports';

/** Something the app said in a room, under a question, or to one person. */
export interface Said {
  readonly what: 'welcome' | 'question' | 'answered' | 'missing' | 'whisper' | 'tell' | 'write' | 'post' | 'unfurl';
  /** A room's id, the id of a question, or a user name. */
  readonly to: string;
  readonly about: string;
  /** Under what was told. */
  readonly buttons?: readonly Button[];
  /** Where it was told. */
  readonly place?: Place;
}

type Call = <T>(name: string, effect: () => T) => Promise<T>;
type MembershipPorts = Pick<Ports, 'additions' | 'waiting' | 'consents' | 'notices'>;

/** What the app keeps about who came, who waits and about whom was asked, and what it said about it. */
export class FakeMembership {
  /** Ids of users by room id. */
  readonly added = new Map<string, string[]>();
  waiting: Waiting[] = [];
  consents: Consent[] = [];
  readonly said: Said[] = [];

  /** @param post what a message does to the room it is posted in */
  ports(call: Call, write: Call, post: (roomId: string) => void): MembershipPorts {
    const say = (what: Said['what'], to: string, about: string): Promise<void> =>
      write(`say ${what}`, () => {
        this.said.push({ what, to, about });
        if (what === 'welcome' || what === 'question' || what === 'post') post(to);
      });
    return {
      additions: {
        ofRoom: (roomId) => call('additions', () => [...(this.added.get(roomId) ?? [])]),
        remember: (roomId, userIds) =>
          write('remember added', () => void this.added.set(roomId, [...new Set([...(this.added.get(roomId) ?? []), ...userIds])])),
        forget: (roomId, userIds) =>
          write('forget added', () => {
            this.added.set(
              roomId,
              (this.added.get(roomId) ?? []).filter((id) => !userIds.includes(id)),
            );
          }),
      },
      waiting: {
        ofTicket: (ticketId) => call('waiting', () => this.waiting.flatMap((one) => (one.ticketId === ticketId ? [one.key] : []))),
        byKey: (key) => call('waiting by key', () => this.waiting.filter((one) => one.key === key)),
        keys: () => call('waiting keys', () => [...new Set(this.waiting.map(({ key }) => key))]),
        // One record per ticket and key, but two that are inserted side by side may miss each other.
        add: (entries) =>
          write('start waiting', () => {
            const replaced = (old: Waiting): boolean => entries.some(({ ticketId, key }) => ticketId === old.ticketId && key === old.key);
            this.waiting = [...this.waiting.filter((old) => !replaced(old)), ...entries];
          }),
        drop: (ticketId, keys) =>
          write('stop waiting', () => {
            this.waiting = this.waiting.filter((one) => one.ticketId !== ticketId || !keys.includes(one.key));
          }),
      },
      consents: {
        ofRoom: (roomId) => call('consents', () => this.consents.flatMap((one) => (one.roomId === roomId ? [one.userId] : []))),
        find: (roomId, userId) => call('consent', () => this.consents.find((one) => one.roomId === roomId && one.userId === userId)),
        add: (consent) => write('write consent', () => void this.consents.push(consent)),
        drop: (roomId, userId) =>
          write('drop consent', () => {
            this.consents = this.consents.filter((one) => one.roomId !== roomId || one.userId !== userId);
          }),
      },
      notices: {
        askConsent: (roomId, person) => say('question', roomId, person.username).then(() => 'question'),
        consentAnswered: (messageId, person, by, granted) =>
          say('answered', messageId, `${by.username} ${granted ? 'let in' : 'kept out'} ${person.username}`),
        missing: (to, ticket, missing) => say('missing', to.username, `${ticket.number}: ${missing.map(({ name }) => name).join(', ')}`),
        whisper: (to, _roomId, text) => say('whisper', to.username, text),
        tell: (to, place, text, buttons = []) =>
          write('say tell', () => void this.said.push({ what: 'tell', to: to.username, about: text, buttons, place })),
        write: (to, text) => say('write', to.username, text),
        post: (roomId, text) => say('post', roomId, text),
        unfurl: (place, number) =>
          write('say unfurl', () => void this.said.push({ what: 'unfurl', to: place.roomId, about: number, place })),
        welcome: (roomId, members) => say('welcome', roomId, members.join(', ')),
      },
    };
  }
}
