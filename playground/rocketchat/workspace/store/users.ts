import type { UserDocument } from '../documents';
import { duplicateKey } from '../errors';

/** The accounts: people, bots and app users. */
export class UserCollection {
  private readonly byId = new Map<string, UserDocument>();
  private readonly idByUsername = new Map<string, string>();
  private readonly spellings = new Set<string>();

  get(id: string): UserDocument | undefined {
    return this.byId.get(id);
  }

  /** Exact match: user names are looked up as they are written. */
  byUsername(username: string): UserDocument | undefined {
    return this.byId.get(this.idByUsername.get(username) ?? '');
  }

  /** Whether a name is in use, in any spelling of its letters. */
  isTaken(username: string): boolean {
    return this.spellings.has(username.toLowerCase());
  }

  all(): UserDocument[] {
    return [...this.byId.values()];
  }

  /** @throws E11000 when the user name is taken */
  insert(user: UserDocument): void {
    if (this.idByUsername.has(user.username)) throw duplicateKey('users', 'username_1', `{ username: "${user.username}" }`);
    this.byId.set(user._id, user);
    this.index(user);
  }

  set(user: UserDocument, changes: Partial<UserDocument>): void {
    this.unindex(user);
    Object.assign(user, changes);
    this.index(user);
  }

  remove(user: UserDocument): void {
    this.byId.delete(user._id);
    this.unindex(user);
  }

  private index(user: UserDocument): void {
    this.idByUsername.set(user.username, user._id);
    this.spellings.add(user.username.toLowerCase());
  }

  private unindex(user: UserDocument): void {
    this.idByUsername.delete(user.username);
    this.spellings.delete(user.username.toLowerCase());
  }
}
