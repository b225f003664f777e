import type { Association } from './documents';

/**
 * Places where a test may hold the server between two database operations. A Rocket.Chat server is not transactional, so
 * anything can happen there: another instance's request, or a crash.
 */
export interface Hooks {
  /** A free slug was found; the room is not inserted yet. */
  betweenNameCheckAndInsert?: (name: string) => Promise<void>;
  /** The room exists; nobody is subscribed to it yet. */
  betweenRoomInsertAndMembers?: (roomId: string) => Promise<void>;
  /** An upsert found no record to update and is about to insert one. */
  betweenMatchAndUpsert?: (associations: readonly Association[]) => Promise<void>;
}

/** One trip to the database: other requests get their turn before the answer is back. */
export function databaseTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
