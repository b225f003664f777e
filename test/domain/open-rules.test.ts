import fc from 'fast-check';
import { decodeOpenRules, meets } from '../../src/domain/open-rules';
import type { Ticket } from '../../src/domain/ticket';

type Asked = Pick<Ticket, 'queue' | 'priority' | 'stateType' | 'type' | 'service'>;
const opens = (text: string, ticket: Asked): boolean => meets(decodeOpenRules(text).rules, ticket);
const problems = (text: string): readonly number[] => decodeOpenRules(text).problems;

const VERY_HIGH = { queue: 'Support::Hardware', priority: '5 very high', stateType: 'open' };

describe('a rule that opens rooms', () => {
  test.each<[string, string, Asked]>([
    ['by its queue', 'queue = Support::Hardware', VERY_HIGH],
    ['by the beginning of its queue', 'queue = Support::*', VERY_HIGH],
    ['in any queue', 'queue = *', VERY_HIGH],
    ['by one of several values', 'priority = 4 high, 5 very high', VERY_HIGH],
    ['by all conditions of a line', 'queue = Support::*; priority = 4 high, 5 very high', VERY_HIGH],
    ['by the second line', 'queue = Sales\nqueue = Support::*', VERY_HIGH],
    ['in whatever case', 'QUEUE = support::HARDWARE', VERY_HIGH],
    ['in whatever form of Unicode', 'queue = Bu\u0308ro', { queue: 'BÜRO' }],
    ['without blanks, and with a semicolon too many', 'queue=Support::*;priority=5 very high;', VERY_HIGH],
    ['by its type', 'type = Incident', { type: 'Incident' }],
    ['by its service', 'service = Mail::*', { service: 'Mail::IMAP' }],
    ['by what its state means', 'state_type = new', { stateType: 'new' }],
    ['with an equals sign in the name of the queue', 'queue = a=b', { queue: 'a=b' }],
    ['though it is closed, where the rule says so', 'queue = *; state_type = closed', { ...VERY_HIGH, stateType: 'closed' }],
    ['of which nobody says what its state means', 'queue = *', { queue: 'Support' }],
  ])('takes a ticket %s', (_how, text, ticket) => {
    expect(problems(text)).toEqual([]);
    expect(opens(text, ticket)).toBe(true);
  });

  test.each<[string, string, Asked]>([
    ['in another queue', 'queue = Support', VERY_HIGH],
    ['in a queue that only contains the words', 'queue = Hardware*', VERY_HIGH],
    ['that lacks one of the conditions', 'queue = Support::*; priority = 1 very low', VERY_HIGH],
    ['that meets one line in part and another in part', 'queue = Sales; priority = 5*\nqueue = Support*; priority = 1*', VERY_HIGH],
    ['of which the field is not known', 'type = *', VERY_HIGH],
    ['that is closed', 'queue = *', { ...VERY_HIGH, stateType: 'closed' }],
    ['that was removed', 'queue = *', { ...VERY_HIGH, stateType: 'Removed' }],
    ['that was merged, whatever the rule says', 'queue = *; state_type = *, merged', { ...VERY_HIGH, stateType: 'merged' }],
    ['where there are no rules', '', VERY_HIGH],
    ['where all is commented out', '# queue = *\n\n   # queue = *', VERY_HIGH],
  ])('leaves a ticket alone %s', (_how, text, ticket) => {
    expect(problems(text)).toEqual([]);
    expect(opens(text, ticket)).toBe(false);
  });

  test.each([
    ['without an equals sign', 'queue Support'],
    ['without a value', 'queue ='],
    ['with nothing but commas for values', 'queue = , ,'],
    ['with a field that there is not', 'owner = alice'],
    ['without a field', '= Support'],
    ['with the same field twice', 'queue = a; Queue = b'],
    ['with a star before the end', 'queue = *::Hardware'],
    ['with nothing but semicolons', ';;'],
    ['of which one condition cannot be read', 'queue = *; priorty = 5 very high'],
  ])('named by its number %s opens nothing, and the others do', (_what, broken) => {
    const text = `# rules\r\nqueue = Sales\r\n\r\n  ${broken}\r\nqueue = Postmaster`;
    expect(problems(text)).toEqual([4]);
    expect(opens(text, VERY_HIGH)).toBe(false);
    expect(opens(text, { queue: 'Sales' })).toBe(true);
    expect(opens(text, { queue: 'Postmaster' })).toBe(true);
  });
});

/** Names as admins give them: none of the characters that the setting is written with. */
const name = fc.string({ unit: fc.constantFrom('a', 'B', 'ü', 'Ö', 'é', 'ß', 'Ж', '中', '1', ':', '(', '.'), minLength: 1, maxLength: 12 });
const WORDS = { queue: 'queue', priority: 'priority', state_type: 'stateType', type: 'type', service: 'service' } as const;
const openTicket = fc.record({ queue: name, priority: name, type: name, service: name, stateType: fc.constantFrom('new', 'open') });

describe('rules for any names', () => {
  test('take the ticket whose own values they were written with, in either case, and a beginning of them', () => {
    fc.assert(
      fc.property(
        openTicket,
        fc.uniqueArray(fc.constantFrom(...Object.keys(WORDS)), { minLength: 1 }),
        fc.nat(12),
        (ticket, words, cut) => {
          const valueOf = (word: string): string => ticket[WORDS[word as keyof typeof WORDS]];
          const exact = words.map((word) => `${word} = ${valueOf(word)}`).join('; ');
          const begun = words.map((word) => `${word} = ${valueOf(word).slice(0, cut)}*`).join('; ');
          expect([problems(exact), opens(exact, ticket)]).toEqual([[], true]);
          expect(opens(exact.toLowerCase(), ticket)).toBe(true);
          expect(opens(exact.normalize('NFD'), ticket)).toBe(true);
          expect([problems(begun), opens(begun, ticket)]).toEqual([[], true]);
        },
      ),
    );
  });

  test('one line more never closes what was open, and one condition more never opens what was closed', () => {
    const line = fc
      .uniqueArray(fc.tuple(fc.constantFrom(...Object.keys(WORDS)), name), { minLength: 1, selector: ([word]) => word })
      .map((conditions) => conditions.map(([word, value]) => `${word} = ${value.slice(0, 1)}*`));
    fc.assert(
      fc.property(fc.array(line), line, openTicket, (lines, more, ticket) => {
        const text = lines.map((conditions) => conditions.join(';')).join('\n');
        const longer = opens(`${text}\n${more.join(';')}`, ticket);
        if (opens(text, ticket)) expect(longer).toBe(true);
        if (more.length > 1 && !opens(more.slice(1).join(';'), ticket)) expect(opens(more.join(';'), ticket)).toBe(false);
      }),
    );
  });

  test('whatever is written, every line is a rule, a problem, or passed over, and nothing throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('queue', '=', ';', ',', '*', ' ', '\n', '#', 'a', 'Ü') }), (text) => {
        const { rules, problems: broken } = decodeOpenRules(text);
        const written = text.split('\n').filter((one) => one.trim() !== '' && !one.trim().startsWith('#'));
        expect(rules.length + broken.length).toBe(written.length);
      }),
    );
  });
});
