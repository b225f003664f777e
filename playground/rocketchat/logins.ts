import { randomBytes } from 'node:crypto';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { Workspace } from './workspace';

/** The playground's only account with a password; it is made up and opens nothing but a playground. */
const ADMIN = { username: 'admin', password: 'admin' };

export interface Login {
  userId: string;
  authToken: string;
}

/** Logins by password, for the routes of admins. */
export class Logins {
  private readonly tokens = new Map<string, string>();

  constructor(private readonly workspace: Workspace) {
    workspace.addUser({
      username: ADMIN.username,
      name: 'Admin',
      roles: ['admin'],
      emails: [{ address: 'admin@playground.example', verified: true }],
    });
  }

  /** @returns undefined when name and password do not fit */
  logIn(username: unknown, password: unknown): Login | undefined {
    if (username !== ADMIN.username || password !== ADMIN.password) return undefined;
    const authToken = randomBytes(24).toString('base64url');
    const userId = this.workspace.user(ADMIN.username)._id;
    this.tokens.set(authToken, userId);
    return { userId, authToken };
  }

  /** @returns undefined for a token that was not given to this user */
  async userOfToken(userId: string, token: string): Promise<IUser | undefined> {
    return this.tokens.get(token) === userId ? this.admin() : undefined;
  }

  async admin(): Promise<IUser> {
    return (await this.workspace.bridgeCall('user', 'getByUsername', [ADMIN.username])) as IUser; // as: the bridge's contract
  }
}
