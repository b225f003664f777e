import { useState, type ReactNode, type SubmitEvent } from 'react';
import { ask, CHAT, part } from '../api';
import { useAttempt } from '../parts/reports';
import type { Message } from './shapes';

/** The message's text, to be written anew. Escape leaves it as it is. */
export function EditForm({
  message,
  username,
  done,
}: {
  readonly message: Message;
  readonly username: string;
  readonly done: () => void;
}): ReactNode {
  const [text, setText] = useState(message.msg);
  const attempt = useAttempt();
  const save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const saved = await attempt(ask('PATCH', `${CHAT}/messages/${part(message._id)}`, { username, text }));
    if (saved) done();
  };
  return (
    <form
      className="edit-form"
      onSubmit={(event) => void save(event)}
      onKeyDown={({ key }) => {
        if (key === 'Escape') done();
      }}
    >
      <input
        className="input"
        aria-label="Edit the message"
        autoFocus
        required
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <button className="button button-primary">Save</button>
      <button type="button" className="button button-secondary" onClick={done}>
        Cancel
      </button>
    </form>
  );
}
