import type { ReactNode } from 'react';
import { ask, CHAT, part } from '../api';
import { useLive } from '../live';
import { READS } from '../reads';
import { Avatar } from '../parts/avatar';
import { IconButton } from '../parts/icon-button';
import { useAttempt } from '../parts/reports';
import type { Step } from '../place';
import type { Client, Person, Room } from './shapes';

interface Props {
  readonly room: Room;
  readonly people: readonly Person[];
  readonly client: Client;
  readonly go: (step: Step) => void;
}

/** Who is in the room. As its owner does it: adding somebody, taking somebody out. */
export function Members({ room, people, client, go }: Props): ReactNode {
  const inside = useLive(READS.members(room._id)) ?? [];
  const attempt = useAttempt();
  const members = people.filter(({ username }) => inside.includes(username));
  const others = people.filter(({ username, type, active }) => type === 'user' && active && !inside.includes(username));
  const path = `${CHAT}/rooms/${part(room._id)}/members`;
  const talkTo = async (username: string): Promise<void> => {
    const direct = await attempt(ask('POST', `${CHAT}/rooms/direct`, { by: client.person.username, with: username }));
    if (direct) go({ room: (direct as Room)._id, panel: undefined }); // as: the playground answers with the room
  };
  return (
    <aside className="side-panel" aria-label="Members">
      <header>
        <h2>Members ({inside.length})</h2>
        <IconButton icon="cross" label="Close" onClick={() => go({ panel: undefined })} />
      </header>
      <ul className="members">
        {members.map(({ username, name, status }) => (
          <li key={username}>
            <Avatar username={username} small />
            <span className={`presence presence-${status}`} title={status} />
            <span className="member-name">
              {name} <span className="username">@{username}</span>
              {room.u?.username === username && <span className="tag">owner</span>}
            </span>
            {username !== client.person.username && (
              <IconButton icon="balloon" label={`Direct messages with ${name}`} onClick={() => void talkTo(username)} />
            )}
            {room.t !== 'd' && (
              <IconButton icon="cross" label={`Remove ${name}`} onClick={() => void attempt(ask('DELETE', `${path}/${part(username)}`))} />
            )}
          </li>
        ))}
      </ul>
      {room.t !== 'd' && others.length > 0 && (
        <label className="add-member">
          Add somebody
          <select className="input" value="" onChange={({ target }) => void attempt(ask('POST', path, { username: target.value }))}>
            <option value="" disabled>
              Choose
            </option>
            {others.map(({ username, name }) => (
              <option key={username} value={username}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
    </aside>
  );
}
