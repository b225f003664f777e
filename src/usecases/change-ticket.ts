import type { AgentKey } from '../domain/agent';
import { valueMeant } from '../domain/choice';
import { AppError } from '../domain/errors';
import { fieldValuesOf } from '../domain/field-changes';
import type { ChatUser } from '../domain/member';
import type { Change, FieldValues } from '../domain/write';
import { authorise, type Grant } from './authorise';
import type { ChatRules } from './chat-rules';
import type { Place, Ports, TicketOptions } from './ports';
import { requireTicketOfRoom } from './ticket-of-room';
import { mayPass, type Outcome, writeToOtobo } from './write-to-otobo';

/** What somebody wants changed, as they typed it. */
export type Wish =
  /** `closed`: one of the states that close a ticket. */
  | { readonly field: 'state'; readonly typed: string; readonly kind?: 'closed' }
  | { readonly field: 'pending'; readonly typed: string; /** Milliseconds since the epoch. */ readonly until: number }
  | { readonly field: 'priority'; readonly typed: string }
  /** Without a user name it is for whoever asks. */
  | { readonly field: 'owner'; readonly username?: string };

export interface Wanted {
  readonly user: ChatUser;
  readonly place: Place;
  readonly wish: Wish;
}

/** What became of it; without an outcome the ticket was so already. */
export interface TicketChange {
  readonly ticketNumber: string;
  readonly from: string;
  readonly to: string;
  readonly outcome?: Outcome;
}

type Fields = Extract<Change, { type: 'Fields' }>;

const ACTIONS = { state: 'state', pending: 'state', priority: 'priority' } as const;
const OPTIONS = { state: 'states', pending: 'states', priority: 'priorities', owner: 'owners' } as const satisfies Record<
  Wish['field'],
  keyof TicketOptions
>;

/**
 * Changes one field of the room's ticket to one of the values that OTOBO allows this person; where OTOBO does not say which these are, the
 * value goes as it was typed.
 *
 * @throws AppError `room_without_ticket`, `value_unknown`, `state_needs_time`, `user_unknown`, `assignee_refused`, `login_unknown`, what
 * `authorise` and OTOBO refuse with
 */
export async function changeTicket({ user, place, wish }: Wanted, rules: ChatRules, ports: Ports): Promise<TicketChange> {
  const { id: ticketId, number: ticketNumber } = await requireTicketOfRoom(place.roomId, ports);
  const action = wish.field === 'owner' ? (wish.username === undefined ? 'take' : 'assign') : ACTIONS[wish.field];
  const order = { user, place, action, ticketId } as const;
  let grant: Grant;
  try {
    grant = await authorise(user, action, { ticketId, options: [OPTIONS[wish.field]] }, rules.rights, ports);
  } catch (error) {
    const typed = asTyped(wish);
    if (!(error instanceof AppError) || !mayPass(error) || !typed) throw error;
    const change = { ...typed, ...(await lastKnown(ticketId, ports)) };
    return {
      ticketNumber,
      from: '',
      to: shownValue(change),
      outcome: await writeToOtobo({ ...order, change }, Promise.reject(error), rules, ports),
    };
  }
  if (!ports.otobo) throw new AppError('otobo_not_configured');
  const [wanted, { ticket }] = await Promise.all([
    wish.field === 'owner' ? newOwner(wish, user, ticketId, grant, rules, ports) : chosen(wish, grant.options),
    ports.otobo.ticket(ticketId),
  ]);
  const change = { ...wanted, was: fieldValuesOf(ticket) };
  const [from, to] = [ticket[FIELD_NAMES[wish.field]] ?? '', shownValue(change)];
  if (from === to && wish.field !== 'pending') return { ticketNumber, from, to };
  return { ticketNumber, from, to, outcome: await writeToOtobo({ ...order, change }, Promise.resolve(grant), rules, ports) };
}

const FIELD_NAMES = { state: 'state', pending: 'state', priority: 'priority', owner: 'owner' } as const satisfies Record<
  Wish['field'],
  string
>;

const shownValue = ({ state, priority, owner }: Fields): string => state ?? priority ?? owner ?? '';

/** While OTOBO is away, what the person has in view is what the room was told last. */
async function lastKnown(ticketId: string, { told }: Pick<Ports, 'told'>): Promise<{ readonly was?: FieldValues }> {
  const [known] = await told.ofTicket(ticketId);
  return known ? { was: fieldValuesOf(known.fields) } : {};
}

/** While OTOBO is away nobody can say what may be chosen, nor who somebody is. */
function asTyped(wish: Wish): Fields | undefined {
  switch (wish.field) {
    case 'state':
      return { type: 'Fields', state: wish.typed };
    case 'pending':
      return { type: 'Fields', state: wish.typed, pendingUntil: wish.until };
    case 'priority':
      return { type: 'Fields', priority: wish.typed };
    case 'owner':
      return undefined;
  }
}

function chosen(wish: Exclude<Wish, { field: 'owner' }>, { states, priorities }: TicketOptions): Fields {
  if (wish.field === 'priority') return { type: 'Fields', priority: valueMeant('priority', wish.typed, priorities) };
  const ofKind = states?.filter(({ type }) => {
    if (wish.field === 'pending') return isPending(type);
    return wish.kind === undefined || type === wish.kind;
  });
  const names = ofKind?.map(({ name }) => name);
  const state = valueMeant('state', wish.typed, names);
  if (wish.field === 'pending') return { type: 'Fields', state, pendingUntil: wish.until };
  if (states?.some(({ name, type }) => name === state && isPending(type))) throw new AppError('state_needs_time', { state });
  return { type: 'Fields', state };
}

const isPending = (type: string): boolean => type.startsWith('pending');

async function newOwner(
  { username }: Extract<Wish, { field: 'owner' }>,
  user: ChatUser,
  ticketId: string,
  grant: Grant,
  { rights }: ChatRules,
  ports: Ports,
): Promise<Fields> {
  if (username === undefined) return { type: 'Fields', owner: loginOf(grant, user) };
  const assignee = await ports.directory.byUsername(username);
  if (!assignee) throw new AppError('user_unknown', { user: username });
  try {
    return { type: 'Fields', owner: loginOf(await authorise(assignee, 'assign', { ticketId }, rights, ports), assignee) };
  } catch (error) {
    throw error instanceof AppError ? aboutAssignee(error, assignee, grant) : error;
  }
}

function loginOf({ agent, key }: { readonly agent: Grant['agent']; readonly key: AgentKey }, { username }: ChatUser): string {
  const login = agent.login ?? ('login' in key ? key.login : undefined);
  if (login === undefined) throw new AppError('login_unknown', { person: username });
  return login;
}

/** What those who ask are told speaks to them; of somebody else it says no more than that OTOBO does not let them. */
function aboutAssignee(error: AppError, { username: person }: ChatUser, { options }: Grant): AppError {
  if (['agent_unknown', 'agent_ambiguous'].includes(error.code)) return new AppError('login_unknown', { person });
  if (!['ticket_hidden', 'right_missing', 'agent_role_missing'].includes(error.code)) return error;
  const names = options.owners?.map(({ name }) => name) ?? [];
  return new AppError('assignee_refused', { person, offered: names.length > 0 ? names.join(', ') : 'none' });
}
