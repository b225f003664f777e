import { agentKeys } from '../domain/agent-key';
import { AppError } from '../domain/errors';
import type { ChatUser } from '../domain/member';
import { withoutCredentials } from '../domain/webservice';
import type { Settings } from '../settings/snapshot';
import type { RightsPolicy } from './authorise';
import { failedAs, type Finding } from './finding';
import { type AgentAccess, type Otobo, type Ports, type RoundTrip, STOCK_OPERATIONS } from './ports';

/** What the app writes room and mark into. */
const FIELDS = ['RocketChatURL', 'RocketChatRoomID'];

/** Commands have to be answered within about 3 s. */
const SLOW_MS = 1_500;

interface OtoboFindings {
  readonly findings: readonly Finding[];
  /** Whether OTOBO has called the app just now, and got in. */
  readonly calledBack: boolean;
}

/** Looks at OTOBO from here, step by step; what cannot be seen because an earlier step failed is left out. */
export async function examineOtobo(admin: ChatUser, settings: Settings, policy: RightsPolicy, ports: Ports): Promise<OtoboFindings> {
  const { otobo, time } = ports;
  if (!otobo || !settings.otobo) return { findings: [{ code: 'otobo_unset' }], calledBack: false };
  const begun = time.now();
  try {
    await otobo.probe('TicketSearch');
  } catch (error) {
    return { findings: [failedAs('otobo_failed')(error)], calledBack: false };
  }
  const answers: Finding = { code: 'otobo_answers', values: { login: settings.otobo.login } };
  const ms = time.now() - begun;
  const slow: Finding[] = ms > SLOW_MS ? [{ code: 'otobo_slow', values: { seconds: Math.round(ms / 1000) } }] : [];
  const [routes, fields, offered] = await Promise.all([
    routesFinding(otobo).catch(failedAs('otobo_failed')),
    fieldsFinding(otobo).catch(failedAs('otobo_failed')),
    examinePackage(admin, settings.otoboTimeZone, policy, otobo),
  ]);
  return { findings: [answers, ...slow, routes, fields, ...offered.findings], calledBack: offered.calledBack };
}

async function routesFinding(otobo: Otobo): Promise<Finding> {
  const there = await Promise.all(STOCK_OPERATIONS.map((operation) => otobo.probe(operation)));
  const missing = STOCK_OPERATIONS.filter((_operation, at) => !there[at]);
  return missing.length > 0
    ? { code: 'routes_missing', values: { routes: missing.map((one) => `/${one}`).join(', ') } }
    : { code: 'routes' };
}

async function fieldsFinding(otobo: Otobo): Promise<Finding> {
  const names = await otobo.fieldNames();
  if (!names) return { code: 'fields_unseen', values: { fields: FIELDS.join(', ') } };
  const missing = FIELDS.filter((field) => !names.includes(field));
  return missing.length > 0 ? { code: 'fields_missing', values: { fields: missing.join(', ') } } : { code: 'fields' };
}

async function examinePackage(admin: ChatUser, timeZone: string, policy: RightsPolicy, otobo: Otobo): Promise<OtoboFindings> {
  try {
    // First, because it is not content with an earlier answer: the package may have been installed a moment ago.
    const trip = await otobo.package.health();
    if (!(await otobo.package.offered())) return { findings: [{ code: 'package_missing' }, rolesFinding(policy)], calledBack: false };
    const identity = await identityFindings(admin, timeZone, policy, otobo);
    return {
      findings: [{ code: 'package' }, ...identity, ...(trip ? [roundTripFinding(trip)] : [])],
      calledBack: trip?.success === true,
    };
  } catch (error) {
    return { findings: [failedAs('otobo_failed')(error)], calledBack: false };
  }
}

function rolesFinding({ agentRoles }: RightsPolicy): Finding {
  return agentRoles.length > 0 ? { code: 'agent_roles', values: { roles: agentRoles.join(', ') } } : { code: 'agent_roles_empty' };
}

/** OTOBO tells its time zone together with who somebody is, so one is not seen without the other. */
async function identityFindings(admin: ChatUser, timeZone: string, { recognition }: RightsPolicy, otobo: Otobo): Promise<Finding[]> {
  let unknown = new AppError('agent_unknown');
  for (const key of agentKeys(admin, recognition)) {
    try {
      const found = await otobo.package.access(key, { right: 'ro' });
      if (found) return [{ code: 'you_are', values: { agent: found.agent.login ?? found.agent.name } }, zoneFinding(found, timeZone)];
    } catch (error) {
      if (!(error instanceof AppError) || (error.code !== 'agent_unknown' && error.code !== 'agent_ambiguous')) throw error;
      unknown = error;
    }
  }
  return [{ code: 'you_are_nobody', error: unknown }, { code: 'time_zone_unseen' }];
}

function zoneFinding({ timeZone: zone }: AgentAccess, set: string): Finding {
  if (zone === undefined) return { code: 'time_zone_unseen' };
  return zone === set ? { code: 'time_zone', values: { zone } } : { code: 'time_zone_differs', values: { zone, set } };
}

function roundTripFinding(trip: RoundTrip): Finding {
  return trip.success
    ? { code: 'round_trip', values: { milliseconds: trip.milliseconds } }
    : { code: 'round_trip_failed', choice: trip.reason, values: { message: withoutCredentials(trip.message) } };
}
