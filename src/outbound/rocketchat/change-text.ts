import type { Article } from '../../domain/article';
import type { FieldChange, News } from '../../domain/change-plan';
import { hoursAhead } from '../../domain/otobo-time';
import { nameIn } from '../../domain/person-header';
import { shorten } from '../../domain/shorten';
import { inertLine } from '../../text/inert';
import { momentText } from '../../text/moment';
import type { Translate } from '../../text/translate';

/** A server takes 5,000 characters as it is delivered. */
const LONGEST_TEXT = 4_800;
const LONGEST_VALUE = 100;
const LONGEST_NAME = 60;
const LONGEST_LINE = 160;
const ARTICLE_LINES = 3;

/**
 * One message for everything that is new: a line for each field, and each article with who wrote it and how it begins. What does not fit is
 * left out from the end, articles before fields, and is counted.
 *
 * @param language the workspace's
 * @param timeZone the one that OTOBO writes times in: a room has no clock of its own
 */
export function changeText({ fields, articles, more, by }: News, say: Translate, language: string, timeZone: string): string {
  const changed = fields.map((change) => fieldLine(change, say, language, timeZone));
  const told = by === undefined ? changed : signed(`${foreign(by, LONGEST_NAME)}:`, changed);
  const chunks = articles.map((article) => articleLines(article, say));
  for (let left = 0; left <= chunks.length; left += 1) {
    const unnamed = more + left;
    const rest = unnamed > 0 ? [say('changes.more', { count: unnamed })] : [];
    const text = [...told, ...chunks.slice(left).flat(), ...rest].join('\n');
    if (text.length <= LONGEST_TEXT) return text;
  }
  return beginning(told);
}

function signed(head: string, [first = '', ...rest]: readonly string[]): string[] {
  return rest.length === 0 ? [`${head} ${first}`] : [head, first, ...rest];
}

function fieldLine({ field, from, to }: FieldChange, say: Translate, language: string, timeZone: string): string {
  const shown = (value: string | number): string =>
    typeof value === 'number' ? momentText(value, language, hoursAhead(timeZone, value)) : foreign(value, LONGEST_VALUE);
  // When a time was before tells nobody anything.
  const before = from === undefined || typeof from === 'number' ? '' : `${shown(from)} → `;
  return `${say(`changes.${field}`)}: ${before}${shown(to)}`;
}

function articleLines({ from, subject, body, visibleForCustomer }: Article, say: Translate): string[] {
  const lines = body
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const cut = lines.length > ARTICLE_LINES ? ['> …'] : [];
  return [
    say('changes.article', {
      who: foreign(nameIn(from), LONGEST_NAME),
      subject: foreign(subject, LONGEST_LINE),
      visible: visibleForCustomer ? 'yes' : 'no',
    }),
    ...lines.slice(0, ARTICLE_LINES).map((line) => `> ${foreign(line, LONGEST_LINE)}`),
    ...cut,
  ];
}

/** One character as people count them may be made of thousands: nothing is looked at beyond a few for each. */
function foreign(text: string, longest: number): string {
  const line = inertLine(shorten(text.trim().slice(0, longest * 4), longest));
  return line === '' ? '–' : line;
}

function beginning(lines: readonly string[]): string {
  let text = '';
  for (const line of lines) {
    if (text.length + line.length > LONGEST_TEXT) return `${text}…`;
    text += `${line}\n`;
  }
  return text.trimEnd();
}
