import { following, standingOfFields } from '../../src/domain/field-changes';
import type { Change, FieldValues } from '../../src/domain/write';

const NOW = { state: 'open', priority: '3 normal', owner: 'alice' };
const MINUTE = 60_000;

describe('a change of fields that was kept', () => {
  test.each<[string, FieldValues, FieldValues | undefined, object]>([
    ['has arrived when the ticket has the value', { state: 'open' }, { state: 'new' }, { type: 'arrived' }],
    ['has arrived when it has all values', { state: 'open', priority: '3 normal' }, undefined, { type: 'arrived' }],
    ['is still to be made when the ticket is as it was', { state: 'closed' }, { state: 'open' }, { type: 'open' }],
    [
      'is still to be made when one of two values is there and the other as it was',
      { state: 'open', priority: '5 very high' },
      { state: 'new', priority: '3 normal' },
      { type: 'open' },
    ],
    ['is overtaken when the ticket has a third value', { state: 'closed' }, { state: 'new' }, { type: 'overtaken', field: 'state' }],
    ['is overtaken when the field was empty and is not now', { owner: 'bob' }, {}, { type: 'overtaken', field: 'owner' }],
    ['is not overtaken by a change of another field', { state: 'closed' }, { state: 'open', priority: '1 very low' }, { type: 'open' }],
    ['is still to be made when nobody knows how it was', { state: 'closed' }, undefined, { type: 'open' }],
  ])('%s', (_what, wanted, was, standing) => {
    expect(standingOfFields(wanted, was, NOW)).toEqual(standing);
  });

  test('of a waiting time has arrived when the ticket has it to the minute, because OTOBO counts from its own clock', () => {
    const wanted = { state: 'pending reminder', pendingUntil: 60 * MINUTE };
    const standing = (pendingUntil: number): string =>
      standingOfFields(wanted, { state: 'open', pendingUntil: 5 * MINUTE }, { state: 'pending reminder', pendingUntil }).type;
    expect([60, 61, 59, 5, 30].map((minutes) => standing(minutes * MINUTE))).toEqual([
      'arrived',
      'arrived',
      'arrived',
      'open',
      'overtaken',
    ]);
  });
});

describe('a later change of the same ticket', () => {
  const later: Change = { type: 'Fields', state: 'closed', was: { state: 'open', priority: '3 normal' } };

  test('finds what an earlier one of ours has set, and nobody else', () => {
    expect(following(later, { type: 'Fields', state: 'new' })).toEqual({ ...later, was: { state: 'new', priority: '3 normal' } });
  });

  test.each<[string, Change, Change]>([
    ['when the earlier one sets no field', later, { type: 'Note', subject: 's', body: 'b' }],
    ['when nobody knew what was', { type: 'Fields', state: 'closed' }, { type: 'Fields', state: 'new' }],
  ])('stays as it is %s', (_what, one, earlier) => {
    expect(following(one, earlier)).toBe(one);
  });
});
