import * as fc from 'fast-check';
import { addressParser } from 'postal-mime';
import { personHeader, shownName } from '../../src/domain/person-header';

const parsed = (header: string | undefined): unknown => addressParser(header ?? '');

describe('who wrote an article', () => {
  test('is named as OTOBO takes it', () => {
    expect(personHeader({ name: 'Alice Agent', email: 'alice@corp.test' })).toBe('"Alice Agent via Rocket.Chat" <alice@corp.test>');
  });

  test.each([
    ['quotes and backslashes', 'Al "Ice\\" Agent\\'],
    ['a comma and another address', 'Agent, Alice <mallory@evil.test>'],
    ['line breaks that would begin another header', 'Alice\r\nBcc: mallory@evil.test'],
    ['an encoded word', '=?utf-8?q?Mallory_=3Cmallory=40evil=2Etest=3E?='],
    ['a comment and a group', 'Alice (boss); team: Bob'],
    ['letters of other scripts', 'Zoë Müller 陳'],
    ['a direction override', 'Alice\u202Eeb'],
    ['nothing', ''],
  ])('stays one person with one address for a name with %s', (_what, name) => {
    const header = personHeader({ name, email: 'alice@corp.test' });
    expect(header).not.toMatch(/[\r\n\u202E]|=\?/);
    expect(parsed(header)).toEqual([{ name: expect.stringContaining('via Rocket.Chat') as string, address: 'alice@corp.test' }]);
  });

  test('reads back as the name that was meant, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (name) => {
        const meant = `${shownName(name)} via Rocket.Chat`.replace(/=\?/g, '= ?').trim();
        expect(parsed(personHeader({ name, email: 'alice@corp.test' }))).toEqual([{ name: meant, address: 'alice@corp.test' }]);
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([undefined, '', 'alice', 'a b@corp.test', '"a"@corp.test', 'a@corp.test>, <b@corp.test', 'a\r\n@corp.test', 'a@b@corp.test'])(
    'has no header for the address %j, which cannot stand in one',
    (email) => expect(personHeader({ name: 'Alice', ...(email !== undefined && { email }) })).toBeUndefined(),
  );
});
