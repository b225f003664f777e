import { authenticate } from '../../src/inbound/api/authenticate';
import { recorded } from '../fixtures/recordings';

const basic = (credentials: string): string => `Basic ${Buffer.from(credentials).toString('base64')}`;
/** As OTOBO folds it: a blank after 76 characters, and one at the end. */
const folded = (header: string): string => `Basic ${header.slice(6).replace(/(.{76})/g, '$1 ')} `;
const LONG = '0123456789abcdef'.repeat(4);

describe('a caller', () => {
  test.each([
    ['with the secret as Bearer', 'Bearer s3cret', ['s3cret']],
    ['with the scheme in other case', 'bearer s3cret', ['s3cret']],
    ['with the old secret', 'Bearer old', ['new', 'old']],
    ['with Basic and any user', basic('whoever:s3cret'), ['s3cret']],
    ['with Basic and a colon in the secret', basic('otobo:s3:cret'), ['s3:cret']],
    ['with Basic as OTOBO folds it', folded(basic(`otobo:${LONG}`)), [LONG]],
    ['with umlauts in the secret', basic('otobo:größe'), ['größe']],
  ])('%s is let in', (_how, header, secrets) => {
    expect(authenticate(header, secrets)).toBe('ok');
  });

  test.each([
    ['create', 's3cret-shared'],
    ['create_dfresp', LONG],
    ['retry_async', 'tok'],
  ])('is let in with the header that a real OTOBO sent (%s)', (name, secret) => {
    expect(authenticate(recorded(name)[0]?.headers.Authorization, [secret])).toBe('ok');
  });

  test.each([
    ['without a header', undefined],
    ['with an empty secret', 'Bearer '],
    ['with a wrong one', 'Bearer s3cre'],
    ['with a longer one', 'Bearer s3cret2'],
    ['with another scheme', 'Digest s3cret'],
    ['with the secret as the user', basic('s3cret:')],
    ['with Basic that is no base64', 'Basic %%%'],
  ])('%s is not', (_how, header) => {
    expect(authenticate(header, ['s3cret', 'old'])).toBe('unauthorized');
  });

  test.each(['Bearer ', 'Bearer undefined', undefined])('is not let in with %j while there is no secret', (header) => {
    expect(authenticate(header, [])).toBe('not_configured');
  });
});
