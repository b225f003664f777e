import type { ReactNode } from 'react';
import { ask, CHAT } from '../api';
import { MessageText } from '../markdown/message-text';
import { Icon } from '../parts/icon';
import { IconButton } from '../parts/icon-button';
import { Menu } from '../parts/menu';
import { useAttempt } from '../parts/reports';
import type { Step } from '../place';
import { buttonsFor } from './app-buttons';
import { roomIcon, roomTitle } from './room-words';
import type { AppButton, Client, ListedRoom } from './shapes';

interface Props {
  readonly listed: ListedRoom;
  readonly client: Client;
  readonly buttons: readonly AppButton[];
  readonly go: (step: Step) => void;
  readonly membersShown: boolean;
}

export function RoomHeader({ listed, client, buttons, go, membersShown }: Props): ReactNode {
  const { room } = listed;
  const attempt = useAttempt();
  const actions = buttonsFor(buttons, 'roomAction', room, client.person).map(({ actionId, context, labelI18n, variant }) => ({
    id: actionId,
    label: client.say(labelI18n),
    danger: variant === 'danger',
    choose: () => void attempt(ask('POST', `${CHAT}/buttons`, { username: client.person.username, actionId, context, roomId: room._id })),
  }));
  return (
    <header className="room-header">
      <span className="back">
        <IconButton icon="arrow-back" label="All rooms" onClick={() => go({ room: undefined, thread: undefined })} />
      </span>
      <Icon name={roomIcon(room)} />
      <div className="room-heading">
        <h2>{roomTitle(listed)}</h2>
        {room.ro && <span className="tag">read-only</span>}
        {room.archived && <span className="tag">archived</span>}
        {room.topic !== undefined && room.topic !== '' && (
          <div className="topic">
            <MessageText text={room.topic} />
          </div>
        )}
      </div>
      <button
        type="button"
        className="members-button"
        aria-pressed={membersShown}
        title="Members"
        onClick={() => go({ panel: membersShown ? undefined : 'members', thread: undefined })}
      >
        <Icon name="members" label="Members" /> {room.usersCount}
      </button>
      {actions.length > 0 && <Menu icon="kebab" label="Room actions" entries={actions} />}
    </header>
  );
}
