import type { Right } from './agent';

/** What somebody must have for an action. */
export interface Permission {
  /** The right that OTOBO is asked for; absent where OTOBO has no say. */
  readonly right?: Right;
  /** Only for members of the room. */
  readonly member?: true;
  /** Only for the workspace roles that the settings name. */
  readonly admin?: true;
}

/**
 * The one table of rights; commands, buttons and dialogs go through it. `reply` is also subject to the setting that allows replies,
 * `assign` also looks at the right of who is to get the ticket.
 */
export const PERMISSIONS = {
  help: {},
  show: { right: 'ro' },
  search: { right: 'ro' },
  people: { right: 'ro' },
  unfurl: { right: 'ro' },
  note: { right: 'note' },
  reply: { right: 'note' },
  take: { right: 'owner' },
  assign: { right: 'owner' },
  priority: { right: 'priority' },
  state: { right: 'rw' },
  stop_closing: { right: 'rw', member: true },
  open: { right: 'rw' },
  link: { right: 'rw', member: true },
  add: { right: 'rw', member: true },
  transcript: { right: 'rw', member: true },
  create: { right: 'create' },
  admin: { admin: true },
} as const satisfies Record<string, Permission>;

export type Action = keyof typeof PERMISSIONS;
