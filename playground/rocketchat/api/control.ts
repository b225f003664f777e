import express, { type Request, type Router } from 'express';
import { reasonOf } from '../engine/reason';
import type { RocketChat } from '../host';
import { appRoutes } from './control-app';
import { workspaceRoutes } from './control-workspace';

/** What a route does with the request's body and parameters; what it returns is the JSON of the answer. */
export type Action = (body: Record<string, unknown>, request: Request) => unknown;

/** The JSON API by which everything in the playground can be driven. It trusts whoever reaches it. */
export function controlRoutes(rocketChat: RocketChat): Router {
  const router = express.Router();
  router.use(express.json({ limit: '10mb' }));
  workspaceRoutes(router, rocketChat);
  appRoutes(router, rocketChat);
  router.use((request, response) => {
    response.status(404).json({ error: `The playground has no ${request.method} ${request.originalUrl}; see playground/README.md.` });
  });
  return router;
}

/** Registers a route that answers JSON, `{}` where the action returns nothing; what it throws becomes a 400 with the reason. */
export function route(router: Router, method: 'get' | 'post' | 'put' | 'patch' | 'delete', path: string, action: Action): void {
  router[method](path, (request, response) => {
    void Promise.resolve()
      .then(() => action((request.body ?? {}) as Record<string, unknown>, request)) // as: express.json gives objects and arrays; fields are checked one by one
      .then((result) => response.json(result ?? {}))
      .catch((error: unknown) => response.status(400).json({ error: reasonOf(error) }));
  });
}

/** @throws naming the field, when it is not a text */
export function text(body: Record<string, unknown>, field: string): string {
  const value = body[field];
  if (typeof value !== 'string') throw new Error(`"${field}" has to be a text.`);
  return value;
}

/** As `text`, for a field that may be missing: then the object is empty. */
export function optionalText<Field extends string>(body: Record<string, unknown>, field: Field): Partial<Record<Field, string>> {
  if (body[field] === undefined) return {};
  return { [field]: text(body, field) } as Partial<Record<Field, string>>; // as: a computed key widens to string
}

/** @returns a parameter of the path */
export function parameter(request: Request, name: string): string {
  return request.params[name] ?? '';
}
