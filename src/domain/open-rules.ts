import type { Ticket } from './ticket';

/** What a rule may ask of a ticket, by the words that stand in the setting. */
const FIELDS = {
  queue: 'queue',
  priority: 'priority',
  state_type: 'stateType',
  type: 'type',
  service: 'service',
} as const satisfies Record<string, keyof Ticket>;
type RuleField = (typeof FIELDS)[keyof typeof FIELDS];
type Asked = Pick<Ticket, RuleField>;

/** A value as it is compared; `open` at its end: whatever begins with it. */
interface Pattern {
  readonly text: string;
  readonly open: boolean;
}

/** Which tickets get a room by themselves: those that meet every condition. Each condition is met by one of its values. */
export type OpenRule = ReadonlyMap<RuleField, readonly Pattern[]>;

export interface OpenRules {
  readonly rules: readonly OpenRule[];
  /** Numbers of the lines that cannot be read, from 1; none of them makes a rule. */
  readonly problems: readonly number[];
}

/** What a state means in which a ticket needs no room, unless a rule says so. */
const DONE = ['closed', 'removed'];
/** All that was in a merged ticket is in another one now. */
const MERGED = 'merged';

const fold = (text: string): string => text.normalize('NFC').toLowerCase().normalize('NFC');

/**
 * Reads rules, one per line: `queue = Support::*; priority = 4 high, 5 very high`. Empty lines and lines that begin with `#` are passed
 * over. A line that cannot be read is no rule at all: without one of its conditions it would open more rooms than were meant.
 */
export function decodeOpenRules(text: string): OpenRules {
  const rules: OpenRule[] = [];
  const problems: number[] = [];
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    const written = line.trim();
    if (written === '' || written.startsWith('#')) continue;
    const rule = readRule(written);
    if (rule) rules.push(rule);
    else problems.push(at + 1);
  }
  return { rules, problems };
}

function readRule(written: string): OpenRule | undefined {
  const rule = new Map<RuleField, readonly Pattern[]>();
  for (const condition of parts(written, ';')) {
    const equals = condition.indexOf('=');
    const field = fieldNamed(condition.slice(0, Math.max(0, equals)));
    const patterns = parts(condition.slice(equals + 1), ',').map(readPattern);
    if (!field || rule.has(field) || patterns.length === 0 || patterns.some(({ text }) => text.includes('*'))) return undefined;
    rule.set(field, patterns);
  }
  return rule.size > 0 ? rule : undefined;
}

const parts = (text: string, separator: string): string[] =>
  text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');

function fieldNamed(name: string): RuleField | undefined {
  const wanted = fold(name.trim());
  return Object.entries(FIELDS).find(([word]) => word === wanted)?.[1];
}

function readPattern(value: string): Pattern {
  const open = value.endsWith('*');
  return { text: fold(open ? value.slice(0, -1) : value), open };
}

/**
 * Whether a ticket meets one of the rules. A condition is not met by a ticket of which the field is not known. What is closed or removed
 * meets only rules that name state types, what is merged meets none.
 */
export function meets(rules: readonly OpenRule[], ticket: Asked): boolean {
  const stateType = fold(ticket.stateType ?? '');
  if (stateType === MERGED) return false;
  return rules.some((rule) => {
    if (DONE.includes(stateType) && !rule.has('stateType')) return false;
    return [...rule].every(([field, patterns]) => isOneOf(ticket[field], patterns));
  });
}

function isOneOf(value: string | undefined, patterns: readonly Pattern[]): boolean {
  if (value === undefined) return false;
  const folded = fold(value);
  return patterns.some(({ text, open }) => (open ? folded.startsWith(text) : folded === text));
}
