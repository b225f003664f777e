import type { IHttp, IHttpRequest, IHttpResponse } from '@rocket.chat/apps-engine/definition/accessors';
import type { IApiEndpointMetadata } from '@rocket.chat/apps-engine/definition/api';
import { ownAddress } from '../../src/outbound/rocketchat/own-address';
import type { OwnAddress, OwnCall } from '../../src/usecases/ports';

const ENDPOINTS: IApiEndpointMetadata[] = ['tickets/open', 'health'].map((path) => ({
  path,
  computedPath: `/api/apps/private/app/hash/${path}`,
  methods: [],
}));
const ENTRANCE = { host: 'https://chat.test', path: '/team/api/apps/private/app/hash' };

function address(answer: () => Promise<unknown> = () => Promise.resolve(undefined), endpoints = ENDPOINTS) {
  const requests: [string, IHttpRequest | undefined][] = [];
  const get = (url: string, options?: IHttpRequest): Promise<IHttpResponse> => {
    requests.push([url, options]);
    return answer() as Promise<IHttpResponse>; // as: servers answer with less than the type says
  };
  const own: OwnAddress = ownAddress({ http: { get } as IHttp }, () => endpoints, 'the secret', { lastCaller: undefined }); // as: nothing else may be used
  return { own, requests };
}

test("the path of the app's addresses is what they have in common", () => {
  expect(address().own.path()).toBe('/api/apps/private/app/hash');
});

test('an engine that does not tell it is a defect', () => {
  expect(() => address(undefined, []).own.path()).toThrow('The engine does not tell the addresses of the app.');
});

test('the app calls its own health with the secret, in the header', async () => {
  const { own, requests } = address();
  await own.call(ENTRANCE);
  expect(requests).toMatchObject([
    ['https://chat.test/team/api/apps/private/app/hash/health', { headers: { authorization: 'Bearer the secret' } }],
  ]);
});

test.each<[string, () => Promise<unknown>, OwnCall]>([
  ['the app itself', () => Promise.resolve({ statusCode: 200, data: { Version: '0.1.0', Configured: true } }), { outcome: 'answered' }],
  ['a page of somebody else', () => Promise.resolve({ statusCode: 200, content: '<html>' }), { outcome: 'refused', status: 200 }],
  ['other JSON', () => Promise.resolve({ statusCode: 200, data: { version: 1 } }), { outcome: 'refused', status: 200 }],
  [
    'the app, which does not know the secret',
    () => Promise.resolve({ statusCode: 401, data: { Error: {} } }),
    { outcome: 'refused', status: 401 },
  ],
  ['a proxy', () => Promise.resolve({ statusCode: 502 }), { outcome: 'refused', status: 502 }],
  ['nobody, on a new server', () => Promise.reject(new Error('ECONNREFUSED')), { outcome: 'silent' }],
  ['nobody, on an old server', () => Promise.resolve(undefined), { outcome: 'silent' }],
])('what answers is seen for what it is: %s', async (_who, answer, outcome) => {
  expect(await address(answer).own.call(ENTRANCE)).toEqual(outcome);
});

test('when somebody came in is remembered', () => {
  const { own } = address();
  expect(own.lastCaller()).toBeUndefined();
  const before = Date.now();
  own.noteCaller();
  expect(own.lastCaller()).toBeGreaterThanOrEqual(before);
});
