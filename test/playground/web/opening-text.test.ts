import { openingText } from '../../../playground/web/client/otobo/opening-text';

test('an agent reads who is in the new room and who is not, with the reason', () => {
  const Members = {
    Added: [{ Username: 'alice' }, { Username: 'bob' }],
    Unresolved: [{ Name: 'Haustechnik', Reason: 'no_account' }],
    Skipped: [{ Email: 'support@helpdesk.test', Reason: 'system_address' }],
  };
  expect(openingText({ Success: 1, Data: { Result: 'created', Members } })).toEqual({
    failed: false,
    summary: 'The room has been created. In it: alice, bob.',
    missing: ['Haustechnik (no account)', 'support@helpdesk.test (system address)'],
  });
});

test('a refusal is given in the words of the app', () => {
  const Error = { ErrorCode: 'name_taken', ErrorMessage: 'The name is in use.' };
  expect(openingText({ Success: 1, Data: { Result: 'refused', Error } })).toMatchObject({ failed: true, summary: 'The name is in use.' });
});

test('a failed request is given in the words of OTOBO', () => {
  expect(openingText({ Success: 0, ErrorMessage: "Response code '503'.", Data: null })).toMatchObject({
    failed: true,
    summary: "Response code '503'.",
  });
});

test('a result that the page does not know yet is named as it is', () => {
  expect(openingText({ Success: 1, Data: { Result: 'moved_elsewhere' } }).summary).toBe('moved elsewhere');
});
