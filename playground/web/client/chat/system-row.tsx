import type { ReactNode } from 'react';
import { Avatar } from '../parts/avatar';
import { clockTime } from './clock-time';
import type { Message } from './shapes';
import { systemText } from './system-text';

/** What the server itself says: who came, who went. */
export function SystemRow({ message }: { readonly message: Message }): ReactNode {
  return (
    <div className="message message-system">
      <div className="message-left">
        <Avatar username={message.u.username} small />
      </div>
      <div className="message-body">
        <strong>{message.u.name ?? message.u.username}</strong> {systemText(message)} <time>{clockTime(message.ts)}</time>
      </div>
    </div>
  );
}
