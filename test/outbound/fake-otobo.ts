import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IHttp, IHttpRequest, IHttpResponse } from '@rocket.chat/apps-engine/definition/accessors';
import { AppError } from '../../src/domain/errors';
import { otoboClient, type OtoboMemory } from '../../src/outbound/otobo/client';
import type { OtoboAccess } from '../../src/settings/snapshot';
import type { Otobo } from '../../src/usecases/ports';
import { recording, type Recording } from '../playground/otobo/recorded-answer';
import { ACCESS } from './access';

/** One request that the app made. */
export interface Request {
  readonly url: string;
  readonly route: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly options: IHttpRequest;
}

type Reply = Partial<IHttpResponse> | undefined;

/** As the engine hands an answer on: `data` only where it is JSON. */
function asReply({ http_status: statusCode, response_headers: headers, response }: Recording): Reply {
  const json = headers['Content-Type'].startsWith('application/json');
  return json ? { statusCode, data: response } : { statusCode, content: (response as { _raw: string })._raw }; // as: the recordings keep text so
}

/** What a real OTOBO answered. */
export const recorded = (name: string): Reply => asReply(recording(name));

const PACKAGE_FOLDER = join(__dirname, '../fixtures/otobo/package');

/** What a real OTOBO with the package answered; `code` is that of its "no". */
export function packageRecordings(): { name: string; route: string; reply: Reply; code: string | undefined }[] {
  const files = existsSync(PACKAGE_FOLDER) ? readdirSync(PACKAGE_FOLDER) : [];
  return files.map((name) => {
    const made = JSON.parse(readFileSync(join(PACKAGE_FOLDER, name), 'utf8')) as Recording; // as: the fixtures have this shape
    const { Error: no } = made.response as { Error?: { ErrorCode: string } }; // as: OTOBO's convention
    return { name, route: `/${made.request.url.split('/').at(-1) ?? ''}`, reply: asReply(made), code: no?.ErrorCode };
  });
}

export const answered = (data: unknown, statusCode = 200): Reply => ({ statusCode, data });

/** OTOBO's "no", with the code of an operation. */
export const refused = (ErrorCode: string, ErrorMessage = `${ErrorCode.split('.')[0] ?? ''}: No!`): Reply =>
  answered({ Error: { ErrorCode, ErrorMessage } });

/** What OTOBO answers where the web service lacks a route; as recorded, with another name. */
export const withoutRoute = (route: string): Reply => {
  const { statusCode = 500, content = '' } = recorded('wrong_route') ?? {};
  return { statusCode, content: content.replace('/Nope', route) };
};

/** Stands where a session should be nobody's business. */
export const SESSION = 'a-session-nobody-may-see';

/** 2026-11-23 08:00:00 UTC. */
export const NOW = Date.UTC(2026, 10, 23, 8);

export interface Circumstances {
  readonly access?: OtoboAccess;
  readonly timeZone?: string;
  readonly memory?: OtoboMemory;
  readonly now?: () => number;
}

/** @param session none by default */
export const memoryWith = (session?: string): OtoboMemory => ({
  session: session === undefined ? undefined : Promise.resolve(session),
  missingRoutes: new Map(),
});

/** The app's client of that OTOBO, logged in already unless told otherwise. */
export function connected(
  otobo: FakeOtobo,
  { access = ACCESS, timeZone = 'UTC', memory = memoryWith(SESSION), now = () => NOW }: Circumstances = {},
): Otobo {
  return otoboClient(otobo.http, access, timeZone, memory, now);
}

/** @returns the error that something ends with; throws when it ends well, or with something else */
export async function errorOf(asked: Promise<unknown>): Promise<AppError> {
  const outcome = await asked.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(outcome instanceof AppError)) throw new Error('There was no error of ours.');
  return outcome;
}

/** An OTOBO behind the engine's HTTP accessor. Each route answers from its list, the last answer again and again. */
export class FakeOtobo {
  readonly requests: Request[] = [];
  private readonly replies = new Map<string, (Reply | Error)[]>();

  /** What `IHttp` has beside `post` is not there at all, so that using it fails. */
  readonly http = { post: (url: string, options?: IHttpRequest) => this.answer(url, options ?? {}) } as IHttp;

  on(route: string, ...replies: (Reply | Error)[]): this {
    this.replies.set(route, replies);
    return this;
  }

  /** @param delay by default as slow as it takes for another request to come in between */
  constructor(private readonly delay: () => Promise<unknown> = () => new Promise((resolve) => setImmediate(resolve))) {}

  routes(): string[] {
    return this.requests.map(({ route }) => route);
  }

  /** What an operation was sent last, without the session. */
  sent(route: string): Readonly<Record<string, unknown>> | undefined {
    const body = this.requests.filter((request) => request.route === route).at(-1)?.body;
    return body && Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'SessionID'));
  }

  private async answer(url: string, options: IHttpRequest): Promise<IHttpResponse> {
    const route = `/${url.split('/').at(-1) ?? ''}`;
    this.requests.push({ url, route, options, body: options.data as Request['body'] }); // as: the app posts objects
    const replies = this.replies.get(route);
    if (!replies) throw new Error(`Nobody said what ${route} answers.`);
    const reply = replies.length > 1 ? replies.shift() : replies[0];
    await this.delay();
    if (reply instanceof Error) throw reply;
    return reply as IHttpResponse; // as: the app looks at status and data only, and older servers give nothing at all
  }
}
