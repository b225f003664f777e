import { hasRight } from '../../access';
import { list, text } from '../../parameters';
import type { Right } from '../../records';
import { invalid, missing } from '../answer';
import type { Call } from '../authentication';
import { accessOptions } from './access-options';
import { identity, namedAgent } from './named-agent';

const OPERATION = 'AgentAccess';
const PERMISSIONS: readonly Right[] = ['ro', 'note', 'owner', 'priority', 'rw', 'move_into', 'create'];
/** The permissions that one can have in a queue without a ticket. */
const IN_QUEUE: readonly Right[] = ['create', 'move_into'];

/** Whether an agent may do something with tickets or in a queue, and what they may choose there. Unknown tickets and queues are a no. */
export function agentAccess(call: Call) {
  const agent = namedAgent(OPERATION, call);
  const { helpdesk, parameters } = call;
  const permission = readPermission(call);
  const queue = text(parameters, 'Queue');
  if (queue !== undefined && !IN_QUEUE.includes(permission)) throw invalid(OPERATION, 'Permission');
  const access = list(parameters, 'TicketID').map((id) => {
    const ticket = helpdesk.tickets.get(Number(id));
    return [id, bit(ticket !== undefined && hasRight(agent, ticket.queue, permission))] as const;
  });
  return {
    ...identity(agent),
    TimeZone: 'UTC',
    Access: Object.fromEntries(access),
    ...(queue === undefined ? {} : { QueueAccess: bit(hasRight(agent, queue, permission)) }),
    ...('Options' in parameters ? { Options: accessOptions(OPERATION, call, agent) } : {}),
  };
}

function readPermission({ parameters }: Call): Right {
  const name = text(parameters, 'Permission');
  if (name === undefined) throw missing(OPERATION, 'Permission');
  const permission = PERMISSIONS.find((one) => one === name);
  if (!permission) throw invalid(OPERATION, 'Permission');
  return permission;
}

const bit = (yes: boolean) => (yes ? 1 : 0);
