import type { IHttp, IHttpResponse } from '@rocket.chat/apps-engine/definition/accessors';
import { AppError } from '../../domain/errors';
import { withoutCredentials } from '../../domain/webservice';
import type { OtoboAccess } from '../../settings/snapshot';

/** OTOBO gets this long before the app gives up; the caller's own patience is 30 s at most. */
const TIMEOUT_MS = 10_000;

/** What a proxy or a starting server answers: OTOBO is away, not wrong. */
const AWAY = [408, 429, 502, 503, 504];
/** Of these, the ones that may say how long to wait. */
const ASKS_FOR_A_PAUSE = [429, 503];

/**
 * What OTOBO says, with status 500, when an operation has not even begun, because web service, route or operation are not what they
 * should be; nothing at all for a web service that it does not know. Every other text with that status comes from within.
 */
const NOT_BEGUN =
  /^(?:$|HTTP::REST|REST Transport:|Error while decoding request content|Unsupported request content|Can't load operation backend)/i;

/** OTOBO's "no": it comes with status 200. */
export class OtoboRefusal extends Error {
  constructor(
    /** Such as `TicketGet.AccessDenied`. */
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'OtoboRefusal';
  }
}

/** The web service lacks a route: OTOBO said so itself, in exactly these words. */
export class RouteUnknown extends AppError {}

/** What is sent to an operation. */
export type Body = Readonly<Record<string, unknown>>;

/** Posts to one route of the web service and returns the answer's body. */
export type Post = (route: string, body: Body) => Promise<unknown>;

/**
 * @param now milliseconds since the epoch
 * @returns a function that posts to OTOBO
 * @throws OtoboRefusal when OTOBO said no; RouteUnknown; AppError `otobo_unreachable` when it is away or fails inside, so that nobody
 * knows what it has done, with `retryAfter` in seconds where it asks for a pause; `otobo_misconfigured` when what answers is not our web
 * service
 */
export function transport(http: IHttp, { url, webservice, password }: OtoboAccess, now: () => number): Post {
  return async (route, body) => {
    // Neither strictSSL nor rejectUnauthorized: the server reads the latter the wrong way round, and leaving both out checks certificates.
    const response = await http
      .post(`${url}/Webservice/${encodeURIComponent(webservice)}${route}`, { data: body, timeout: TIMEOUT_MS })
      .catch((error: unknown) => {
        throw new AppError('otobo_unreachable', {}, `${route}: ${withoutSecrets(String(error), [password, body.SessionID])}`);
      });
    // Older servers answer with nothing at all when the network failed.
    const answer = response as IHttpResponse | undefined | null;
    if (!answer || AWAY.includes(answer.statusCode))
      throw new AppError('otobo_unreachable', pauseAskedFor(answer, now()), `${route}: HTTP ${answer?.statusCode ?? 'no answer'}`);
    const data: unknown = answer.data;
    if (answer.statusCode !== 200 || typeof data !== 'object' || data === null) throw failure(answer, route, webservice);
    if ('Error' in data) throw refusal(data.Error);
    return data;
  };
}

/** The header says it in seconds, or as a date. */
function pauseAskedFor(answer: IHttpResponse | undefined | null, now: number): { readonly retryAfter?: string } {
  if (!answer || !ASKS_FOR_A_PAUSE.includes(answer.statusCode)) return {};
  const headers = Object.entries((answer.headers as IHttpResponse['headers'] | null) ?? {}); // as: older servers leave it out
  const asked = headers.find(([name]) => name.toLowerCase() === 'retry-after')?.[1].trim() ?? '';
  const seconds = /^\d+$/.test(asked) ? Number(asked) : Math.ceil((Date.parse(asked) - now) / 1000);
  return seconds > 0 ? { retryAfter: String(seconds) } : {};
}

function failure({ statusCode, content = '' }: IHttpResponse, route: string, webservice: string): AppError {
  const said = content.trim();
  const internal = `${route}: HTTP ${statusCode}`;
  if (statusCode === 500 && said === `HTTP::REST Error while determine Operation for request URI '${route}'.`)
    return new RouteUnknown('otobo_misconfigured', { webservice }, `${internal}, no such route`);
  if (statusCode === 500 && !NOT_BEGUN.test(said)) return new AppError('otobo_unreachable', {}, internal);
  return new AppError('otobo_misconfigured', { webservice }, internal);
}

/** Errors of the network quote what they like; the address may hold a login for a proxy before OTOBO. */
function withoutSecrets(text: string, secrets: readonly unknown[]): string {
  const known = secrets.filter((secret) => typeof secret === 'string' && secret !== '');
  return withoutCredentials(known.reduce<string>((rest, secret) => rest.split(String(secret)).join('…'), text));
}

function refusal(error: unknown): OtoboRefusal {
  const { ErrorCode: code, ErrorMessage: message } = (error ?? {}) as { ErrorCode?: unknown; ErrorMessage?: unknown }; // as: both are looked at below
  return new OtoboRefusal(String(code), String(message));
}
