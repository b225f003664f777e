import { ApiVisibility, type IApiRequest } from '@rocket.chat/apps-engine/definition/api';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { ApiBridge } from '@rocket.chat/apps-engine/server/bridges/ApiBridge';
import type { AppApi } from '@rocket.chat/apps-engine/server/managers/AppApi';
import type { AppApiManager } from '@rocket.chat/apps-engine/server/managers/AppApiManager';
import express, { type Express, type NextFunction, type Request, type Response, type Router } from 'express';
import type { HostServices } from './orders';
import { reasonOf } from './reason';

/**
 * The HTTP side of the apps' endpoints, on Express 4 as in Rocket.Chat: only JSON objects and forms up to 100 kB are parsed, and
 * what Express refuses (413, malformed JSON) never reaches the app; every method of a path is routed; an unknown app or hash is 404.
 */
export class ApiRoutes extends ApiBridge {
  readonly server: Express = express();
  private readonly routers = new Map<string, Router>();
  private apiManager: AppApiManager | undefined;

  constructor(private readonly host: HostServices) {
    super();
    this.server.disable('x-powered-by');
    this.server.use(express.urlencoded({ extended: false }), express.json());
    // The nested router has parameters of its own, so these are taken before it runs.
    this.server.use('/api/apps/private/:appId/:hash', (request, response, next) =>
      this.route(request.params.appId, request.params.hash, request, response, next),
    );
    this.server.use('/api/apps/public/:appId', (request, response, next) =>
      this.route(request.params.appId, undefined, request, response, next),
    );
  }

  /** The manager exists only after the bridges. */
  serveFor(apiManager: AppApiManager): void {
    this.apiManager = apiManager;
  }

  private route(appId: string, hash: string | undefined, request: Request, response: Response, next: NextFunction): void {
    const router = this.routers.get(appId);
    if (!router) {
      response.sendStatus(404);
      return;
    }
    response.locals.hash = hash;
    router(request, response, next);
  }

  protected override registerApi({ api, endpoint }: AppApi, appId: string): Promise<void> {
    const router = this.routers.get(appId) ?? express.Router();
    this.routers.set(appId, router);
    const path = endpoint.path.startsWith('/') ? endpoint.path : `/${endpoint.path}`;
    router.all(path, (request, response, next) => {
      const hash: unknown = response.locals.hash;
      // The path without a hash is for public endpoints, the path with one for private endpoints.
      if ((api.visibility === ApiVisibility.PRIVATE) !== (hash !== undefined)) {
        next();
        return;
      }
      void this.execute(appId, endpoint.path, endpoint.authRequired === true, request, response);
    });
    return Promise.resolve();
  }

  protected override unregisterApis(appId: string): Promise<void> {
    this.routers.delete(appId);
    return Promise.resolve();
  }

  private async execute(appId: string, path: string, authRequired: boolean, request: Request, response: Response): Promise<void> {
    try {
      const user = await this.userOf(request);
      if (authRequired && !user) {
        response.status(401).send('Unauthorized');
        return;
      }
      const answer = await this.apiManager?.executeApi(appId, path, appRequest(request, response, user));
      response.set(answer?.headers ?? {});
      response.status(answer?.status ?? 500);
      response.send(answer?.content as unknown); // as: the engine types it any
    } catch (error) {
      response.status(500).send(reasonOf(error));
    }
  }

  private async userOf(request: Request): Promise<IUser | undefined> {
    const [userId, token] = [request.get('x-user-id'), request.get('x-auth-token')];
    return userId !== undefined && token !== undefined ? this.host.userOfToken(userId, token) : undefined;
  }
}

function appRequest(request: Request, response: Response, user: IUser | undefined): IApiRequest {
  return {
    method: request.method.toLowerCase(),
    headers: request.headers,
    query: request.query,
    params: request.params,
    content: request.body as unknown,
    privateHash: response.locals.hash as unknown,
    user,
  } as IApiRequest; // as: the engine's type is narrower than what Rocket.Chat really passes (repeated query keys are arrays)
}
