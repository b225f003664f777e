import { type AccountChanges, Accounts, type NewAccount } from './accounts';
import { copyOf } from './copy';
import type { MessageDocument, RoomDocument, SubscriptionDocument, UploadDocument, UserDocument } from './documents';
import { serverError } from './errors';
import { randomId } from './ids';
import { deleteAsPerson, editAsPerson, pinMessage, toggleReaction } from './messages/people';
import { sendMessage } from './messages/send';
import * as administration from './rooms/administration';
import { createRoom } from './rooms/create';
import { openDirectRoom } from './rooms/direct';
import { createDiscussion } from './rooms/discussion';
import * as kinds from './rooms/kinds';
import { addToRoom, removeFromRoom } from './rooms/membership';
import { type Server, timeOf } from './server';
import { createUpload } from './uploads';

/** What a person says of a room that they create in the client. */
export interface RoomWish {
  name: string;
  fname?: string;
  members?: string[];
  customFields?: Record<string, unknown>;
}

/** A room as it stands in one member's room list. */
export interface ListedRoom {
  room: RoomDocument;
  subscription: SubscriptionDocument;
}

/** What people and admins do with a workspace, as its clients let them. Rooms are named by id or slug. */
export abstract class PeoplesWorkspace {
  protected readonly accounts: Accounts;

  protected constructor(protected readonly server: Server) {
    this.accounts = new Accounts(server);
  }

  addUser(account: NewAccount): UserDocument {
    return copyOf(this.accounts.add(account));
  }

  updateUser(username: string, changes: AccountChanges): UserDocument {
    return copyOf(this.accounts.update(username, changes));
  }

  removeUser(username: string): void {
    this.accounts.remove(username);
  }

  logIn(username: string): void {
    this.accounts.logIn(username);
  }

  /** From now on ephemeral messages do not reach this person. */
  logOut(username: string): void {
    this.accounts.logOut(username);
  }

  createPrivateGroup(byUsername: string, wish: RoomWish): Promise<RoomDocument> {
    return this.create('p', byUsername, wish);
  }

  createChannel(byUsername: string, wish: RoomWish): Promise<RoomDocument> {
    return this.create('c', byUsername, wish);
  }

  async openDirectRoom(byUsername: string, ...usernames: string[]): Promise<RoomDocument> {
    return copyOf(await openDirectRoom(this.server, this.accounts.named(byUsername)._id, usernames));
  }

  /** The rooms in a person's room list; a direct room that nobody has written in yet is in its opener's list only. */
  roomsOf(username: string): ListedRoom[] {
    const { rooms, subscriptions } = this.server.store;
    const listed = subscriptions.ofUser(this.accounts.named(username)._id).filter(({ open }) => open);
    return copyOf(
      listed.flatMap((subscription) => {
        const room = rooms.get(subscription.rid);
        return room ? [{ room, subscription }] : [];
      }),
    );
  }

  /** A member has the room in front of them: nothing in it is new any more. */
  markRead(username: string, roomId: string): void {
    const subscription = this.server.store.subscriptions.of(this.stored(roomId)._id, this.accounts.named(username)._id);
    if (!subscription) throw serverError('error-not-allowed', `${username} is no member of this room`);
    Object.assign(subscription, { alert: false, unread: 0, userMentions: 0, ls: timeOf(this.server) });
  }

  /** An owner adds somebody. */
  invite(username: string, roomId: string): Promise<void> {
    const room = this.stored(roomId);
    return addToRoom(this.server, room._id, this.accounts.named(username), administration.ownerOf(this.server, room));
  }

  leave(username: string, roomId: string): void {
    administration.leaveRoom(this.server, this.stored(roomId), this.accounts.named(username));
  }

  /** An owner takes somebody out. */
  removeMember(username: string, roomId: string): void {
    const room = this.stored(roomId);
    removeFromRoom(this.server, room._id, this.accounts.named(username), administration.ownerOf(this.server, room));
  }

  renameRoom(roomId: string, name: string): Promise<void> {
    return administration.renameRoom(this.server, this.stored(roomId), name);
  }

