import { escalationFields } from './escalation';
import type { Helpdesk } from './helpdesk';
import { lockId, priorityId, stateNamed } from './names';
import type { Ticket } from './records';
import { epochSeconds, timestamp } from './times';

/** A ticket's fields with OTOBO's names and types, as TicketGet and the old values of an event carry them. */
export function ticketFields(helpdesk: Helpdesk, ticket: Ticket) {
  const state = stateNamed(ticket.state);
  const queue = helpdesk.queue(ticket.queue);
  const now = epochSeconds(helpdesk.time.now());
  const pendingUntil = ticket.pendingUntil === undefined ? 0 : epochSeconds(ticket.pendingUntil);
  return {
    TicketID: ticket.id,
    TicketNumber: ticket.number,
    Title: ticket.title,
    Queue: queue.name,
    QueueID: queue.id,
    GroupID: queue.groupId,
    State: state.name,
    StateID: state.id,
    StateType: state.type,
    Priority: ticket.priority,
    PriorityID: priorityId(ticket.priority),
    Lock: ticket.lock,
    LockID: lockId(ticket.lock),
    Type: ticket.type,
    TypeID: 1,
    Owner: ticket.owner,
    OwnerID: helpdesk.agent(ticket.owner).id,
    Responsible: ticket.responsible,
    ResponsibleID: helpdesk.agent(ticket.responsible).id,
    CustomerID: ticket.customerId,
    CustomerUserID: ticket.customerUser,
    Created: timestamp(ticket.createdAt),
    CreateBy: ticket.createdBy,
    Changed: timestamp(ticket.changedAt),
    ChangeBy: ticket.changedBy,
    Age: now - epochSeconds(ticket.createdAt),
    UnlockTimeout: epochSeconds(ticket.unlockTimeoutFrom),
    RealTillTimeNotUsed: pendingUntil,
    UntilTime: state.type.startsWith('pending') ? pendingUntil - now : 0,
    ArchiveFlag: 'n',
    ...(ticket.service === '' ? { ServiceID: '' } : { Service: ticket.service, ServiceID: '1' }),
    SLAID: '',
    EscalationTime: 0,
    EscalationResponseTime: 0,
    EscalationUpdateTime: 0,
    EscalationSolutionTime: 0,
    ...escalationFields(ticket, helpdesk.time.now()),
  };
}
