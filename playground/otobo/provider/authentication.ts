import type { Requester } from '../access';
import type { Helpdesk } from '../helpdesk';
import { text, type Parameters } from '../parameters';
import type { Agent } from '../records';
import type { Requester as RequesterSide } from '../requester/requester';
import type { Sessions } from '../sessions';
import { authFail } from './answer';

/** What an operation has to work with. */
export interface Call {
  readonly helpdesk: Helpdesk;
  readonly sessions: Sessions;
  /** The other direction: what this OTOBO calls. */
  readonly requester: RequesterSide;
  readonly parameters: Parameters;
  readonly remoteAddress: string;
  readonly userAgent: string;
}

/** @throws AuthFail unless a session id, or an agent's or customer's login and password, are right */
export function authenticate(operation: string, { helpdesk, sessions, parameters, remoteAddress }: Call): Requester {
  const sessionId = text(parameters, 'SessionID');
  if (sessionId !== undefined) {
    const session = sessions.use(sessionId, remoteAddress);
    if (!session) throw authFail(operation);
    return { agent: session.agent };
  }
  const password = text(parameters, 'Password');
  const agent = helpdesk.agents.find(({ login }) => login === text(parameters, 'UserLogin'));
  if (agent) {
    if (agent.password !== password) throw authFail(operation);
    return { agent };
  }
  const customer = helpdesk.customerUsers.find(({ login }) => login === text(parameters, 'CustomerUserLogin'));
  if (customer?.password !== password || !customer) throw authFail(operation);
  return { customer };
}

/** The same for operations that customers have no part in here. */
export function authenticateAgent(operation: string, call: Call): Agent {
  const who = authenticate(operation, call);
  if (!('agent' in who)) throw authFail(operation);
  return who.agent;
}
