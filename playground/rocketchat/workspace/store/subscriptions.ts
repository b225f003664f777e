import type { SubscriptionDocument } from '../documents';
import { duplicateKey } from '../errors';

/** Who is a member of which room, and what they see of it. */
export class SubscriptionCollection {
  private readonly byRoom = new Map<string, Map<string, SubscriptionDocument>>();
  private readonly roomsOfUser = new Map<string, Set<string>>();

  of(roomId: string, userId: string): SubscriptionDocument | undefined {
    return this.byRoom.get(roomId)?.get(userId);
  }

  /** In the order in which the members came. */
  inRoom(roomId: string): SubscriptionDocument[] {
    return [...(this.byRoom.get(roomId)?.values() ?? [])];
  }

  ofUser(userId: string): SubscriptionDocument[] {
    return this.roomIdsOf(userId).flatMap((roomId) => this.of(roomId, userId) ?? []);
  }

  roomIdsOf(userId: string): string[] {
    return [...(this.roomsOfUser.get(userId) ?? [])];
  }

  all(): SubscriptionDocument[] {
    return [...this.byRoom.values()].flatMap((members) => [...members.values()]);
  }

  /** @throws E11000 when the user is a member already */
  insert(subscription: SubscriptionDocument): void {
    const { rid, u } = subscription;
    const members = this.byRoom.get(rid) ?? new Map<string, SubscriptionDocument>();
    if (members.has(u._id)) throw duplicateKey('rocketchat_subscription', 'rid_1_u._id_1', `{ rid: "${rid}", u._id: "${u._id}" }`);
    this.byRoom.set(rid, members.set(u._id, subscription));
    this.roomsOfUser.set(u._id, (this.roomsOfUser.get(u._id) ?? new Set()).add(rid));
  }

  remove(roomId: string, userId: string): void {
    this.byRoom.get(roomId)?.delete(userId);
    this.roomsOfUser.get(userId)?.delete(roomId);
  }

  removeRoom(roomId: string): void {
    for (const { u } of this.inRoom(roomId)) this.remove(roomId, u._id);
    this.byRoom.delete(roomId);
  }
}
