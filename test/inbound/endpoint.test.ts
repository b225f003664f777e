import type { IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IApiEndpointInfo, IApiRequest } from '@rocket.chat/apps-engine/definition/api';
import type { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import { Endpoint, type Route, type Wiring } from '../../src/inbound/api/endpoint';

const logged: unknown[] = [];
const log = { warn: (entry: unknown) => logged.push(entry), error: (entry: unknown) => logged.push(entry) };
const app = { getLogger: () => log } as unknown as IApp;
const ROUTE: Route<undefined> = { path: 'health', method: 'get', decode: () => ({ value: undefined }), run: () => Promise.resolve({}) };
const REQUEST = { headers: { authorization: 'Bearer x' } } as unknown as IApiRequest;

describe('an endpoint whose settings cannot be read', () => {
  test('tells nobody why, because nobody has shown a secret yet', async () => {
    const wiring = {
      version: '1',
      settings: () => Promise.reject(new Error('database at 10.0.0.7 is away')),
      ports: () => ({}),
    } as unknown as Wiring;
    const answer = await new Endpoint(app, ROUTE, wiring).get(
      REQUEST,
      {} as IApiEndpointInfo,
      {} as IRead,
      {} as IModify,
      {} as IHttp,
      {} as IPersistence,
    );
    expect(answer.status).toBe(500);
    expect(Object.keys(answer.content as object)).toEqual(['Error']);
    expect(JSON.stringify(answer)).not.toContain('10.0.0.7');
    expect(JSON.stringify(logged)).toContain('10.0.0.7');
  });
});
