import { choose } from '../../src/domain/choice';

const PRIORITIES = ['1 very low', '2 low', '3 normal', '4 high', '5 very high'];
const STATES = ['new', 'open', 'pending reminder', 'pending auto close+', 'closed successful', 'closed unsuccessful', 'open again'];

describe('a typed value', () => {
  test.each([
    ['5', '5 very high', PRIORITIES],
    ['high', '4 high', PRIORITIES],
    ['NORM', '3 normal', PRIORITIES],
    ['very h', '5 very high', PRIORITIES],
    ['open', 'open', STATES],
    [' Open ', 'open', STATES],
    ['pending r', 'pending reminder', STATES],
    ['successful', 'closed successful', STATES],
    ['rem', 'pending reminder', STATES],
  ])('%j means %j', (typed, value, values) => expect(choose(typed, values)).toEqual({ value }));

  test('that means several is none of them, and those come first in what is offered', () => {
    expect(choose('closed', STATES)).toEqual({
      offered: ['closed successful', 'closed unsuccessful', 'new', 'open', 'pending reminder', 'pending auto close+', 'open again'],
    });
    expect(choose('very', PRIORITIES)).toEqual({ offered: ['1 very low', '5 very high', '2 low', '3 normal', '4 high'] });
  });

  test('that means nothing gets everything offered', () => {
    expect(choose('urgent', PRIORITIES)).toEqual({ offered: PRIORITIES });
    expect(choose('', STATES)).toEqual({ offered: STATES });
    expect(choose('open', [])).toEqual({ offered: [] });
  });
});
