import { list, text } from '../../parameters';
import { fullName } from '../../people';
import type { Agent } from '../../records';
import { missing, OperationError } from '../answer';
import { authenticateAgent, type Call } from '../authentication';

/**
 * The agent whom a request is about: by `Login`, whose case OTOBO does not tell apart, or by `Email`, one or several addresses that all
 * belong to the same agent. The account that makes the request is never that agent.
 *
 * @throws AuthFail, MissingParameter, AgentUnknown, AgentAmbiguous
 */
export function namedAgent(operation: string, call: Call): Agent {
  const account = authenticateAgent(operation, call);
  const login = text(call.parameters, 'Login');
  const addresses = list(call.parameters, 'Email');
  if (login === undefined && addresses.length === 0) throw missing(operation, 'Login or Email');
  const [agent, ...others] = login === undefined ? byAddress(call, addresses) : byLogin(call, login);
  if (others.length > 0) {
    throw new OperationError(`${operation}.AgentAmbiguous`, `${operation}: More than one valid agent has this address!`);
  }
  if (!agent || agent === account) {
    throw new OperationError(`${operation}.AgentUnknown`, `${operation}: No valid agent has this login or address!`);
  }
  return agent;
}

/** An agent as the package's answers name them. */
export function identity(agent: Agent) {
  return { Login: agent.login, Name: fullName(agent), Email: agent.email };
}

function byLogin({ helpdesk }: Call, login: string): Agent[] {
  return helpdesk.agents.filter((agent) => agent.login.toLowerCase() === login.toLowerCase());
}

function byAddress({ helpdesk }: Call, addresses: readonly string[]): Agent[] {
  const wanted = new Set(addresses.map((address) => address.toLowerCase()));
  return helpdesk.agents.filter(({ email }) => wanted.has(email.toLowerCase()));
}