  setArchived(roomId: string, archived: boolean): void {
    administration.setArchived(this.server, this.stored(roomId), archived);
  }

  setReadOnly(roomId: string, readOnly: boolean): void {
    administration.setReadOnly(this.server, this.stored(roomId), readOnly);
  }

  setRoomType(roomId: string, type: 'c' | 'p'): void {
    administration.setRoomType(this.server, this.stored(roomId), type);
  }

  setEncrypted(roomId: string, encrypted: boolean): void {
    kinds.setEncrypted(this.server, this.stored(roomId), encrypted);
  }

  /** An admin shares the room with other servers. */
  federate(roomId: string): void {
    kinds.federate(this.server, this.stored(roomId));
  }

  /** A visitor of a web site writes to an agent. */
  addVisitorRoom(agent: string, visitor: string): RoomDocument {
    return copyOf(kinds.addVisitorRoom(this.server, this.accounts.named(agent), visitor));
  }

  /** Somebody starts a discussion of what is said in a room. */
  async startDiscussion(username: string, roomId: string, displayName: string): Promise<RoomDocument> {
    const creator = this.accounts.named(username);
    return copyOf(await createDiscussion(this.server, { parent: this.stored(roomId), creator, displayName, members: [] }));
  }

  saveRoomCustomFields(roomId: string, fields: Record<string, unknown>): void {
    administration.saveCustomFields(this.server, this.stored(roomId), fields);
  }

  deleteRoom(roomId: string): void {
    administration.eraseRoom(this.server, this.stored(roomId));
  }

  /** Attribute rules keep these people out of the room of that slug, whether it exists yet or not. */
  refuseMembers(roomName: string, usernames: readonly string[]): void {
    this.server.refusedMembers.set(roomName, new Set(usernames));
  }

  /** A person posts, with the rights they have in that room. */
  async sendMessage(username: string, roomId: string, text: string, { threadId }: { threadId?: string } = {}): Promise<MessageDocument> {
    const { _id } = this.accounts.named(username);
    const message = {
      _id: randomId(),
      rid: this.stored(roomId)._id,
      msg: text,
      ts: timeOf(this.server),
      ...(threadId && { tmid: threadId }),
    };
    return copyOf(await sendMessage(this.server, _id, message));
  }

  /** A person sends a file into a room. */
  async uploadFile(
    username: string,
    roomId: string,
    { name, type }: { name: string; type: string },
    content: Buffer,
  ): Promise<UploadDocument> {
    const details = { name, type, size: content.length, rid: this.stored(roomId)._id, userId: this.accounts.named(username)._id };
    return copyOf(await createUpload(this.server, details, content));
  }

  editMessage(username: string, messageId: string, text: string): void {
    editAsPerson(this.server, this.storedMessage(messageId), this.accounts.named(username), text);
  }

  deleteMessage(username: string, messageId: string): void {
    deleteAsPerson(this.server, this.storedMessage(messageId), this.accounts.named(username));
  }

  /** @param emoji with its colons; a second time takes it back */
  react(username: string, messageId: string, emoji: string): void {
    toggleReaction(this.server, this.storedMessage(messageId), this.accounts.named(username), emoji);
  }

  pin(username: string, messageId: string): void {
    pinMessage(this.server, this.storedMessage(messageId), this.accounts.named(username));
  }

  private async create(type: 'c' | 'p', byUsername: string, { name, fname, members = [], customFields }: RoomWish): Promise<RoomDocument> {
    const creator = this.accounts.named(byUsername);
    const extra = { ...(fname !== undefined && { fname }), ...(customFields && { customFields: copyOf(customFields) }) };
    return copyOf(await createRoom(this.server, { type, name, creator, members, readOnly: false, extra }));
  }

  protected stored(idOrName: string): RoomDocument {
    const { rooms } = this.server.store;
    const room = rooms.get(idOrName) ?? rooms.byName(idOrName);
    if (!room) throw serverError('error-invalid-room', `There is no room ${idOrName}`);
    return room;
  }

  private storedMessage(id: string): MessageDocument {
    const message = this.server.store.messages.get(id);
    if (!message) throw serverError('error-invalid-message', `There is no message ${id}`);
    return message;
  }
}
