import type { ReactNode } from 'react';
import { emojiText } from '../markdown/emoji';
import type { Message } from './shapes';

interface Props {
  readonly message: Message;
  readonly username: string;
  readonly toggle: (emoji: string) => void;
}

export function Reactions({ message, username, toggle }: Props): ReactNode {
  const given = Object.entries(message.reactions ?? {});
  if (given.length === 0) return null;
  return (
    <div className="reactions">
      {given.map(([emoji, { usernames: names }]) => (
        <button
          key={emoji}
          type="button"
          className="reaction"
          aria-pressed={names.includes(username)}
          title={`${names.join(', ')}: ${emoji}`}
          onClick={() => toggle(emoji)}
        >
          {emojiText(emoji)} {names.length}
        </button>
      ))}
    </div>
  );
}
