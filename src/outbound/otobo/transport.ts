import type { IHttp } from '@rocket.chat/apps-engine/definition/accessors';
import { AppError } from '../../domain/errors';
import type { OtoboAccess } from '../../settings/snapshot';

/** OTOBO gets this long before the app gives up; the caller's own patience is 30 s at most. */
const TIMEOUT_MS = 10_000;

/** What a proxy or a starting server answers: OTOBO is away, not wrong. */
const AWAY = [502, 503, 504];

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

/** Posts to one route of the web service and returns the answer's body. */
export type Post = (route: string, body: Readonly<Record<string, unknown>>) => Promise<unknown>;

/**
 * @returns a function that posts to OTOBO
 * @throws OtoboRefusal when OTOBO said no; AppError `otobo_unreachable` when it is away, `otobo_misconfigured` when what answers
 * is not our web service (OTOBO answers unknown services, routes and methods with 500 and plain text)
 */
export function transport(http: IHttp, { url, webservice }: OtoboAccess): Post {
  return async (route, body) => {
    // Neither strictSSL nor rejectUnauthorized: the server reads the latter the wrong way round, and leaving both out checks certificates.
    const response = await http
      .post(`${url}/Webservice/${encodeURIComponent(webservice)}${route}`, { data: body, timeout: TIMEOUT_MS })
      .catch((error: unknown) => {
        throw new AppError('otobo_unreachable', {}, String(error));
      });
    // Older servers answer with nothing at all when the network failed.
    const status = (response as typeof response | undefined | null)?.statusCode;
    if (status === undefined || AWAY.includes(status))
      throw new AppError('otobo_unreachable', {}, `HTTP ${status ?? 'no answer'} from ${route}`);
    const answer: unknown = response.data;
    if (status !== 200 || typeof answer !== 'object' || answer === null) {
      throw new AppError('otobo_misconfigured', { webservice }, `HTTP ${status} from ${route}`);
    }
    if ('Error' in answer) throw refusal(answer.Error);
    return answer;
  };
}

function refusal(error: unknown): OtoboRefusal {
  const { ErrorCode: code, ErrorMessage: message } = (error ?? {}) as { ErrorCode?: unknown; ErrorMessage?: unknown };
  return new OtoboRefusal(String(code), String(message));
}
