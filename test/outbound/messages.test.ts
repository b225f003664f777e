import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { messages } from '../../src/outbound/rocketchat/messages';

const STORED: Readonly<Record<string, unknown>> = {
  m1: { id: 'm1', text: 'hello', room: { id: 'room' }, sender: { id: 'id-alice', username: 'alice' } },
};
const read = { getMessageReader: () => ({ getById: (id: string) => Promise.resolve(STORED[id] ?? null) }) } as unknown as IRead;

describe('the text of a message', () => {
  test('is read by its id', () => expect(messages({ read }).text('m1', 'room')).resolves.toBe('hello'));

  test.each([
    ['of another room', 'm1', 'other room'],
    ['that is gone', 'm2', 'room'],
  ])('%s is not told', (_what, id, roomId) => expect(messages({ read }).text(id, roomId)).resolves.toBeUndefined());
});

describe('a message', () => {
  test('is found by its id', () =>
    expect(messages({ read }).find('m1', 'room')).resolves.toMatchObject({ id: 'm1', text: 'hello', author: { username: 'alice' } }));

  test.each([
    ['of another room', 'm1', 'other room'],
    ['that is gone', 'm2', 'room'],
  ])('%s is not found', (_what, id, roomId) => expect(messages({ read }).find(id, roomId)).resolves.toBeUndefined());
});
