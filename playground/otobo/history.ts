import type { Helpdesk, SettableField } from './helpdesk';
import { HISTORY_TYPE_IDS, lockId, priorityId, stateNamed, type HistoryType } from './names';
import type { Agent, Ticket } from './records';

/**
 * Adds an entry to the ticket's history.
 *
 * @param name what happened, in OTOBO's notation: `%%` in front of each value, or free text
 * @param articleId the article it is about, 0 for none
 */
export function record(helpdesk: Helpdesk, ticket: Ticket, by: Agent, type: HistoryType, name: string, articleId = 0): void {
  ticket.history.push({
    typeId: HISTORY_TYPE_IDS[type],
    type,
    name,
    articleId,
    createdAt: helpdesk.time.now(),
    createdBy: by.id,
    ownerId: helpdesk.agent(ticket.owner).id,
    queueId: helpdesk.queue(ticket.queue).id,
    priorityId: priorityId(ticket.priority),
    stateId: stateNamed(ticket.state).id,
  });
}

/** @returns what the history says about a changed field. @throws when the new value is no name that OTOBO knows */
export function describeChange(helpdesk: Helpdesk, before: Ticket, after: Ticket, field: SettableField): [HistoryType, string] {
  switch (field) {
    case 'title':
      return ['TitleUpdate', `%%${before.title}%%${after.title}`];
    case 'queue': {
      const [from, to] = [helpdesk.queue(before.queue), helpdesk.queue(after.queue)];
      return ['Move', `%%${to.name}%%${to.id}%%${from.name}%%${from.id}`];
    }
    case 'state':
      return ['StateUpdate', `%%${before.state}%%${stateNamed(after.state).name}%%`];
    case 'type':
      return ['TypeUpdate', `%%${after.type}%%1%%${before.type}%%1`];
    case 'service':
      return ['ServiceUpdate', `%%${after.service}%%1%%${before.service || 'NULL'}%%1`];
    case 'priority':
      return ['PriorityUpdate', `%%${before.priority}%%${priorityId(before.priority)}%%${after.priority}%%${priorityId(after.priority)}`];
    case 'lock':
      return [after.lock === 'lock' ? 'Lock' : 'Unlock', `%%${after.lock}%%${lockId(after.lock)}`];
    case 'owner':
      return ['OwnerUpdate', `%%${after.owner}%%${helpdesk.agent(after.owner).id}`];
    case 'responsible':
      return ['ResponsibleUpdate', `%%${after.responsible}%%${helpdesk.agent(after.responsible).id}`];
  }
}
