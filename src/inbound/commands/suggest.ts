import { distance } from 'fastest-levenshtein';
import type { Command } from './command';

/** As many names at most are worth reading. */
const MOST = 3;

/** What is compared of a word: `Öffnen`, `oeffnen` and `offnen` are one. */
export function foldWord(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replace(/^[/-]*(.+?)[.,:;!?]*$/, '$1')
    .replace(/ä|ae/g, 'a')
    .replace(/ö|oe/g, 'o')
    .replace(/ü|ue/g, 'u')
    .replace(/ß/g, 'ss');
}

/** @returns the command of that name or alias, however it is spelled */
export function commandNamed(word: string, commands: readonly Command[]): Command | undefined {
  const wanted = foldWord(word);
  return commands.find(({ name, aliases }) => [name, ...aliases].some((one) => foldWord(one) === wanted));
}

/**
 * @returns names (or aliases, where they are nearer) of commands that somebody who typed this may have meant, the nearest first: a
 * letter or two may be wrong, or in the wrong place, or the end missing
 */
export function nearest(word: string, commands: readonly Command[]): string[] {
  const wanted = foldWord(word);
  if (!/[a-z]/.test(wanted)) return [];
  const found = commands
    .map(({ name, aliases }) =>
      [name, ...aliases]
        .map((label) => ({ label, apart: apart(wanted, foldWord(label)) }))
        .reduce((best, other) => (other.apart < best.apart ? other : best)),
    )
    .filter((one) => one.apart <= tolerance(wanted))
    .sort((a, b) => a.apart - b.apart);
  const best = found[0]?.apart ?? 0;
  return found
    .filter((one) => one.apart <= best)
    .slice(0, MOST)
    .map(({ label }) => label);
}

const tolerance = ({ length }: string): number => (length < 4 ? 1 : Math.max(2, Math.floor(length / 3)));

const letters = (word: string): string => Array.from(word).sort().join('');

function apart(wanted: string, name: string): number {
  if (wanted.length >= 2 && name.startsWith(wanted)) return 1;
  return letters(wanted) === letters(name) ? 1 : distance(wanted, name);
}
