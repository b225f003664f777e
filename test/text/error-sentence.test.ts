import { AppError } from '../../src/domain/errors';
import { errorSentence } from '../../src/text/error-sentence';
import { translator } from '../../src/text/translate';

describe('what somebody in the chat is told of an error', () => {
  test.each(['en', 'de'])('has foreign text in it that is inert, here in %s', (language) => {
    const told = errorSentence(new AppError('user_unknown', { user: '@all [x](https://evil.test)' }), translator(language));
    expect(told).not.toMatch(/@all|\]\(https:\/\/evil/);
    expect(told.replaceAll('\u200B', '')).toContain('@all');
  });

  test('is a whole sentence where the error leaves a gap that is always the same', () => {
    const told = errorSentence(new AppError('room_name_invalid', { name: 'a b' }), translator('en'));
    expect(told).toContain('letters, digits, hyphens, and {number}, {id}');
  });

  test.each([
    ['created', 'yes', 'was opened for Ticket#20 and stays its room'],
    ['created', 'no', 'was opened for another ticket and stays its room'],
    ['linked', 'yes', 'is linked to Ticket#20 already'],
    ['linked', 'no', 'is linked to another ticket that you may not see already'],
  ])('names the ticket of a room that was %s only to who may know it (%s)', (origin, known, expected) => {
    expect(errorSentence(new AppError('room_taken', { origin, known, ticket: known === 'yes' ? '20' : '' }), translator('en'))).toContain(
      expected,
    );
  });
});
