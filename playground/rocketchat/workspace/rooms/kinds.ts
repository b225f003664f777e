import type { RoomDocument, UserDocument } from '../documents';
import { randomId } from '../ids';
import { type Server, timeOf } from '../server';
import { subscribe } from './membership';

/*
 * Rooms whose ways are not modelled, only what is to be seen of them: what an app may do there is for the app to decide.
 */

/** End-to-end encryption: with it the server takes no message from an app. */
export function setEncrypted(server: Server, room: RoomDocument, encrypted: boolean): void {
  server.store.rooms.set(room._id, { encrypted, _updatedAt: timeOf(server) });
}

/** From now on the room is one that other servers have, too. */
export function federate(server: Server, room: RoomDocument): void {
  server.store.rooms.set(room._id, { federated: true, _updatedAt: timeOf(server) });
}

/** A conversation of an agent with a visitor of a web site. */
export function addVisitorRoom(server: Server, agent: UserDocument, visitor: string): RoomDocument {
  const now = timeOf(server);
  const room: RoomDocument = {
    _id: randomId(),
    t: 'l',
    fname: visitor,
    u: { _id: agent._id, username: agent.username },
    ts: now,
    _updatedAt: now,
    msgs: 0,
    usersCount: 0,
    ro: false,
    open: true,
  };
  server.store.rooms.insert(room);
  subscribe(server, room, agent, {});
  return room;
}
