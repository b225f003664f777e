import type { IncomingMessage } from 'node:http';
import { OperationError } from './answer';
import type { Call } from './authentication';
import { isGroup, type Parameters } from '../parameters';
import { findRoute, PACKAGE_ROUTES, WEB_SERVICES } from './routes';

/** Where OTOBO's generic interface answers, up to the web service's name. */
export const PROVIDER_PATH = '/otobo/nph-genericinterface.pl/Webservice/';

export interface ProviderAnswer {
  readonly status: 200 | 500;
  readonly contentType: string;
  readonly body: string;
  /** Whether something was changed. */
  readonly wrote: boolean;
}

/** The OTOBO that answers. */
export interface Answering extends Pick<Call, 'helpdesk' | 'sessions' | 'requester'> {
  readonly packageInstalled: boolean;
}

/**
 * One request to a provider web service. Business errors are answers with status 200; what goes wrong before an operation runs
 * is status 500 and plain text.
 *
 * @param body the request's body as text
 */
export async function provide(otobo: Answering, request: IncomingMessage, body: string): Promise<ProviderAnswer> {
  const [address = '', query = ''] = (request.url ?? '').slice(PROVIDER_PATH.length).split('?', 2);
  const slash = address.indexOf('/');
  const [name, path] = slash < 0 ? [address, ''] : [address.slice(0, slash), address.slice(slash)];
  const routes = Object.hasOwn(WEB_SERVICES, name) ? WEB_SERVICES[name] : undefined;
  if (!routes) return transportError('');

  const offered = otobo.packageInstalled ? routes : routes.filter((route) => !PACKAGE_ROUTES.includes(route));
  const found = findRoute(offered, request.method ?? '', path);
  if (!found) return transportError(`HTTP::REST Error while determine Operation for request URI '${path}'.`);
  const content = readBody(body);
  if (!content) return transportError('Error while decoding request content.');

  const parameters = { ...fromQuery(query), ...content, ...found.placeholders };
  const remoteAddress = request.socket.remoteAddress ?? '';
  const userAgent = request.headers['user-agent'] ?? '';
  try {
    const { helpdesk, sessions, requester } = otobo;
    const answer = await found.route.operation({ helpdesk, sessions, requester, parameters, remoteAddress, userAgent });
    return json(answer, found.route.writes ?? false);
  } catch (error) {
    if (!(error instanceof OperationError)) throw error;
    return json({ Error: { ErrorCode: error.code, ErrorMessage: error.message } }, false);
  }
}

const json = (body: object, wrote: boolean): ProviderAnswer => ({
  status: 200,
  contentType: 'application/json; charset=UTF-8',
  body: JSON.stringify(body),
  wrote,
});

const transportError = (body: string): ProviderAnswer => ({ status: 500, contentType: 'text/plain; charset=UTF-8', body, wrote: false });

/** A parameter that comes more than once becomes a list. */
function fromQuery(query: string): Parameters {
  const search = new URLSearchParams(query);
  const entries = [...new Set(search.keys())].map((name) => {
    const values = search.getAll(name);
    return [name, values.length > 1 ? values : values[0]] as const;
  });
  return Object.fromEntries(entries);
}

/** @returns the body's parameters, none for an empty one; undefined when it is not a JSON object */
function readBody(body: string): Parameters | undefined {
  if (body === '') return {};
  try {
    const content: unknown = JSON.parse(body);
    return isGroup(content) ? content : undefined;
  } catch {
    return undefined;
  }
}
