import type { Server } from '../server';

/** Whom a message calls. `all` and `here` are entries of their own. */
export interface Mention {
  _id: string;
  username: string;
  name?: string;
}

/**
 * The server's reading of mentions, which is not the client's: it looks at the raw text, code and links included, for an `@` at the
 * start, after a blank or after `>`.
 */
export function mentionsIn(server: Server, text: string): Mention[] {
  const pattern = new RegExp(`(?:^|\\s|>)@(${server.settings.text('UTF8_User_Names_Validation')})`, 'g');
  const names = new Set([...text.matchAll(pattern)].flatMap(([, name]) => name ?? []));
  return [...names].flatMap((name): Mention[] => {
    if (name === 'all' || name === 'here') return [{ _id: name, username: name }];
    const user = server.store.users.byUsername(name);
    return user ? [{ _id: user._id, username: user.username, name: user.name }] : [];
  });
}
