import { submission, valuesOf } from '../../../playground/web/client/blocks/values';
import { INPUT_BLOCKS, MESSAGE_BLOCKS } from '../../browser/gallery/blocks';

test('a view that nobody touches submits what its inputs held when it opened, by block and action', () => {
  expect(submission(valuesOf(INPUT_BLOCKS))).toEqual({
    title: { title: undefined },
    text: { text: 'as it was' },
    queue: { queue: 'green' },
    tags: { tags: undefined },
    date: { date: undefined },
    time: { time: '14:05' },
    boxes: { boxes: ['red'] },
    one: { one: undefined },
    switches: { switches: undefined },
    scale: { scale: undefined },
    person: { person: undefined },
  });
});

test('elements of action blocks are part of what is submitted, accessories of sections are not', () => {
  const submitted = submission(valuesOf(MESSAGE_BLOCKS));
  expect(Object.keys(submitted)).toEqual(['actions']);
  expect(Object.keys(submitted.actions ?? {})).toEqual(['press', 'remove', 'pick', 'more']);
});

test('an input in a block without an id is lost, as it is in Rocket.Chat', () => {
  expect(submission({ title: { blockId: undefined, value: 'x' } })).toEqual({});
});

test('two inputs with one action id hold one value', () => {
  const [first, second] = INPUT_BLOCKS;
  const values = valuesOf([first, { ...second, element: { ...(second as { element: object }).element, actionId: 'title' } }] as never); // as: a mistake that an app can make
  expect(submission(values)).toEqual({ text: { title: 'as it was' } });
});
