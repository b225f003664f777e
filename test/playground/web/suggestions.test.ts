import type { Person } from '../../../playground/web/client/chat/shapes';
import { suggestionsFor } from '../../../playground/web/client/chat/suggestions';

const person = (username: string, name: string, active = true): Person => ({
  username,
  name,
  active,
  type: 'user',
  status: 'online',
  roles: ['user'],
  settings: { preferences: {} },
});
const sources = {
  commands: [
    { command: 'otobo', i18nParamsExample: 'params', i18nDescription: 'description' },
    { command: 'other', i18nParamsExample: '', i18nDescription: 'description' },
  ],
  people: [person('alice', 'Alice Adler'), person('bob', 'Robert Böhm'), person('gone', 'Robin Gone', false)],
  say: (key: string) => ({ params: 'help', description: 'Tickets' })[key] ?? key,
};
const inserted = (typed: string): string[] => suggestionsFor(typed, sources).map(({ insert }) => insert);

test('a slash offers the commands, in the words of the app', () => {
  expect(suggestionsFor('/ot', sources)).toEqual([
    { insert: '/otobo ', title: '/otobo help', detail: 'Tickets' },
    { insert: '/other ', title: '/other', detail: 'Tickets' },
  ]);
  expect(inserted('/OTO')).toEqual(['/otobo ']);
});

test('an at sign offers people by user name and by name, and keeps what stands before it', () => {
  expect(inserted('thanks @rob')).toEqual(['thanks @bob ']);
  expect(inserted('@ALI')).toEqual(['@alice ']);
});

test.each(['', 'hello', '/otobo ', '/nothing', 'a/otobo', 'alice@helpdesk', 'mail to @nobody'])('%j offers nothing', (typed) => {
  expect(inserted(typed)).toEqual([]);
});
