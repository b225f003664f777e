import type { MessageDocument } from '../documents';
import { duplicateKey } from '../errors';

/** All messages, the system's own among them. */
export class MessageCollection {
  private readonly byId = new Map<string, MessageDocument>();
  private readonly idsByRoom = new Map<string, Set<string>>();

  get(id: string): MessageDocument | undefined {
    return this.byId.get(id);
  }

  /** In the order in which they were stored. */
  inRoom(roomId: string): MessageDocument[] {
    return [...(this.idsByRoom.get(roomId) ?? [])].flatMap((id) => this.byId.get(id) ?? []);
  }

  all(): MessageDocument[] {
    return [...this.byId.values()];
  }

  insert(message: MessageDocument): void {
    if (this.byId.has(message._id)) throw duplicateKey('rocketchat_message', '_id_', `{ _id: "${message._id}" }`);
    this.byId.set(message._id, message);
    this.idsByRoom.set(message.rid, (this.idsByRoom.get(message.rid) ?? new Set()).add(message._id));
  }

  remove(message: MessageDocument): void {
    this.byId.delete(message._id);
    this.idsByRoom.get(message.rid)?.delete(message._id);
  }

  removeRoom(roomId: string): void {
    for (const message of this.inRoom(roomId)) this.byId.delete(message._id);
    this.idsByRoom.delete(roomId);
  }
}
