import { AppError } from '../../src/domain/errors';
import { FINDINGS, type FindingCode } from '../../src/domain/finding';
import { findingLine } from '../../src/inbound/commands/doctor';
import { translator } from '../../src/text/translate';

const en = translator('en');
const CODES = Object.keys(FINDINGS) as FindingCode[]; // as: the keys of a constant are known
/** Something for each placeholder that there is. */
const VALUES = {
  ...{ url: 'u', zone: 'z', set: 's', line: 1, username: 'n', login: 'l', seconds: 2, routes: 'r', fields: 'f', roles: 'r', agent: 'a' },
  ...{ milliseconds: 3, message: 'm', status: 4, minutes: 5, met: 6, room: 'r', members: 7, limit: 8, count: 9, rooms: 'r' },
  ...{ followed: 2, differed: 1, failed: 1, hours: 3, tickets: 't' },
  ...{ milliseconds: 3, message: 'm', status: 4, minutes: 5, met: 6, room: 'r', members: 7, limit: 8, count: 9, rooms: 'r', tickets: 't' },
  ...{ setting: 's', entered: 'e' },
};

describe.each(['en', 'de'])('in %s', (language) => {
  test.each(CODES)('the finding %s has a sign and a sentence', (code) => {
    const error = new AppError('otobo_unreachable');
    const said = findingLine({ code, values: VALUES, choice: 'Refused', error }, translator(language));
    expect(said).toMatch(/^:(white_check_mark|x|grey_question): \S.{10,}[.)]?$/);
    expect(said).not.toMatch(/[{}]|undefined|NaN/);
  });
});

test('what works, what does not and what nobody can tell have signs of their own', () => {
  const sign = (code: FindingCode): string => findingLine({ code, values: VALUES }, en).split(' ')[0] ?? '';
  expect([sign('routes'), sign('routes_missing'), sign('fields_unseen')]).toEqual([':white_check_mark:', ':x:', ':grey_question:']);
});

test('an error is said with its own cause and cure', () => {
  const error = new AppError('otobo_misconfigured', { webservice: 'Nope' });
  expect(findingLine({ code: 'otobo_failed', error }, en)).toContain('the web service Nope');
});

test.each([
  ['a value', { code: 'you_are', values: { agent: '@all [x](https://evil.test)' } }],
  ['a message of OTOBO', { code: 'round_trip_failed', choice: 'Refused', values: { message: '@all [x](https://evil.test)' } }],
  [
    'a detail of an error',
    { code: 'otobo_failed', error: new AppError('otobo_misconfigured', { webservice: '@all [x](https://evil.test)' }) },
  ],
] as const)('%s mentions nobody and links nowhere', (_what, finding) => {
  expect(findingLine(finding, en)).not.toMatch(/@all|\]\(|https:\/\/evil/);
});

test.each(['NotConfigured', 'Unreachable', 'Refused', 'Unexpected'])('a round trip that ends with %s has a cure of its own', (choice) => {
  const others = ['NotConfigured', 'Unreachable', 'Refused', 'Unexpected'].filter((one) => one !== choice);
  const said = (one: string): string => findingLine({ code: 'round_trip_failed', choice: one, values: { message: '' } }, en);
  for (const other of others) expect(said(choice)).not.toBe(said(other));
});
