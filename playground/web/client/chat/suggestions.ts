import type { Command, Person } from './shapes';

/** Something to take over into the composer instead of what is being typed. */
export interface Suggestion {
  /** What the composer then holds, up to the cursor. */
  readonly insert: string;
  readonly title: string;
  readonly detail: string;
}

/** What suggestions are made of. More about a command, such as its subcommands, is to come in here. */
export interface SuggestionSources {
  readonly commands: readonly Command[];
  readonly people: readonly Person[];
  /** The app's word for a key, in the reader's language. */
  readonly say: (key: string) => string;
}

const MOST = 8;

/** @param typed the composer's text up to the cursor */
export function suggestionsFor(typed: string, { commands, people, say }: SuggestionSources): Suggestion[] {
  const command = /^\/(\S*)$/.exec(typed)?.[1];
  if (command !== undefined) {
    return commands
      .filter((one) => one.command.startsWith(command.toLowerCase()))
      .slice(0, MOST)
      .map((one) => ({
        insert: `/${one.command} `,
        title: `/${one.command} ${say(one.i18nParamsExample)}`.trim(),
        detail: say(one.i18nDescription),
      }));
  }
  const [, before = '', name] = /^([^]*(?:^|\s))@(\S*)$/.exec(typed) ?? [];
  if (name === undefined) return [];
  return people
    .filter((person) => person.active && [person.username, person.name].some((text) => text.toLowerCase().startsWith(name.toLowerCase())))
    .slice(0, MOST)
    .map(({ username, name: fullName }) => ({ insert: `${before}@${username} `, title: `@${username}`, detail: fullName }));
}
