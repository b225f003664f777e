import type { IHttp, ILogger, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import { ApiEndpoint, type IApiEndpointInfo, type IApiRequest, type IApiResponse } from '@rocket.chat/apps-engine/definition/api';
import { randomUUID } from 'crypto';
import { AppError } from '../../domain/errors';
import type { Settings } from '../../settings/snapshot';
import { type Translate, translator } from '../../text/translate';
import type { Ports } from '../../usecases/ports';
import { authenticate } from './authenticate';
import type { Decoded } from './decode/body';
import { type Body, failed, ok } from './response';

type Given = [request: IApiRequest, endpoint: IApiEndpointInfo, read: IRead, modify: IModify, http: IHttp, persistence: IPersistence];

/** What a route works with. */
export interface Call {
  readonly settings: Settings;
  readonly ports: Ports;
  readonly version: string;
  /** Texts for who reads the answer: people at OTOBO, in the workspace's language. */
  readonly translate: () => Promise<Translate>;
}

/** One address of the app: decode, then one use case, then the answer's body. */
export interface Route<T> {
  readonly path: string;
  readonly method: 'get' | 'post';
  /** @param timeZone the zone that OTOBO writes times in */
  decode(body: unknown, timeZone: string): Decoded<T>;
  run(value: T, call: Call): Promise<Body>;
  /** Whether it is answered although the app is paused. */
  readonly whilePaused?: true;
}

/** What the engine hands over with each request. */
export interface RequestAccessors {
  readonly read: IRead;
  readonly modify: IModify;
  readonly http: IHttp;
  readonly persistence: IPersistence;
  readonly log: ILogger;
}

/** What the app class knows and endpoints do not: how settings are kept, and what implements the ports. */
export interface Wiring {
  readonly version: string;
  settings(read: IRead): Promise<Settings>;
  /** @param requestId under which the log has more of what is taken down; one of its own where a call has none */
  ports(accessors: RequestAccessors, settings: Settings, requestId?: string): Ports & { readonly translate: () => Promise<Translate> };
}

/**
 * Authenticates, decodes, runs the route's one use case and renders. It answers every method itself, because the engine answers
 * those that an endpoint does not have with 500; and it lets no exception through, because the engine would send its text.
 */
export class Endpoint<T> extends ApiEndpoint {
  public override path: string;

  constructor(
    app: IApp,
    private readonly route: Route<T>,
    private readonly wiring: Wiring,
  ) {
    super(app);
    this.path = route.path;
  }

  get(...given: Given): Promise<IApiResponse> {
    return this.answer('get', given);
  }
  post(...given: Given): Promise<IApiResponse> {
    return this.answer('post', given);
  }
  put(...given: Given): Promise<IApiResponse> {
    return this.answer('put', given);
  }
  delete(...given: Given): Promise<IApiResponse> {
    return this.answer('delete', given);
  }
  head(...given: Given): Promise<IApiResponse> {
    return this.answer('head', given);
  }
  options(...given: Given): Promise<IApiResponse> {
    return this.answer('options', given);
  }
  patch(...given: Given): Promise<IApiResponse> {
    return this.answer('patch', given);
  }

  private async answer(method: string, given: Given): Promise<IApiResponse> {
    const [request, , read] = given;
    // Taken from `this` at each request: the engine puts a logger there that belongs to the request.
    const log = this.app.getLogger();
    const requestId = randomUUID();
    try {
      const settings = await this.wiring.settings(read);
      const entry = authenticate(request.headers.authorization, settings.secrets);
      if (entry !== 'ok') return failed(new AppError(entry), translator('en'));
      return await this.answerOtobo(method, given, { settings, requestId, log });
    } catch (error) {
      return failed(reported(error, requestId, this.path, log), translator('en'));
    }
  }

  private async answerOtobo(
    method: string,
    [request, , read, modify, http, persistence]: Given,
    { settings, requestId, log }: { settings: Settings; requestId: string; log: ILogger },
  ): Promise<IApiResponse> {
    const ports = this.wiring.ports({ read, modify, http, persistence, log }, settings, requestId);
    try {
      this.checkForm(method, request);
      if (settings.paused && !this.route.whilePaused) throw new AppError('paused');
      const decoded = this.route.decode(request.content, settings.otoboTimeZone);
      if ('problems' in decoded) throw new AppError('body_invalid', { problems: decoded.problems.join('; ') });
      const call: Call = { settings, ports, version: this.wiring.version, translate: ports.translate };
      if (method === 'post') ports.ownAddress.noteCaller();
      return ok(await this.route.run(decoded.value, call), requestId);
    } catch (error) {
      return failed(reported(error, requestId, this.path, log), await ports.translate(), requestId);
    }
  }

  private checkForm(method: string, { headers }: IApiRequest): void {
    if (method !== this.route.method) throw new AppError('method_not_allowed', { allowed: this.route.method.toUpperCase() });
    const mediaType = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
    if (method === 'post' && mediaType !== 'application/json') throw new AppError('media_type_unsupported');
  }
}

/** Writes down what the caller is not told. */
function reported(error: unknown, requestId: string, path: string, log: ILogger): AppError {
  if (error instanceof AppError) {
    log.warn({ msg: 'not done', requestId, path, code: error.code, details: error.details, internal: error.internal });
    return error;
  }
  log.error({ msg: 'unexpected', requestId, path, error: error instanceof Error ? error.stack : String(error) });
  return new AppError('internal_error');
}
