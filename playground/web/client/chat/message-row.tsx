import { useState, type ReactNode } from 'react';
import { ask, CHAT, part } from '../api';
import { MessageText } from '../markdown/message-text';
import { Avatar } from '../parts/avatar';
import { Icon } from '../parts/icon';
import { useAttempt } from '../parts/reports';
import type { Step } from '../place';
import { Attachments } from './attachments';
import { clockTime } from './clock-time';
import { EditForm } from './edit-form';
import { MessageBlocks } from './message-blocks';
import { MessageMenu } from './message-menu';
import { Reactions } from './reactions';
import type { AppButton, Client, Message, Room } from './shapes';

interface Props {
  readonly message: Message;
  readonly ephemeral: boolean;
  readonly continues: boolean;
  readonly room: Room;
  readonly client: Client;
  readonly buttons: readonly AppButton[];
  readonly go: (step: Step) => void;
  readonly inThread: boolean;
}

/** One message of a person or an app. Where there are blocks, clients show them instead of the text. */
export function MessageRow({ message, ephemeral, continues, room, client, buttons, go, inThread }: Props): ReactNode {
  const [editing, setEditing] = useState(false);
  const attempt = useAttempt();
  const { username } = client.person;
  const hasBlocks = (message.blocks?.length ?? 0) > 0;
  const openThread = (): void => go({ thread: message.tmid ?? message._id, panel: undefined });
  return (
    <div className={`message ${continues ? 'message-continues' : ''}`} data-id={message._id}>
      <div className="message-left">{continues ? <time>{clockTime(message.ts)}</time> : <Avatar username={message.u.username} />}</div>
      <div className="message-body">
        {!continues && (
          <div className="message-head">
            <strong>{message.alias ?? message.u.name ?? message.u.username}</strong>
            <span className="username">@{message.u.username}</span>
            <time>{clockTime(message.ts)}</time>
            {message.editedAt !== undefined && <Icon name="edit" label="edited" />}
            {ephemeral && (
              <span className="only-you">
                <Icon name="eye" /> Only you can see this message
              </span>
            )}
          </div>
        )}
        {editing ? (
          <EditForm message={message} username={username} done={() => setEditing(false)} />
        ) : (
          !hasBlocks && <MessageText text={message.msg} />
        )}
        {hasBlocks && <MessageBlocks message={message} ephemeral={ephemeral} username={username} />}
        <Attachments attachments={message.attachments ?? []} />
        <Reactions
          message={message}
          username={username}
          toggle={(emoji) => void attempt(ask('POST', `${CHAT}/messages/${part(message._id)}/reactions`, { username, emoji }))}
        />
        {!inThread && (message.tcount ?? 0) > 0 && (
          <button type="button" className="thread-link" onClick={openThread}>
            <Icon name="thread" /> {message.tcount === 1 ? '1 reply' : `${message.tcount ?? 0} replies`}
          </button>
        )}
      </div>
      {!ephemeral && (
        <MessageMenu
          message={message}
          room={room}
          client={client}
          buttons={buttons}
          place={inThread ? 'threads' : 'message'}
          edit={() => setEditing(true)}
          openThread={openThread}
        />
      )}
    </div>
  );
}
