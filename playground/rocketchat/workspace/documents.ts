/**
 * The documents as a Rocket.Chat server keeps them in its database, in its own field names. Only the fields that something
 * here reads or writes are named; everything else an app or a person stores stays in place under its own name.
 */

type RoomLetter = 'c' | 'p' | 'd' | 'l';

/** A person as other documents carry them. */
export interface UserReference {
  _id: string;
  username: string;
  name?: string;
}

export interface UserEmail {
  address: string;
  verified: boolean;
}

export interface UserDocument {
  _id: string;
  username: string;
  name: string;
  emails?: UserEmail[];
  type: 'user' | 'bot' | 'app';
  active: boolean;
  roles: string[];
  status: string;
  statusConnection: string;
  utcOffset: number;
  createdAt: Date;
  _updatedAt: Date;
  lastLogin?: Date;
  appId?: string;
  settings: { preferences: { language?: string } };
  [field: string]: unknown;
}

export interface RoomDocument {
  _id: string;
  t: RoomLetter;
  /** The slug. Direct rooms have none. */
  name?: string;
  /** The display name. */
  fname?: string;
  /** The creator. The general room has none. */
  u?: UserReference;
  ts: Date;
  _updatedAt: Date;
  msgs: number;
  usersCount: number;
  ro: boolean;
  /** Time of the last message that is more than a reply in a thread. */
  lm?: Date;
  customFields?: Record<string, unknown>;
  /** User names that may post although the room is read-only. */
  unmuted?: string[];
  muted?: string[];
  archived?: boolean;
  encrypted?: boolean;
  federated?: boolean;
  /** The parent room of a discussion. */
  prid?: string;
  /** Direct rooms: ids and names of the participants. */
  uids?: string[];
  usernames?: string[];
  [field: string]: unknown;
}

export interface SubscriptionDocument {
  _id: string;
  rid: string;
  u: UserReference;
  t: RoomLetter;
  name?: string;
  fname?: string;
  ts: Date;
  open: boolean;
  alert: boolean;
  unread: number;
  userMentions: number;
  /** Last time the member was seen in the room. */
  ls?: Date;
  roles?: string[];
  archived?: boolean;
}

export interface MessageDocument {
  _id: string;
  rid: string;
  u: UserReference;
  msg: string;
  ts: Date;
  _updatedAt: Date;
  /** Type of a system message; ordinary messages have none. */
  t?: string;
  /** The message whose thread this one answers in. */
  tmid?: string;
  /** Number of replies in the thread that this message started. */
  tcount?: number;
  editedAt?: Date;
  editedBy?: UserReference;
  attachments?: Record<string, unknown>[];
  reactions?: Record<string, { usernames: string[] }>;
  files?: { _id: string; name: string; type: string }[];
  [field: string]: unknown;
}

export interface UploadDocument {
  _id: string;
  name: string;
  size: number;
  type: string;
  rid: string;
  userId: string;
  extension: string;
  store: string;
  complete: boolean;
  uploading: boolean;
  progress: number;
  path: string;
  url: string;
  uploadedAt: Date;
  _updatedAt: Date;
}

/** What an app's record is found by. */
export interface Association {
  model: string;
  id: string;
}

export interface PersistenceRecord {
  _id: string;
  appId: string;
  /** Absent when the record was stored without any. */
  associations?: Association[];
  data: unknown;
}

/** A person as other documents carry them. */
export function referenceTo(user: UserDocument): UserReference {
  return { _id: user._id, username: user.username, name: user.name };
}
