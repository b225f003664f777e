import { type Closing, isActive } from '../../src/domain/closing';
import type { Ports } from '../../src/usecases/ports';

type Call = <T>(name: string, effect: () => T) => Promise<T>;

/** What the app keeps about closings, and what it says of them. */
export class FakeClosing {
  records: Closing[] = [];
  /** What rooms were told, in order, such as `announced` or `stopped by alice`. */
  readonly said: { readonly roomId: string; readonly what: string }[] = [];

  /** @param post what a message does to the room it is posted in; gives its id */
  ports(call: Call, write: Call, post: (roomId: string) => void): Pick<Ports, 'closings' | 'closingNotices'> {
    const say = (roomId: string, what: string): Promise<void> =>
      write(`say ${what}`, () => {
        this.said.push({ roomId, what });
        post(roomId);
      });
    const list = (name: string, wanted: (closing: Closing) => boolean): Promise<Closing[]> =>
      call(name, () => this.records.filter(wanted).map((one) => structuredClone(one)));
    return {
      closings: {
        ofTicket: (ticketId) => list('closings', (one) => one.ticketId === ticketId),
        ofRoom: (roomId) => list('closing', (one) => one.roomId === roomId).then(([one]) => one),
        active: () => list('active closings', isActive),
        deleting: () => list('deletions', (one) => !isActive(one) && one.deleteAt !== undefined),
        write: (closing) =>
          write('write closing', () => {
            this.records = [...this.records.filter(({ roomId }) => roomId !== closing.roomId), structuredClone(closing)];
          }),
        move: (closing) =>
          write('move closing', () => {
            this.records = [...this.records.filter(({ roomId }) => roomId !== closing.roomId), structuredClone(closing)];
          }),
        drop: (roomId) => write('drop closing', () => void (this.records = this.records.filter((one) => one.roomId !== roomId))),
      },
      closingNotices: {
        announce: async ({ roomId }) => {
          await say(roomId, 'announced');
          return `notice-${this.said.length}`;
        },
        announcementOver: ({ roomId, stoppedBy }, how) =>
          write(`say ${how}`, () => void this.said.push({ roomId, what: stoppedBy === undefined ? how : `${how} by ${stoppedBy}` })),
        closed: ({ roomId }) => say(roomId, 'closed'),
        reopened: ({ roomId }) => say(roomId, 'reopened'),
        refused: ({ roomId }, { code }) => say(roomId, `refused: ${code}`),
      },
    };
  }
}
