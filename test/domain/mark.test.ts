import { isOurMark, makeMark, type SigningKey } from '../../src/domain/mark';

const KEYS: SigningKey[] = [
  { nonce: 'b', secret: 'second' },
  { nonce: 'a', secret: 'first' },
];
const SUBJECT = { ticketId: '2', slug: 'ticket-1', creatorId: 'alice' };
const MARK = makeMark(SUBJECT, '1', KEYS);

describe('the mark of a room', () => {
  test('is ours for the ticket, name and creator it was made for', () => {
    expect(isOurMark(MARK, SUBJECT, KEYS)).toBe(true);
  });

  test.each([
    ['another ticket', { ...MARK, ticketId: '3' }, { ...SUBJECT, ticketId: '3' }],
    ['another name', MARK, { ...SUBJECT, slug: 'ticket-2' }],
    ['another creator', MARK, { ...SUBJECT, creatorId: 'mallory' }],
    ['a made-up signature', { ...MARK, sig: 'x'.repeat(MARK.sig.length) }, SUBJECT],
    ['no signature', { ...MARK, sig: '' }, SUBJECT],
    ['no mark', undefined, SUBJECT],
  ])('is not ours with %s', (_what, mark, subject) => {
    expect(isOurMark(mark, subject, KEYS)).toBe(false);
  });

  test('is signed by the key with the lowest nonce, so that all instances sign alike', () => {
    expect(MARK).toEqual(makeMark(SUBJECT, '1', [...KEYS].reverse()));
    expect(isOurMark(MARK, SUBJECT, [{ nonce: 'a', secret: 'first' }])).toBe(true);
    expect(isOurMark(MARK, SUBJECT, [{ nonce: 'b', secret: 'second' }])).toBe(false);
  });

  test('cannot be made without a key', () => {
    expect(() => makeMark(SUBJECT, '1', [])).toThrow('no signing key');
  });
});
