import type { IHttp, IHttpRequest, IHttpResponse } from '@rocket.chat/apps-engine/definition/accessors';
import { recording } from '../playground/otobo/recorded-answer';

/** One request that the app made. */
export interface Request {
  readonly url: string;
  readonly route: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly options: IHttpRequest;
}

type Reply = Partial<IHttpResponse> | undefined;

/** What a real OTOBO answered, as the engine hands it on: `data` only where the answer is JSON. */
export function recorded(name: string): Reply {
  const { http_status: statusCode, response_headers: headers, response } = recording(name);
  const json = headers['Content-Type'].startsWith('application/json');
  return json ? { statusCode, data: response } : { statusCode, content: (response as { _raw: string })._raw }; // as: the recordings keep text so
}

export const answered = (data: unknown, statusCode = 200): Reply => ({ statusCode, data });

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
