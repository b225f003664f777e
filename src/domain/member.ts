/** A user of the chat, as far as membership needs to know. */
export interface ChatUser {
  readonly id: string;
  /** The user name, which is how the engine names members. */
  readonly username: string;
  readonly enabled: boolean;
  /** Bots and app users; they are nobody's account. */
  readonly bot: boolean;
  readonly addresses: readonly { readonly address: string; readonly verified: boolean }[];
  /** Ids of the workspace's roles that the user has. */
  readonly roles: readonly string[];
  /** The full name, where there is one. */
  readonly name?: string;
  /** The language that the user has chosen, such as `de`; absent when it is the workspace's. */
  readonly language?: string;
  /** Hours that the user's clock is ahead of UTC, as their client said last; absent when nothing is known. */
  readonly utcOffset?: number;
}

/** User names with both characters belong to other servers; one of them makes the creation of a room fail as a whole. */
export function isFederated(user: ChatUser): boolean {
  return user.username.includes(':') && user.username.includes('@');
}
