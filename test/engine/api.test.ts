import { type AppUnderTest, SECRET, withApp } from './otobo-app';
import { addPeople, person, ticketBody } from './people';

const JSON_TYPE = { 'content-type': 'application/json' };
const AUTHORISED = { ...JSON_TYPE, authorization: `Bearer ${SECRET}` };
const PATHS = ['tickets/open', 'tickets/status', 'people/lookup', 'health'];

describe('who may call the app', () => {
  const app = withApp();
  beforeAll(() => addPeople(app()));

  test('whoever has no secret gets the same answer to the byte, on every path and with every method', async () => {
    const attempts: [string, string, Record<string, string>, string | undefined][] = [
      ...PATHS.map((path): [string, string, Record<string, string>, undefined] => ['GET', path, {}, undefined]),
      ['POST', 'tickets/open', { ...JSON_TYPE, authorization: 'Bearer wrong' }, JSON.stringify(ticketBody())],
      ['POST', 'tickets/open', { ...JSON_TYPE, authorization: `Basic ${Buffer.from('otobo:wrong').toString('base64')}` }, '{}'],
      ['DELETE', 'people/lookup', { authorization: 'Bearer ' }, undefined],
      ['PATCH', 'tickets/status', { 'content-type': 'text/plain' }, 'x'],
    ];
    const answers = await Promise.all(
      attempts.map(([method, path, headers, body]) => app().request(path, { method, headers, ...(body !== undefined && { body }) })),
    );
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 401, body: { Error: { ErrorCode: 'unauthorized' } } });
    expect(answers[0]?.text).not.toContain('RequestID');
  });

  test('OTOBO gets in with Basic as it folds it', async () => {
    const long = '0123456789abcdef'.repeat(4);
    await app().rocketChat.setAppSetting('endpoint_secret', long);
    const encoded = Buffer.from(`otobo:${long}`)
      .toString('base64')
      .replace(/(.{76})/g, '$1 ');
    expect((await app().request('health', { headers: { authorization: `Basic ${encoded} ` } })).status).toBe(200);
    await app().rocketChat.setAppSetting('endpoint_secret', SECRET);
  });

  test('two secrets are valid while one replaces the other', async () => {
    await app().rocketChat.setAppSetting('endpoint_secret', 'new');
    await app().rocketChat.setAppSetting('endpoint_secret_old', SECRET);
    for (const secret of ['new', SECRET])
      expect((await app().request('health', { headers: { authorization: `Bearer ${secret}` } })).status).toBe(200);
    await app().rocketChat.setAppSetting('endpoint_secret_old', '');
    expect((await app().request('health', { headers: AUTHORISED })).status).toBe(401);
    await app().rocketChat.setAppSetting('endpoint_secret', SECRET);
  });

  test('nobody does while there is no secret', async () => {
    await app().rocketChat.setAppSetting('endpoint_secret', ' ');
    const answer = await app().request('health', { headers: { authorization: 'Bearer ' } });
    expect(answer).toMatchObject({
      status: 503,
      body: { Error: { ErrorCode: 'not_configured', ErrorMessage: expect.stringContaining('Secret for OTOBO') as string } },
    });
    expect(answer.headers.get('retry-after')).toBe('60');
    await app().rocketChat.setAppSetting('endpoint_secret', SECRET);
  });

  test('a path that is guessed reaches nothing', async () => {
    const url = app().rocketChat.app().endpoint('health');
    const guessed = url.replace(/\/private\/([^/]+)\/[^/]+\//, '/private/$1/guessed/');
    expect(guessed).not.toBe(url);
    expect((await fetch(guessed, { headers: AUTHORISED })).status).toBe(404);
  });
});

