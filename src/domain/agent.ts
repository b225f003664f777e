/** OTOBO's permissions that the app asks about; `rw` includes the others. `create` is asked of a queue, the rest of a ticket. */
export const RIGHTS = ['ro', 'note', 'owner', 'priority', 'rw', 'create'] as const;
export type Right = (typeof RIGHTS)[number];

/** Who a chat user is in OTOBO: by login where an admin or the discovery setting says so, else by verified addresses. */
export type AgentKey = { readonly login: string } | { readonly emails: readonly string[] };

/** An agent, as far as the app may know them. */
export interface Agent {
  /** Absent where nobody can say: without the OTOBO package an address leads to no login. */
  readonly login?: string;
  readonly name: string;
  readonly email?: string;
}
