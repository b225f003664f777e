import type { IHttpResponse } from '@rocket.chat/apps-engine/definition/accessors';
import { HttpBridge, type IHttpBridgeRequestInfo } from '@rocket.chat/apps-engine/server/bridges/HttpBridge';

/** Rocket.Chat waits three minutes where the app sets no timeout of its own. */
const DEFAULT_TIMEOUT_MS = 180_000;

/**
 * Requests of apps to other servers, as Rocket.Chat sends them: `params` go into the query of requests that carry no body of
 * their own kind, else become a form; `data` is sent as JSON; GET and HEAD never have a body; `data` comes back only for JSON.
 * A failure of the network rejects.
 */
export class HttpOut extends HttpBridge {
  protected override async call(info: IHttpBridgeRequestInfo): Promise<IHttpResponse> {
    const method = info.method.toUpperCase();
    const { url, body, headers } = compose(info, method);
    if (accepts(info) === 'any-certificate') throw new Error('The playground does not model requests without certificate checks.');
    const response = await fetch(url, {
      method,
      headers,
      redirect: 'follow',
      signal: AbortSignal.timeout(info.request.timeout ?? DEFAULT_TIMEOUT_MS),
      ...(body === undefined ? {} : { body }),
    });
    const content = await response.text();
    const answer: IHttpResponse = {
      url: info.url,
      method: info.method,
      statusCode: response.status,
      headers: Object.fromEntries(response.headers),
      content,
    };
    const json = isJson(response.headers.get('content-type')) ? parsed(content) : undefined;
    return json === undefined ? answer : { ...answer, data: json };
  }
}

function compose({ url, request }: IHttpBridgeRequestInfo, method: string): { url: URL; body?: string; headers: Headers } {
  const target = new URL(url);
  const headers = new Headers(request.headers);
  if (request.query !== undefined) target.search = request.query;
  if (request.auth !== undefined) headers.set('authorization', `Basic ${Buffer.from(request.auth).toString('base64')}`);
  const params = Object.entries(request.params ?? {});
  const bodyless = method === 'GET' || method === 'HEAD';
  if (bodyless || request.content !== undefined || request.data !== undefined) {
    for (const [name, value] of params) target.searchParams.append(name, value);
    if (bodyless) return { url: target, headers };
    if (request.content !== undefined) return { url: target, headers, body: request.content };
    if (!headers.has('content-type')) headers.set('content-type', 'application/json');
    return { url: target, headers, body: JSON.stringify(request.data) };
  }
  if (params.length === 0) return { url: target, headers };
  if (!headers.has('content-type')) headers.set('content-type', 'application/x-www-form-urlencoded');
  return { url: target, headers, body: new URLSearchParams(params).toString() };
}

/** `rejectUnauthorized: true` is read the wrong way round by Rocket.Chat: it switches the check of certificates off. */
function accepts({ request, url }: IHttpBridgeRequestInfo): 'valid-certificates' | 'any-certificate' {
  const unchecked = request.strictSSL === false || request.rejectUnauthorized === true;
  return unchecked && url.startsWith('https:') ? 'any-certificate' : 'valid-certificates';
}

function isJson(contentType: string | null): boolean {
  return /^application\/(json|[\w.-]+\+json)\b/i.test(contentType ?? '');
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content) as unknown; // as: JSON.parse is typed any
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
