import type { Clock } from '../../clock';
import { Workspace } from './workspace';

export type { NewAccount } from './accounts';
export type { RoomWish } from './people';
export { SCAN_INTERVAL_MS } from './scheduler';
export type { SettingValue } from './server-settings';
export type { Snapshot } from './snapshot';
export type { Workspace } from './workspace';

/** A new workspace with its general room and nobody in it. */
export function createWorkspace(options: { clock: Clock }): Workspace {
  return new Workspace(options);
}
