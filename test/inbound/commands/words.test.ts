import fc from 'fast-check';
import { typed } from '../../../src/inbound/commands/words';
import { parseCommandLine } from '../../../playground/rocketchat/command-line';

/** As the server hands over what somebody typed after the command's name. */
const after = (text: string): ReturnType<typeof typed> => typed(parseCommandLine(`/otobo ${text}`)?.args ?? []);

test.each([
  ['one two', ['one', 'two']],
  ['"one two" three', ['one two', 'three']],
  [`'one two' three`, ['one two', 'three']],
  ['„one two“ three', ['one two', 'three']],
  ['“one two” three', ['one two', 'three']],
  ['„one two” three', ['one two', 'three']],
  ['‚one two‘ three', ['one two', 'three']],
  ['«one two» three', ['one two', 'three']],
  ['»one two« three', ['one two', 'three']],
  ['“one” two', ['one', 'two']],
  ['a “one two” b “three four”', ['a', 'one two', 'b', 'three four']],
  ['“one two', ['“one', 'two']],
  ['one” two', ['one”', 'two']],
  ['“', ['“']],
  ['“” two', ['two']],
  ['don’t do that', ['don’t', 'do', 'that']],
  ['pending auto close+\u200B', ['pending', 'auto', 'close+']],
])('%s is read as %j', (text, words) => {
  expect(after(text).words).toEqual(words);
});

test('a text keeps the quotes of phones, and the lines of what stands in quotes', () => {
  expect(after('he said “it burns” twice').text).toBe('he said “it burns” twice');
  expect(after('"first line\nsecond line"').text).toBe('first line\nsecond line');
});

test('no word gets lost, whatever quotes it has', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[“”„«»‘’‚a-c]{1,5}$/), { maxLength: 8 }), (args) => {
      const letters = (texts: readonly string[]): string => texts.join('').replace(/[^a-c]/g, '');
      expect(letters(typed(args).words)).toBe(letters(args));
      expect(typed(args).text).toBe(args.join(' '));
    }),
  );
});
