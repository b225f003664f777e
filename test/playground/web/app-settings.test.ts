import { sectionsOf, shownValue, type AppSetting } from '../../../playground/web/client/admin/app-settings';
import { appWord } from '../../../playground/web/client/chat/app-words';
import { aheadText } from '../../../playground/web/client/clock-menu';
import { visibleTickets } from '../../../playground/web/client/otobo/visible-tickets';

test.each([
  ['saved', 'initial', 'saved'],
  ['', 'initial', 'initial'],
  [undefined, 'initial', 'initial'],
  [false, true, true],
  [true, false, true],
  [false, false, false],
  [0, 5000, 5000],
])('the form shows %j where the package says %j as %j, as Rocket.Chat does', (value, packageValue, shown) => {
  expect(shownValue({ value, packageValue })).toBe(shown);
});

test('settings stand in their sections, in the order in which the app declares them', () => {
  const setting = (id: string, section: string): AppSetting => ({ id, section, type: 'string', packageValue: '', i18nLabel: id });
  const sections = sectionsOf([setting('a', 'one'), setting('b', 'two'), setting('c', 'one')]);
  expect(sections.map(({ title, settings }) => [title, settings.map(({ id }) => id)])).toEqual([
    ['one', ['a', 'c']],
    ['two', ['b']],
  ]);
});

test("a key is shown in the reader's language, else in English, else as it is", () => {
  const texts = { en: { room: 'Room', only: 'Only here' }, de: { room: 'Raum' } };
  expect(['room', 'only', 'none'].map((key) => appWord(texts, 'de', key))).toEqual(['Raum', 'Only here', 'none']);
  expect(appWord(texts, 'fr', 'room')).toBe('Room');
});

test('a moved clock says how far it is ahead', () => {
  expect([600_000, 3_600_000, 90_000_000, 86_400_000].map(aheadText)).toEqual(['10 min', '1 h', '1 d 1 h', '1 d']);
});

test('an agent sees the tickets of the queues where they may read', () => {
  const tickets = [{ Queue: 'Support' }, { Queue: 'Management' }];
  expect(visibleTickets(tickets, { rights: { Support: ['ro', 'note'], Management: ['note'] } })).toEqual([{ Queue: 'Support' }]);
  expect(visibleTickets(tickets, { rights: { Management: ['rw'] } })).toEqual([{ Queue: 'Management' }]);
  expect(visibleTickets(tickets, undefined)).toEqual([]);
});
