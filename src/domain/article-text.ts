import { AppError } from './errors';

/** More than a message of the chat may have, and little enough to be read. */
const MOST_CHARACTERS = 20_000;

/**
 * @param text as it was typed
 * @returns the same without blank space around it, lines and all
 * @throws AppError `text_missing`, `text_too_long`
 */
export function articleText(text: string): string {
  const words = text.trim();
  if (words === '') throw new AppError('text_missing');
  if (words.length > MOST_CHARACTERS) throw new AppError('text_too_long', { length: String(words.length), max: String(MOST_CHARACTERS) });
  return words;
}
