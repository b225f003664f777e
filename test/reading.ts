import { parse } from '@rocket.chat/message-parser';

/** What people read: inert text has invisible characters, and twins of some that mean something. */
export const visible = (text: string): string =>
  text
    .replaceAll('\u200B', '')
    .replaceAll('\u2024', '.')
    .replaceAll('\u2223', '|')
    .replace(/\\(?=[*_~`])/g, '');

/** Types of everything that the clients' parser finds in a text. */
export function found(text: string): Set<string> {
  const types = new Set<string>();
  JSON.stringify(parse(text), (key, value: unknown) => {
    if (key === 'type' && typeof value === 'string') types.add(value);
    return value;
  });
  return types;
}
