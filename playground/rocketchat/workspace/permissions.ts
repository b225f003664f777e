import type { UserDocument } from './documents';
import type { Store } from './store';

/** Who may do what by default: permission → roles, both those of the workspace and those within a room (owner, moderator, leader). */
const defaults: Record<string, readonly string[]> = {
  'archive-room': ['admin', 'owner'],
  'create-c': ['admin', 'user', 'federated-external', 'bot', 'app'],
  'create-d': ['admin', 'user', 'federated-external', 'bot', 'app'],
  'create-p': ['admin', 'user', 'federated-external', 'bot', 'app'],
  'delete-c': ['admin', 'owner'],
  'delete-message': ['admin', 'owner', 'moderator'],
  'delete-p': ['admin', 'owner'],
  'edit-message': ['admin', 'owner', 'moderator'],
  'edit-room': ['admin', 'owner', 'moderator'],
  'message-impersonate': ['bot', 'app'],
  'pin-message': ['owner', 'moderator', 'admin'],
  'post-readonly': ['admin', 'owner', 'moderator'],
  'start-discussion': ['admin', 'user', 'federated-external', 'guest', 'app'],
  'view-c-room': ['admin', 'user', 'federated-external', 'bot', 'app', 'anonymous'],
};

/** The workspace's table of permissions, as an admin can change it. */
export class Permissions {
  private readonly roles = new Map(Object.entries(defaults));

  constructor(private readonly store: Store) {}

  /** Gives a permission to exactly these roles. */
  set(permission: string, roles: readonly string[]): void {
    this.roles.set(permission, roles);
  }

  /** @param roomId where the question is asked, so that roles within that room count */
  allows(user: UserDocument, permission: string, roomId?: string): boolean {
    const granted = this.roles.get(permission) ?? [];
    const inRoom = roomId === undefined ? [] : (this.store.subscriptions.of(roomId, user._id)?.roles ?? []);
    return [...user.roles, ...inRoom].some((role) => granted.includes(role));
  }
}
