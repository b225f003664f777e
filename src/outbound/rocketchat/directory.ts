import { foldAddress } from '../../domain/address';
import type { ChatUser } from '../../domain/member';
import type { AddressBook, Directory } from '../../usecases/ports';
import type { Accessors } from './accessors';
import { toChatUser } from './chat-user';

/** What the engine answers where its type promises a user: there is none of that name or id. */
type Answered = Parameters<typeof toChatUser>[0] | undefined | null;

/**
 * Finds users by name or id, which is all the engine offers, and by address with the app's own address book: the book and the
 * names that the address hints at are asked side by side, then the users that only the book knows. A record of the book that its
 * user does not bear out is put right.
 *
 * Every name and every id is looked up once per directory, however often it is asked for.
 *
 * @param counts whether an address of a user is theirs, as for the book
 */
export function directory(
  { read, log }: Pick<Accessors, 'read' | 'log'>,
  book: AddressBook,
  counts: (entry: ChatUser['addresses'][number]) => boolean,
): Directory {
  const reader = read.getUserReader();
  const byUsername = once(async (username) => found(await reader.getByUsername(username)));
  const byId = once(async (userId) => found(await reader.getById(userId)));

  async function heal(userId: string, user: ChatUser | undefined): Promise<void> {
    try {
      await (user ? book.learn(user) : book.forget(userId));
    } catch (error) {
      // Whoever asked gets the right answer all the same, and the next look-up tries again.
      log.warn({ msg: 'address book not put right', userId, error: String(error) });
    }
  }

  return {
    byUsername,
    byId,
    async byAddress({ address, hints }) {
      const [ids, hinted] = await Promise.all([book.find(address), Promise.all(hints.map(byUsername))]);
      const users = new Map(hinted.flatMap((user) => (user ? [[user.id, user] as const] : [])));
      const listed = await Promise.all(ids.map(async (id) => [id, users.get(id) ?? (await byId(id))] as const));
      const isTrue = (user: ChatUser | undefined): boolean =>
        user?.addresses.some((entry) => counts(entry) && foldAddress(entry.address) === address) ?? false;
      await Promise.all(listed.filter(([, user]) => !isTrue(user)).map(([id, user]) => heal(id, user)));
      for (const [id, user] of listed) if (user) users.set(id, user);
      return [...users.values()];
    },
  };
}

function found(user: Answered): ChatUser | undefined {
  return user ? toChatUser(user) : undefined;
}

function once(lookUp: (key: string) => Promise<ChatUser | undefined>): (key: string) => Promise<ChatUser | undefined> {
  const known = new Map<string, Promise<ChatUser | undefined>>();
  return (key) => {
    const asked = known.get(key) ?? lookUp(key);
    known.set(key, asked);
    return asked;
  };
}
