/** What of a ticket's changes a room may be told; each can be switched off. */
export const CHANGE_KINDS = [
  'title',
  'state',
  'queue',
  'priority',
  'owner',
  'responsible',
  'customer',
  'pending',
  'escalation',
  'article',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];
