import { copyOf } from '../copy';
import type { MessageDocument, UserDocument } from '../documents';
import type { Server } from '../server';

/** Shows a message to one person who is online. Whoever is offline never sees it: nothing is stored for later. */
export function notice(server: Server, user: UserDocument, message: MessageDocument): void {
  if (!server.online.has(user._id)) return;
  server.ephemeral.push({ username: user.username, roomId: message.rid, message: copyOf(message) });
}
