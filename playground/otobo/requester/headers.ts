import type { Invoker, RequesterService } from './web-service';

/**
 * A request's headers in the order in which OTOBO's HTTP client sends them.
 *
 * @param host host and port
 * @param bytes the body's length
 * @returns names and values in turn, as Node's `http.request` takes raw headers
 */
export function rawHeaders(service: RequesterService, invoker: Invoker, host: string, bytes: number): string[] {
  const configured = { ...service.headers, ...invoker.headers };
  const authorization = configured.Authorization ?? (service.authentication && basic(service.authentication));
  const own = Object.entries(configured).filter(([name]) => name !== 'Authorization');
  return [
    ['TE', 'deflate,gzip;q=0.3'],
    ['Connection', 'TE, close'],
    ...(authorization === undefined ? [] : [['Authorization', authorization]]),
    ['Host', host],
    ['User-Agent', 'REST::Client/273'],
    ['Content-Length', String(bytes)],
    ['Content-Type', 'application/json'],
    ...own.sort(([a], [b]) => (a < b ? -1 : 1)),
  ].flat();
}

/** Perl's MIME encoder ends each line, the last one too, after 76 characters; the HTTP client turns the line ends into spaces. */
function basic({ user, password }: { readonly user: string; readonly password: string }): string {
  const encoded = Buffer.from(`${user}:${password}`).toString('base64');
  return `Basic ${encoded.replace(/.{1,76}/g, '$& ')}`;
}
