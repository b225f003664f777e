import type { Agent, AgentKey, Right } from '../domain/agent';
import { agentKeys, verifiedAddresses } from '../domain/agent-key';
import { AppError } from '../domain/errors';
import type { ChatUser } from '../domain/member';
import type { Recognition } from '../domain/person-search';
import { type Action, type Permission, PERMISSIONS } from '../domain/permission';
import type { AgentAccess, Otobo, Ports, TicketOptions } from './ports';

/** The settings about who may do what. */
export interface RightsPolicy {
  readonly recognition: Recognition;
  readonly agentRoles: readonly string[];
  readonly adminRoles: readonly string[];
}

/** What an action is to be done to. */
export interface Target {
  readonly ticketId?: string;
  /** Name of a queue, for a new ticket. */
  readonly queue?: string;
  /** What else is to be asked, beside the right. */
  readonly options?: readonly (keyof TicketOptions)[];
}

/** Somebody may do it, as this agent. */
export interface Grant {
  readonly agent: Agent;
  readonly key: AgentKey;
  /** Whether OTOBO said so; otherwise a role of the workspace did, and nobody knows what the person may choose from. */
  readonly byOtobo: boolean;
  readonly options: TicketOptions;
}

type Asking = Pick<Ports, 'otobo' | 'grants' | 'rooms'>;

/** A ticket id that OTOBO never gives: asked about where a number leads nowhere, so that both ways look alike. */
export const NO_TICKET = '0';

/**
 * Whether this person may do this; the person is asked about, never the service account. OTOBO decides where it has the package of this
 * project, otherwise a role of the workspace. Reading rights are believed for a minute, others are asked for each time.
 *
 * @throws AppError `ticket_hidden` when the person may not even see the ticket, `right_missing`, `agent_unknown`, `agent_ambiguous`,
 * `agent_role_missing`, `admin_only`, `otobo_*`
 */
export async function authorise(user: ChatUser, action: Action, target: Target, policy: RightsPolicy, ports: Asking): Promise<Grant> {
  const { right, admin }: Permission = PERMISSIONS[action];
  if (admin && !user.roles.some((role) => policy.adminRoles.includes(role))) throw new AppError('admin_only');
  return right === undefined ? asInChat(user, policy) : requireRight(user, right, target, policy, ports);
}

/** The same for a right of OTOBO's, where it is not an action that is asked about, but a write that was kept. */
export async function requireRight(user: ChatUser, right: Right, target: Target, policy: RightsPolicy, ports: Asking): Promise<Grant> {
  const [key] = agentKeys(user, policy.recognition);
  if (!ports.otobo) throw new AppError('otobo_not_configured');
  const known =
    right === 'ro' && target.ticketId !== undefined && !target.options ? ports.grants.find(user.id, target.ticketId) : undefined;
  if (known && key) return { agent: known, key, byOtobo: true, options: {} };
  return (await askOtobo(user, right, target, policy, ports, ports.otobo)) ?? byRole(user, policy);
}

/** Whether somebody is a member of a room. @throws AppError `member_only` */
export async function requireMember(user: ChatUser, roomId: string, { rooms }: Pick<Ports, 'rooms'>): Promise<void> {
  if (!(await rooms.members(roomId)).some(({ id }) => id === user.id)) throw new AppError('member_only');
}

/** @returns nothing where OTOBO cannot be asked, because it lacks the package */
async function askOtobo(
  user: ChatUser,
  right: Right,
  target: Target,
  policy: RightsPolicy,
  ports: Asking,
  otobo: Otobo,
): Promise<Grant | undefined> {
  const keys = agentKeys(user, policy.recognition);
  if (keys.length === 0 && (await otobo.package.offered())) throw new AppError('agent_unknown');
  for (const [at, key] of keys.entries()) {
    const ask = (wanted: Right): Promise<AgentAccess | undefined> => otobo.package.access(key, question(wanted, target));
    try {
      const access = await ask(right);
      if (!access) return undefined;
      if (granted(access, target)) {
        if (target.ticketId !== undefined) ports.grants.remember(user.id, target.ticketId, access.agent);
        return { agent: access.agent, key, byOtobo: true, options: access.options };
      }
      if (target.queue !== undefined) throw new AppError('queue_hidden', { queue: target.queue });
      const reading = right === 'ro' ? undefined : await ask('ro');
      throw reading && granted(reading, target) ? new AppError('right_missing', { right }) : new AppError('ticket_hidden');
    } catch (error) {
      const another = at + 1 < keys.length;
      if (!another || !(error instanceof AppError) || error.code !== 'agent_unknown') throw error;
    }
  }
  return undefined;
}

function question(right: Right, { ticketId, queue, options }: Target): Parameters<Otobo['package']['access']>[1] {
  return {
    right,
    ...(ticketId !== undefined && { ticketIds: [ticketId] }),
    ...(queue !== undefined && { queue }),
    ...(options && { options }),
  };
}

/** Without ticket and queue it is enough to be an agent. */
function granted({ ticketIds, queue }: AgentAccess, target: Target): boolean {
  if (target.ticketId !== undefined) return ticketIds.has(target.ticketId);
  return target.queue === undefined || queue === true;
}

function byRole(user: ChatUser, policy: RightsPolicy): Grant {
  if (!user.roles.some((role) => policy.agentRoles.includes(role))) throw new AppError('agent_role_missing');
  return asInChat(user, policy);
}

/** Nobody has asked OTOBO. */
function asInChat(user: ChatUser, policy: RightsPolicy): Grant {
  const [key] = agentKeys(user, policy.recognition);
  return { agent: inChat(user, policy), key: key ?? { emails: [] }, byOtobo: false, options: {} };
}

/** The person as the chat knows them. */
function inChat(user: ChatUser, { recognition }: RightsPolicy): Agent {
  const login = agentKeys(user, recognition).flatMap((key) => ('login' in key ? [key.login] : []))[0];
  const [email] = verifiedAddresses(user, recognition.acceptUnverified);
  return { name: user.name ?? user.username, ...(login !== undefined && { login }), ...(email !== undefined && { email }) };
}