describe('what the app takes', () => {
  const app = withApp();
  beforeAll(() => addPeople(app()));

  test.each(['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('is not %s on tickets/open', async (method) => {
    const answer = await app().request('tickets/open', { method, headers: AUTHORISED, ...(method === 'PUT' && { body: '{}' }) });
    expect(answer).toMatchObject({ status: 405, body: { Error: { ErrorCode: 'method_not_allowed' } } });
    expect(answer.headers.get('allow')).toBe('POST');
  });

  test.each(['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data'])('is not %s', async (type) => {
    const answer = await app().request('tickets/open', {
      method: 'POST',
      headers: { ...AUTHORISED, 'content-type': type },
      body: 'TicketID=1',
    });
    expect(answer).toMatchObject({ status: 415, body: { Error: { ErrorCode: 'media_type_unsupported' } } });
  });

  test('is JSON in any spelling of the media type', async () => {
    const answer = await app().request('tickets/status', {
      method: 'POST',
      headers: { ...AUTHORISED, 'content-type': 'Application/JSON; charset=utf-8' },
      body: JSON.stringify(ticketBody()),
    });
    expect(answer.status).toBe(200);
  });

  test('is not a body with errors, and all of them are named at once without repeating what was sent', async () => {
    const answer = await app().open({ TicketID: '<script>alert(1)</script>', People: [{ Login: 'x' }], DryRun: 'maybe' });
    expect(answer).toMatchObject({ status: 400, body: { Error: { ErrorCode: 'body_invalid' }, RequestID: expect.any(String) as string } });
    for (const path of ['TicketID must', 'People[0].Type must', 'DryRun must']) expect(answer.body.Error?.ErrorMessage).toContain(path);
    expect(answer.text).not.toContain('script');
  });

  test('is not a number without OTOBO to ask for the id', async () => {
    expect(await app().open({ TicketNumber: '2026112310000011', Ticket: { Title: 'x' } })).toMatchObject({
      status: 400,
      body: { Error: { ErrorCode: 'ticket_id_missing' } },
    });
  });

  test('is not only an id without OTOBO to ask for the rest; an agent reads why', async () => {
    expect(await app().open({ Event: 'TicketStateUpdate', TicketID: '2' })).toMatchObject({
      status: 200,
      body: { Result: 'refused', Error: { ErrorCode: 'otobo_not_configured' } },
    });
  });

  test('answers in the language of the workspace', async () => {
    app().workspace.settings.set('Language', 'de-AT');
    const { body } = await app().open({ TicketID: '2' });
    app().workspace.settings.set('Language', 'en');
    expect(body.Error?.ErrorMessage).toContain('Dafür braucht es OTOBO');
  });
});

describe('the health of the app', () => {
  const app = withApp();

  test('is its version and whether OTOBO is set up', async () => {
    const health = async (): ReturnType<AppUnderTest['request']> => app().request('health', { headers: AUTHORISED });
    expect((await health()).body).toMatchObject({ Version: '0.1.0', Configured: false });
    for (const [id, value] of [
      ['otobo_url', 'http://127.0.0.1:1/otobo/nph-genericinterface.pl'],
      ['otobo_login', 'rcapi'],
      ['otobo_password', 'x'],
    ] as const)
      await app().rocketChat.setAppSetting(id, value);
    expect((await health()).body).toMatchObject({ Configured: true });
  });
});

describe('what goes wrong inside', () => {
  const app = withApp();
  beforeAll(() => addPeople(app()));

  test('is told to the log and not to the caller', async () => {
    const original = app().workspace.bridgeCall.bind(app().workspace);
    app().workspace.bridgeCall = (bridge, method, args) =>
      bridge === 'room' && method === 'getByName'
        ? Promise.reject(new Error('secret inside: /etc/passwd'))
        : original(bridge, method, args);
    const answer = await app().open(ticketBody([person('alice', 'Owner')]));
    app().workspace.bridgeCall = original;
    expect(answer).toMatchObject({
      status: 500,
      body: { Error: { ErrorCode: 'internal_error' }, RequestID: expect.any(String) as string },
    });
    expect(answer.text).not.toContain('passwd');
    const logged = JSON.stringify(app().rocketChat.logs().slice(-1));
    expect(logged).toContain('passwd');
    expect(logged).toContain(answer.body.RequestID);
  });
});
