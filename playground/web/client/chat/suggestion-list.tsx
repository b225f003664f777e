import type { ReactNode } from 'react';
import type { Suggestion } from './suggestions';

interface Props {
  readonly id: string;
  readonly suggestions: readonly Suggestion[];
  /** Which of them the keyboard has reached. */
  readonly chosen: number;
  readonly take: (suggestion: Suggestion) => void;
}

export function SuggestionList({ id, suggestions, chosen, take }: Props): ReactNode {
  return (
    <ul id={id} className="suggestions" role="listbox" aria-label="Suggestions" hidden={suggestions.length === 0}>
      {suggestions.map((suggestion, at) => (
        <li
          key={suggestion.insert}
          id={`${id}-${at}`}
          role="option"
          aria-selected={at === chosen}
          onMouseDown={(event) => {
            event.preventDefault();
            take(suggestion);
          }}
        >
          <strong>{suggestion.title}</strong> <span>{suggestion.detail}</span>
        </li>
      ))}
    </ul>
  );
}
