import { packageService } from '../../../../playground/otobo/requester/package-service';
import { Receiver, type ReceiverAnswer } from '../receiver';
import { SampleOtobo } from './sample-otobo';

let sample: SampleOtobo;

beforeEach(async () => {
  sample = await SampleOtobo.start();
});
afterEach(() => sample.otobo.stop());

describe('the health of the app', () => {
  const WELL: ReceiverAnswer = { status: 200, body: '{"Version":"1.2.3","Configured":true}' };
  let answer: ReceiverAnswer;
  let app: Receiver;

  beforeEach(async () => {
    answer = WELL;
    app = new Receiver(() => answer);
    await app.start();
    sample.otobo.requester.services.push(packageService((path) => `${app.url}/api/apps/private/id/hash/${path}`, 's3cret'));
  });
  afterEach(() => app.stop());

  test('is asked with the configured address and secret', async () => {
    expect(await sample.call('Health', {})).toEqual({ Success: 1, Version: '1.2.3', Milliseconds: expect.any(Number) as number });
    const [request] = app.take();
    expect(request).toMatchObject({ method: 'GET', path: '/api/apps/private/id/hash/health', body: '' });
    expect(request?.headers).toContainEqual(['Authorization', 'Bearer s3cret']);
  });

  test.each([
    ['a wrong secret', { status: 401, body: '{}' }, { Reason: 'Refused', Status: 401 }],
    ['an app that is not ready', { status: 503, body: '{}' }, { Reason: 'Unexpected', Status: 503 }],
    ['something else at that address', { status: 200, body: '<html></html>' }, { Reason: 'Unexpected', Status: 200 }],
  ])('tells of %s', async (_what, given, expected) => {
    answer = given;
    expect(await sample.call('Health', {})).toEqual({ Success: 0, ...expected, Message: `The app answered with status ${given.status}.` });
  });

  test('tells when nobody answers there', async () => {
    await app.stop();
    expect(await sample.call('Health', {})).toMatchObject({
      Success: 0,
      Reason: 'Unreachable',
      Message: expect.stringContaining('ECONNREFUSED') as string,
    });
  });

  test('tells when no address is configured', async () => {
    sample.otobo.requester.services.length = 0;
    expect(await sample.call('Health', {})).toMatchObject({ Success: 0, Reason: 'NotConfigured' });
    expect(app.take()).toEqual([]);
  });
});
