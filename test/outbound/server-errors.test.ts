import { refusalOf, type ServerRefusal } from '../../src/outbound/rocketchat/server-errors';

/** As the server words its refusals: the sentence, the id behind it, or the database's own message. */
const REFUSALS: [string, ServerRefusal][] = [
  ["A channel with name 'ticket-1' exists", 'name_taken'],
  ["A channel with name 'ticket-1' exists [error-duplicate-channel-name]", 'name_taken'],
  ['error-duplicate-channel-name', 'name_taken'],
  ["There's an archived channel with name ticket-1", 'name_taken'],
  ["There's an archived channel with name ticket-1 [error-archived-duplicate-name]", 'name_taken'],
  ['error-archived-duplicate-name', 'name_taken'],
  ['E11000 duplicate key error collection: meteor.rocketchat_room index: name_1 dup key: { name: "ticket-1" }', 'name_taken'],
  ['Not allowed', 'not_allowed'],
  ['Not allowed [error-not-allowed]', 'not_allowed'],
  ['error-not-allowed', 'not_allowed'],
  ['Invalid user', 'no_such_user'],
  ['Invalid user [error-invalid-user]', 'no_such_user'],
  ['ticket 1 is not a valid room name.', 'name_invalid'],
  ['ticket 1 is not a valid room name. [error-invalid-room-name]', 'name_invalid'],
  ['error-invalid-room-name', 'name_invalid'],
  ['error-app-prevented', 'prevented_by_app'],
  ["You can't send messages because the room is readonly.", 'read_only'],
];

describe('what the server refuses', () => {
  test.each(REFUSALS)('%j is understood', (text, refusal) => {
    expect(refusalOf(new Error(text))).toBe(refusal);
    expect(refusalOf(text)).toBe(refusal);
  });

  // The id tells what happened; the sentence before it is the other app's own and may say anything.
  test.each([
    'A Rocket.Chat App prevented the room creation.',
    'Not allowed on Sundays [error-app-prevented]',
    'Invalid user group [error-app-prevented]',
    'A channel with name like this needs approval [error-app-prevented]',
  ])('%j is understood as the word of another app', (text) => {
    expect(refusalOf(new Error(text))).toBe('prevented_by_app');
  });

  test.each([
    'Room id not found',
    'Invalid slugifiedName assigned to the room.',
    'error-federated-users-in-non-federated-rooms',
    'error-invalid-members',
    'error-abac-room-locked',
    'error-message-size-exceeded',
    'error-message-ts-out-of-sync',
    'room_is_archived',
    'Request timed out',
    '',
  ])('%j is no refusal that the app can answer', (text) => {
    expect(refusalOf(new Error(text))).toBeUndefined();
  });

  test.each([undefined, null, {}, 7])('neither is %p', (thrown) => {
    expect(refusalOf(thrown)).toBeUndefined();
  });
});
