import type { News } from '../../src/domain/change-plan';
import type { Ports } from '../../src/usecases/ports';

/** A message about changes as it stands in a room. */
export interface FakeNotice {
  readonly messageId: string;
  readonly roomId: string;
  news: News;
  digest: string;
  edits: number;
}

type Call = <T>(name: string, effect: () => T) => Promise<T>;

/** What rooms are told of changes. People may delete messages, by taking them out of `posted`. */
export class FakeNotices {
  /** The oldest first. */
  posted: FakeNotice[] = [];

  /** What each message says in few words, the oldest first. */
  get texts(): string[] {
    return this.posted.map(({ news }) => brief(news));
  }

  /** @param post puts a message into the room and gives its id */
  ports(call: Call, write: Call, post: (roomId: string) => string): Pick<Ports, 'changeNotices'> {
    return {
      changeNotices: {
        find: (roomId) => call('find notices', () => this.posted.filter((one) => one.roomId === roomId)),
        post: (roomId, news, digest) =>
          write('post notice', () => {
            const messageId = post(roomId);
            this.posted.push({ messageId, roomId, news, digest, edits: 0 });
            return messageId;
          }),
        edit: (messageId, news, digest) =>
          write('edit notice', () => {
            const found = this.posted.find((one) => one.messageId === messageId);
            if (!found) return false;
            Object.assign(found, { news, digest, edits: found.edits + 1 });
            return true;
          }),
      },
    };
  }
}

/** Such as `alice: state open→closed, article 17`. */
function brief({ fields, articles, more, by }: News): string {
  const parts = [
    ...fields.map(({ field, from, to }) => `${field} ${from ?? ''}→${to}`),
    ...articles.map(({ id }) => `article ${id}`),
    ...(more > 0 ? [`${more} more`] : []),
  ];
  return `${by === undefined ? '' : `${by}: `}${parts.join(', ')}`;
}
