import { request } from 'node:http';
import { request as secureRequest } from 'node:https';
import { rawHeaders } from './headers';
import type { Invoker, RequesterService } from './web-service';

/** What came of a request, in OTOBO's words: `Success` 0 or 1, `Data` the answer's JSON, null where there is none. */
export interface InvokerResult {
  readonly Success: 0 | 1;
  readonly Data: unknown;
  readonly ErrorMessage?: string;
}

/** The status that OTOBO's HTTP client reports when there was no answer at all. */
const NO_ANSWER = 500;

/**
 * Sends one request as OTOBO does and judges the answer as OTOBO does: 20x with JSON is a success, 204 needs no body, anything
 * else is a failure whose body nobody reads. Never rejects.
 *
 * @param path with query, below the service's host
 * @param body undefined for none
 */
export async function send(service: RequesterService, invoker: Invoker, path: string, body: string): Promise<InvokerResult> {
  const { status, content } = await exchange(service, invoker, path, body).catch(() => ({ status: NO_ANSWER, content: '' }));
  const failure = (reason: string): InvokerResult => ({
    Success: 0,
    Data: null,
    ErrorMessage: `Error while performing REST '${invoker.command}' request to Controller '${path}' on Host '${service.host}'. ${reason}`,
  });
  if (status < 200 || status > 209) return failure(`Response code '${status}'.`);
  if (status === 204) return { Success: 1, Data: null };
  if (content === '') return { Success: 0, Data: null, ErrorMessage: ' No content provided.' };
  try {
    return { Success: 1, Data: JSON.parse(content) as unknown };
  } catch {
    return failure('Error while parsing JSON data.');
  }
}

/** One request and its answer. @throws when there was no answer */
export function exchange(
  service: RequesterService,
  invoker: Invoker,
  path: string,
  body: string,
): Promise<{ readonly status: number; readonly content: string }> {
  const url = new URL(service.host + path);
  const headers = rawHeaders(service, invoker, url.host, Buffer.byteLength(body));
  const open = url.protocol === 'https:' ? secureRequest : request;
  return new Promise((resolve, reject) => {
    const options = { method: invoker.command, headers, agent: false, setHost: false, signal: AbortSignal.timeout(service.timeoutMs) };
    const outgoing = open(url, options, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.once('end', () => resolve({ status: answer.statusCode ?? NO_ANSWER, content: Buffer.concat(chunks).toString('utf8') }));
      answer.once('error', reject);
    });
    outgoing.once('error', reject);
    outgoing.end(body);
  });
}
