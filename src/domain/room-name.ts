import { shorten } from './shorten';
import type { Ticket } from './ticket';

/**
 * Room names are made only of what never changes, so that the same ticket always gives the same name: the unique index on
 * room names is what keeps two instances from opening two rooms.
 */
const TOKENS: ReadonlyMap<string, (ticket: Ticket) => string> = new Map([
  ['{number}', (ticket) => ticket.number],
  ['{id}', (ticket) => ticket.id],
]);
const TOKEN = /(\{[^{}]*\})/;
/** Blanks of all kinds, control characters, and what turns the direction of text. */
const UNSEEN = /[\s\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/g;
const MAX_SLUG = 80;
const MAX_DISPLAY_NAME = 120;

/** @returns what is wrong with a name template, or nothing */
export function templateProblem(template: string): 'no_token' | 'unknown_token' | undefined {
  const tokens = template.split(TOKEN).filter((part) => TOKEN.test(part));
  if (tokens.some((token) => !TOKENS.has(token))) return 'unknown_token';
  return tokens.length > 0 ? undefined : 'no_token';
}

/**
 * Legal under Rocket.Chat's default name rule, and left alone by the slug library it uses when special characters are allowed
 * (which turns dots into hyphens, joins hyphens and takes them off the ends).
 */
function legal(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^0-9A-Za-z_]+/g, '-');
}

/**
 * @param template fixed text with `{number}` or `{id}`; see `templateProblem`
 * @returns the room's name, at most 80 characters; too long fixed text is cut, never the ticket's number or id
 */
export function roomSlug(template: string, ticket: Ticket): string {
  const parts = template.split(TOKEN).map((part) => ({ token: TOKENS.has(part), text: legal(TOKENS.get(part)?.(ticket) ?? part) }));
  let room = MAX_SLUG - parts.filter((part) => part.token).reduce((sum, part) => sum + part.text.length, 0);
  const kept = parts.map((part) => {
    if (part.token) return part.text;
    const text = part.text.slice(0, Math.max(0, room));
    room -= text.length;
    return text;
  });
  return kept.join('').replace(/-+/g, '-').replace(/^-|-$/g, '');
}

/** The second choice where a stranger has the first and the `name_taken` setting allows another. */
export function secondSlug(slug: string): string {
  return `${slug}-otobo`;
}

/** The name that people read where the workspace shows display names; never changed afterwards. */
export function displayName(ticket: Ticket): string {
  return shorten(`${ticket.number} ${ticket.title}`.replace(UNSEEN, ' ').trim(), MAX_DISPLAY_NAME);
}
