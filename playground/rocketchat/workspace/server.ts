import type { Clock } from '../../clock';
import type { MessageDocument } from './documents';
import type { Events } from './events';
import type { Hooks } from './hooks';
import type { Permissions } from './permissions';
import type { ServerSettings } from './server-settings';
import type { Store } from './store';

/** A message that only one person sees, and only while they are online. It is not stored. */
export interface EphemeralNotice {
  readonly username: string;
  readonly roomId: string;
  readonly message: MessageDocument;
}

/** How this server differs from the newest one. */
export interface Compat {
  /** A server that does not take `_unmappedProperties_` when a room is created: no topic, announcement, `sysMes`, `unmuted`. */
  ignoreUnmappedOnCreate: boolean;
}

/** What the parts of the workspace share. */
export interface Server {
  readonly clock: Clock;
  readonly store: Store;
  readonly settings: ServerSettings;
  readonly permissions: Permissions;
  readonly events: Events;
  readonly hooks: Hooks;
  readonly compat: Compat;
  /** Ids of the users who are online. */
  readonly online: Set<string>;
  readonly ephemeral: EphemeralNotice[];
  /** Room id → user names of those who are typing there. */
  readonly typing: Map<string, Set<string>>;
  /** Slug → user names that the workspace's attribute rules keep out of that room. */
  readonly refusedMembers: Map<string, ReadonlySet<string>>;
}

/** The time as the server's documents carry it. */
export const timeOf = (server: Server): Date => new Date(server.clock.now());
