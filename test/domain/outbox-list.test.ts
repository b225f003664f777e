import { auditDay, auditDays } from '../../src/domain/audit';
import { isWithinBounds, MOST_CHARACTERS, MOST_WRITES } from '../../src/domain/outbox-bounds';
import { beginningWith, enoughCharacters } from '../../src/domain/outbox-ids';
import { failureOf, type Write } from '../../src/domain/write';
import { AppError } from '../../src/domain/errors';

const write = (id: string, body = 'b'): Write => ({ id, change: { type: 'Note', subject: 's', body }, at: 0, notBefore: 0, attempts: 0 });

describe('ids of waiting writes', () => {
  test('are shown with eight characters, or as many as it takes to tell them apart', () => {
    expect(enoughCharacters([])).toBe(8);
    expect(enoughCharacters(['12345678-a', '12345679-a'])).toBe(8);
    expect(enoughCharacters(['12345678-a1', '12345678-a2'])).toBe(11);
    expect(enoughCharacters(['same', 'same'])).toBe(36);
  });

  test('are found by their beginning, whatever the case', () => {
    const all = [write('abc1'), write('abd2')];
    expect(beginningWith('AB', all)).toHaveLength(2);
    expect(beginningWith('abD', all)).toEqual([all[1]]);
    expect(beginningWith('x', all)).toEqual([]);
  });
});

test('the outbox is bounded by how many there are, and by how long they are together', () => {
  const many = Array.from({ length: MOST_WRITES }, (_, at) => write(`w${at}`));
  expect(isWithinBounds(many)).toBe(true);
  expect(isWithinBounds([...many, write('one more')])).toBe(false);
  expect(isWithinBounds([write('long', 'x'.repeat(MOST_CHARACTERS))])).toBe(false);
});

test('what is kept of a failure has nothing that somebody typed', () => {
  expect(failureOf(new AppError('otobo_value_refused', { field: 'State', value: 'my words' }), 5)).toEqual({
    code: 'otobo_value_refused',
    details: { field: 'State', value: '…' },
    at: 5,
  });
  expect(failureOf(undefined, 5)).toEqual({ code: 'internal_error', details: {}, at: 5 });
});

test('days are counted in UTC, backwards', () => {
  const now = Date.UTC(2026, 10, 1, 0, 30);
  expect(auditDay(now)).toBe('2026-11-01');
  expect(auditDays(now, 0, 2)).toEqual(['2026-11-01', '2026-10-31']);
  expect(auditDays(now, 90, 1)).toEqual(['2026-08-03']);
});
