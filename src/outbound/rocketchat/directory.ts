import type { ChatUser } from '../../domain/member';
import type { Directory } from '../../usecases/ports';
import type { Accessors } from './accessors';
import { toChatUser } from './chat-user';

/**
 * Finds users the only way the engine offers: by user name. For an address those are the names that its owner may have; an
 * address book of the app's own belongs here, too, when there is one.
 *
 * Every name is looked up once per directory, however often it is asked for.
 */
export function directory({ read }: Pick<Accessors, 'read'>): Directory {
  const known = new Map<string, Promise<ChatUser | undefined>>();
  const byUsername = (username: string): Promise<ChatUser | undefined> => {
    const asked = known.get(username) ?? lookUp(username);
    known.set(username, asked);
    return asked;
  };
  async function lookUp(username: string): Promise<ChatUser | undefined> {
    // The type promises a user; the server has none for an unknown name.
    const user = (await read.getUserReader().getByUsername(username)) as Parameters<typeof toChatUser>[0] | undefined | null;
    return user ? toChatUser(user) : undefined;
  }
  return {
    byUsername,
    byAddress: async ({ hints }) => {
      const users = await Promise.all(hints.map(byUsername));
      return users.filter((user) => user !== undefined);
    },
  };
}
