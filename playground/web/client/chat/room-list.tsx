import type { ReactNode } from 'react';
import { Icon } from '../parts/icon';
import { NewRoom } from './new-room';
import { roomIcon, roomTitle } from './room-words';
import type { ListedRoom } from './shapes';

interface Props {
  readonly rooms: readonly ListedRoom[];
  readonly chosen: string | undefined;
  readonly choose: (roomId: string) => void;
  readonly username: string;
}

const lastWord = ({ room }: ListedRoom): string => room.lm ?? room.ts;

/** A member's rooms, those with the latest messages first; bold where there is something unread. */
export function RoomList({ rooms, chosen, choose, username }: Props): ReactNode {
  const sorted = [...rooms].sort((one, other) => lastWord(other).localeCompare(lastWord(one)));
  return (
    <>
      <ul className="room-list">
        {sorted.map((listed) => {
          const { room, subscription } = listed;
          const unread = subscription.alert || subscription.unread > 0;
          return (
            <li key={room._id}>
              <button
                type="button"
                aria-current={room._id === chosen}
                className={unread ? 'unread' : undefined}
                onClick={() => choose(room._id)}
              >
                <Icon name={roomIcon(room)} />
                <span className="room-title">{roomTitle(listed)}</span>
                {unread && <span className="hidden">unread</span>}
                {subscription.unread > 0 && (
                  <span className={subscription.userMentions > 0 ? 'badge badge-mention' : 'badge'}>{subscription.unread}</span>
                )}
              </button>
            </li>
          );
        })}
      </ul>
      <NewRoom username={username} made={choose} />
    </>
  );
}
