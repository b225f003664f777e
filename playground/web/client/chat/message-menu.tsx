import type { ReactNode } from 'react';
import { ask, CHAT, part } from '../api';
import { emojiText, REACTIONS } from '../markdown/emoji';
import { IconButton } from '../parts/icon-button';
import { Menu, type MenuEntry } from '../parts/menu';
import { useAttempt } from '../parts/reports';
import { buttonsFor, type MessagePlace } from './app-buttons';
import type { AppButton, Client, Message, Room } from './shapes';

interface Props {
  readonly message: Message;
  readonly room: Room;
  readonly client: Client;
  readonly buttons: readonly AppButton[];
  readonly place: MessagePlace;
  readonly edit: () => void;
  readonly openThread: () => void;
}

/** What can be done with a message: Rocket.Chat's own entries, then the app's. */
export function MessageMenu({ message, room, client, buttons, place, edit, openThread }: Props): ReactNode {
  const attempt = useAttempt();
  const { person } = client;
  const { username } = person;
  const path = `${CHAT}/messages/${part(message._id)}`;
  const isOwn = message.u.username === username;
  const thread = message.tmid ?? (place === 'threads' ? message._id : undefined);

  const reactions = REACTIONS.map((name) => ({
    id: name,
    label: `${emojiText(name)} ${name.replaceAll('_', ' ')}`,
    choose: () => void attempt(ask('POST', `${path}/reactions`, { username, emoji: `:${name}:` })),
  }));
  const own: MenuEntry[] = [
    ...(isOwn ? [{ id: 'edit', label: 'Edit', choose: edit }] : []),
    ...(isOwn ? [{ id: 'delete', label: 'Delete', danger: true, choose: () => void attempt(ask('DELETE', path, { username })) }] : []),
  ];
  const ofApp = buttonsFor(buttons, 'messageAction', room, person, place).map(({ actionId, context, labelI18n, variant }) => {
    const click = {
      username,
      actionId,
      context,
      roomId: room._id,
      messageId: message._id,
      ...(thread !== undefined && { threadId: thread }),
    };
    return {
      id: actionId,
      label: client.say(labelI18n),
      danger: variant === 'danger',
      choose: () => void attempt(ask('POST', `${CHAT}/buttons`, click)),
    };
  });
  const entries = [...ofApp, ...own];
  return (
    <div className="message-menu" role="group" aria-label="What to do with this message">
      <Menu icon="add-reaction" label="React" entries={reactions} />
      {place === 'message' && <IconButton icon="thread" label="Reply in thread" onClick={openThread} />}
      {entries.length > 0 && <Menu icon="kebab" label="More" entries={entries} />}
    </div>
  );
}
