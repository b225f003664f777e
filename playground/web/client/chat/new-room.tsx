import { useRef, useState, type ReactNode, type SubmitEvent } from 'react';
import { ask, CHAT } from '../api';
import { useAttempt } from '../parts/reports';
import type { Room } from './shapes';

/** A private room that has nothing to do with a ticket yet. */
export function NewRoom({ username, made }: { readonly username: string; readonly made: (roomId: string) => void }): ReactNode {
  const [name, setName] = useState('');
  const whole = useRef<HTMLDetailsElement>(null);
  const attempt = useAttempt();
  const create = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const room = await attempt(ask('POST', `${CHAT}/rooms`, { by: username, name }));
    if (!room) return;
    setName('');
    whole.current?.removeAttribute('open');
    made((room as Room)._id); // as: the playground answers with the room
  };
  return (
    <details className="new-room" ref={whole}>
      <summary>New room</summary>
      <form onSubmit={(event) => void create(event)}>
        <input
          className="input"
          aria-label="Name"
          placeholder="Name"
          required
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <button className="button button-primary">Create</button>
      </form>
    </details>
  );
}
