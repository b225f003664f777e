/** The numbers that OTOBO gives to its states, priorities, channels, … on a fresh installation. */

interface State {
  readonly id: number;
  readonly name: string;
  readonly type: string;
}

export const STATES: readonly State[] = [
  { id: 1, name: 'new', type: 'new' },
  { id: 2, name: 'closed successful', type: 'closed' },
  { id: 3, name: 'closed unsuccessful', type: 'closed' },
  { id: 4, name: 'open', type: 'open' },
  { id: 5, name: 'removed', type: 'removed' },
  { id: 6, name: 'pending reminder', type: 'pending reminder' },
  { id: 7, name: 'pending auto close+', type: 'pending auto' },
  { id: 8, name: 'pending auto close-', type: 'pending auto' },
  { id: 9, name: 'merged', type: 'merged' },
];

export const PRIORITIES = [
  { id: 1, name: '1 very low' },
  { id: 2, name: '2 low' },
  { id: 3, name: '3 normal' },
  { id: 4, name: '4 high' },
  { id: 5, name: '5 very high' },
] as const;

export const CHANNEL_IDS = { Email: 1, Phone: 2, Internal: 3, Chat: 4 } as const;
export const SENDER_TYPE_IDS = { agent: 1, system: 2, customer: 3 } as const;

export const HISTORY_TYPE_IDS = {
  NewTicket: 1,
  FollowUp: 2,
  Forward: 6,
  SendAnswer: 8,
  EmailAgent: 11,
  EmailCustomer: 12,
  PhoneCallAgent: 13,
  PhoneCallCustomer: 14,
  AddNote: 15,
  Move: 16,
  Lock: 17,
  Unlock: 18,
  CustomerUpdate: 21,
  PriorityUpdate: 22,
  OwnerUpdate: 23,
  Misc: 25,
  SetPendingTime: 26,
  StateUpdate: 27,
  TicketDynamicFieldUpdate: 28,
  WebRequestCustomer: 29,
  Merged: 33,
  ResponsibleUpdate: 34,
  TypeUpdate: 37,
  ServiceUpdate: 38,
  EscalationSolutionTimeStop: 41,
  EscalationSolutionTimeStart: 44,
  EscalationSolutionTimeNotifyBefore: 47,
  TitleUpdate: 50,
} as const;
export type HistoryType = keyof typeof HISTORY_TYPE_IDS;

/** @throws when no state has this name */
export function stateNamed(name: string): State {
  const state = STATES.find((one) => one.name === name);
  if (!state) throw new Error(`There is no state "${name}".`);
  return state;
}

/** @throws when no priority has this name */
export function priorityId(name: string): number {
  const priority = PRIORITIES.find((one) => one.name === name);
  if (!priority) throw new Error(`There is no priority "${name}".`);
  return priority.id;
}

/** The login of OTOBO's first agent. Fresh tickets often belong to it. */
export const ROOT = 'root@localhost';

/** @throws when there is no such lock */
export function lockId(name: string): number {
  const id = ['unlock', 'lock'].indexOf(name) + 1;
  if (id === 0) throw new Error(`There is no lock "${name}".`);
  return id;
}
