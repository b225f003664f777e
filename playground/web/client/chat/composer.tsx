import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { ask, CHAT, part } from '../api';
import { IconButton } from '../parts/icon-button';
import { Menu } from '../parts/menu';
import { useAttempt } from '../parts/reports';
import { buttonsFor } from './app-buttons';
import { AttachFile } from './attach-file';
import { SuggestionList } from './suggestion-list';
import { suggestionsFor, type Suggestion } from './suggestions';
import type { AppButton, Client, Command, Person, Room } from './shapes';

export interface ComposerProps {
  readonly room: Room;
  readonly client: Client;
  readonly people: readonly Person[];
  readonly commands: readonly Command[];
  readonly buttons: readonly AppButton[];
  readonly label: string;
  readonly threadId?: string;
}

const MOST_LINES = 8;

/** Where people write. Enter sends, Shift+Enter starts a line; a slash begins a command. What could not be sent stays. */
export function Composer({ room, client, people, commands, buttons, label, threadId }: ComposerProps): ReactNode {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const [refused, setRefused] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const attempt = useAttempt();
  const { username } = client.person;
  const suggestions = refused ? [] : suggestionsFor(text, { commands, people, say: (key) => client.say(key) });

  const type = (typed: string): void => {
    setText(typed);
    setChosen(0);
    setRefused(false);
  };
  const take = ({ insert }: Suggestion): void => {
    type(insert);
    field.current?.focus();
  };
  /** Whoever has typed it out wants to send it. */
  const isTyped = ({ insert }: Suggestion): boolean => insert.trimEnd() === text;
  const send = async (): Promise<void> => {
    if (text.trim() === '') return;
    const thread = threadId === undefined ? {} : { threadId };
    const sent = text.startsWith('/')
      ? ask('POST', `${CHAT}/commands`, { username, roomId: room._id, text, ...thread })
      : ask('POST', `${CHAT}/rooms/${part(room._id)}/messages`, { username, text, ...thread });
    type('');
    if ((await attempt(sent)) === undefined) setText((now) => (now === '' ? text : now));
  };
  const press = (event: KeyboardEvent): void => {
    const suggestion = suggestions[chosen];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (suggestion && step !== undefined) setChosen((chosen + step + suggestions.length) % suggestions.length);
    else if (suggestion && (event.key === 'Tab' || event.key === 'Enter') && !event.shiftKey && !isTyped(suggestion)) take(suggestion);
    else if (suggestion && event.key === 'Escape') setRefused(true);
    else if (event.key === 'Enter' && !event.shiftKey) void send();
    else return;
    event.preventDefault();
  };
  const actions = buttonsFor(buttons, 'messageBoxAction', room, client.person).map(({ actionId, context, labelI18n }) => ({
    id: actionId,
    label: client.say(labelI18n),
    choose: () => void attempt(ask('POST', `${CHAT}/buttons`, { username, actionId, context, roomId: room._id, text })),
  }));

  return (
    <div className="composer">
      <SuggestionList id={listId} suggestions={suggestions} chosen={chosen} take={take} />
      <div className="composer-box">
        <textarea
          ref={field}
          rows={Math.min(MOST_LINES, text.split('\n').length)}
          aria-label={label}
          placeholder={label}
          role="combobox"
          aria-expanded={suggestions.length > 0}
          aria-controls={listId}
          aria-activedescendant={suggestions.length > 0 ? `${listId}-${chosen}` : undefined}
          value={text}
          onChange={({ target }) => type(target.value)}
          onKeyDown={press}
        />
        {threadId === undefined && <AttachFile room={room} username={username} />}
        {actions.length > 0 && <Menu icon="plus" label="More" entries={actions} />}
        <IconButton icon="send-filled" label="Send" disabled={text.trim() === ''} onClick={() => void send()} />
      </div>
    </div>
  );
}
