import {
  afterLeavingAlone,
  afterMeeting,
  afterRoom,
  atItsEnd,
  type Pass,
  passFor,
  type PassScope,
  roomUnderWay,
  stillToMeet,
} from '../../src/domain/address-pass';

const SCOPE: PassScope = { roomIds: ['GENERAL', 'staff'], limit: 5000, acceptUnverified: false };
const NOW = Date.UTC(2026, 10, 23);
const DAY_MS = 24 * 60 * 60 * 1000;
const people = (...ids: string[]): { id: string }[] => ids.map((id) => ({ id }));

const fresh = passFor(SCOPE, undefined, NOW);
const halfWay = afterMeeting(fresh, people('a', 'b'));
const done = atItsEnd(afterRoom(afterRoom(halfWay)), NOW);

describe('the pass to work at', () => {
  test('is a new one at the first room when there was none', () => {
    expect(fresh).toEqual({
      ...SCOPE,
      at: 0,
      after: '',
      met: 0,
      tooLarge: [],
      gone: [],
      startedAt: NOW,
      completedOnce: false,
    });
  });

  test('is the last one while it is under way, however old it is', () => {
    expect(passFor(SCOPE, halfWay, NOW + 9 * DAY_MS)).toBe(halfWay);
  });

  test('is the completed one for a day, then a new one', () => {
    expect(passFor(SCOPE, done, NOW + DAY_MS)).toBe(done);
    expect(passFor(SCOPE, done, NOW + DAY_MS + 1)).toMatchObject({ at: 0, after: '', met: 0, startedAt: NOW + DAY_MS + 1 });
  });

  const changes: [string, Partial<PassScope>][] = [
    ['another room is chosen', { roomIds: ['GENERAL', 'sales'] }],
    ['a room is chosen in addition', { roomIds: ['GENERAL', 'staff', 'sales'] }],
    ['the limit is changed', { limit: 9000 }],
    ['unverified addresses are accepted from now on', { acceptUnverified: true }],
  ];
  test.each(changes)('is a new one when %s, with the last one under way or completed', (_what, change) => {
    const scope = { ...SCOPE, ...change };
    for (const last of [halfWay, done])
      expect(passFor(scope, last, NOW + 1)).toMatchObject({ ...scope, at: 0, met: 0, startedAt: NOW + 1 });
  });

  test('knows from the one before that everybody has been met once', () => {
    expect(passFor(SCOPE, done, NOW + 2 * DAY_MS)).toMatchObject({ completedOnce: true });
    expect(passFor(SCOPE, done, NOW + 2 * DAY_MS).completedAt).toBeUndefined();
    expect(passFor({ ...SCOPE, limit: 1 }, halfWay, NOW)).toMatchObject({ completedOnce: false });
  });
});

describe('a pass', () => {
  test('meets members by id, and nobody twice', () => {
    const members = people('d', 'b', 'a', 'c');
    expect(stillToMeet(members, fresh)).toEqual(people('a', 'b', 'c', 'd'));
    expect(stillToMeet(members, halfWay)).toEqual(people('c', 'd'));
    expect(members).toEqual(people('d', 'b', 'a', 'c'));
  });

  test('goes from room to room, and begins at the first member of each', () => {
    expect(roomUnderWay(halfWay)).toBe('GENERAL');
    const second = afterRoom(halfWay);
    expect([roomUnderWay(second), second.after, second.met]).toEqual(['staff', '', 2]);
    expect(roomUnderWay(afterRoom(second))).toBeUndefined();
  });

  test('names the rooms it leaves alone, those with too many members apart from those that are gone', () => {
    const tooLarge: Pass = afterLeavingAlone(fresh, 'GENERAL', { slug: 'general', memberCount: 6000 });
    const gone = afterLeavingAlone(tooLarge, 'staff', undefined);
    expect(tooLarge).toMatchObject({ at: 1, met: 0 });
    expect(gone).toMatchObject({ at: 2, tooLarge: [{ roomId: 'GENERAL', name: 'general', members: 6000 }], gone: ['staff'] });
  });
});
