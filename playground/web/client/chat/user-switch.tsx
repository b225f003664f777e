import type { ReactNode } from 'react';
import { Avatar } from '../parts/avatar';
import type { Person } from './shapes';

interface Props {
  readonly people: readonly Person[];
  readonly username: string;
  readonly change: (username: string) => void;
}

/** Whose client this is. */
export function UserSwitch({ people, username, change }: Props): ReactNode {
  return (
    <label className="user-switch">
      <Avatar username={username} />
      <span className="hidden">Logged in as</span>
      <select value={username} onChange={({ target }) => change(target.value)}>
        {people
          .filter(({ type, active }) => type === 'user' && active)
          .map((person) => (
            <option key={person.username} value={person.username}>
              {person.name}
            </option>
          ))}
      </select>
    </label>
  );
}
