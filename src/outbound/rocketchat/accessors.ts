import type { IHttp, ILogger, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';

/** What the engine gives the app for one call; it is not kept beyond it. */
export interface Accessors {
  readonly read: IRead;
  readonly modify: IModify;
  readonly persistence: IPersistence;
  readonly http: IHttp;
  readonly log: ILogger;
}
