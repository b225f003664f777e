import type { IHttpResponse } from '@rocket.chat/apps-engine/definition/accessors';
import type { IApiEndpointMetadata } from '@rocket.chat/apps-engine/definition/api';
import * as v from 'valibot';
import type { OwnAddress } from '../../usecases/ports';
import type { Accessors } from './accessors';

/** When OTOBO came in last; a new process starts without knowing. */
export interface CallerMemory {
  lastCaller: number | undefined;
}

const HEALTH = 'health';
/** A call goes out, through the proxy, and in again: what takes longer than this is a fault. */
const TIMEOUT_MS = 8_000;

const HealthShape = v.object({ Version: v.string() });

/**
 * The app's own address, as the engine tells it, and whether it leads here.
 *
 * @param endpoints the app's endpoints; the engine tells them when the app has started
 * @param secret none while the app has none
 */
export function ownAddress(
  { http }: Pick<Accessors, 'http'>,
  endpoints: () => readonly IApiEndpointMetadata[],
  secret: string | undefined,
  memory: CallerMemory,
): OwnAddress {
  return {
    path() {
      const address = endpoints().find(({ path }) => path === HEALTH)?.computedPath;
      if (address === undefined) throw new Error('The engine does not tell the addresses of the app.');
      return address.slice(0, -`/${HEALTH}`.length);
    },

    async call({ host, path }) {
      const headers = { authorization: `Bearer ${secret ?? ''}` };
      const answer: IHttpResponse | undefined | null = await http
        .get(`${host}${path}/${HEALTH}`, { headers, timeout: TIMEOUT_MS })
        .catch(() => undefined);
      // Older servers answer with nothing at all when the network failed.
      if (!answer) return { outcome: 'silent' };
      const ours = answer.statusCode === 200 && v.is(HealthShape, answer.data);
      return ours ? { outcome: 'answered' } : { outcome: 'refused', status: answer.statusCode };
    },

    noteCaller() {
      memory.lastCaller = Date.now();
    },
    lastCaller: () => memory.lastCaller,
  };
}
