import type { RoomDocument } from '../documents';
import { duplicateKey } from '../errors';

/** The rooms, with the database's unique index on the slug. */
export class RoomCollection {
  private readonly byId = new Map<string, RoomDocument>();
  private readonly idByName = new Map<string, string>();
  private readonly idsByDisplayName = new Map<string, Set<string>>();

  get(id: string): RoomDocument | undefined {
    return this.byId.get(id);
  }

  byName(name: string): RoomDocument | undefined {
    return this.byId.get(this.idByName.get(name) ?? '');
  }

  byDisplayName(displayName: string): RoomDocument | undefined {
    const [id] = this.idsByDisplayName.get(displayName) ?? [];
    return id === undefined ? undefined : this.byId.get(id);
  }

  all(): RoomDocument[] {
    return [...this.byId.values()];
  }

  /** @throws E11000 when the id or the slug is taken */
  insert(room: RoomDocument): void {
    if (this.byId.has(room._id)) throw duplicateKey('rocketchat_room', '_id_', `{ _id: "${room._id}" }`);
    this.refuseTakenName(room.name, room._id);
    this.byId.set(room._id, room);
    this.index(room);
  }

  /**
   * Sets fields of a room, whatever they are.
   * @returns whether there is such a room
   * @throws E11000 when the new slug is taken
   */
  set(id: string, changes: Partial<RoomDocument>): boolean {
    const room = this.byId.get(id);
    if (!room) return false;
    this.refuseTakenName(changes.name, id);
    this.unindex(room);
    Object.assign(room, changes);
    this.index(room);
    return true;
  }

  remove(id: string): void {
    const room = this.byId.get(id);
    if (!room) return;
    this.unindex(room);
    this.byId.delete(id);
  }

  private refuseTakenName(name: string | undefined, id: string): void {
    const holder = name === undefined ? undefined : this.idByName.get(name);
    if (holder !== undefined && holder !== id) throw duplicateKey('rocketchat_room', 'name_1', `{ name: "${name ?? ''}" }`);
  }

  private index(room: RoomDocument): void {
    if (room.name !== undefined) this.idByName.set(room.name, room._id);
    if (room.fname === undefined) return;
    const ids = this.idsByDisplayName.get(room.fname) ?? new Set();
    this.idsByDisplayName.set(room.fname, ids.add(room._id));
  }

  private unindex(room: RoomDocument): void {
    if (room.name !== undefined) this.idByName.delete(room.name);
    if (room.fname !== undefined) this.idsByDisplayName.get(room.fname)?.delete(room._id);
  }
}
