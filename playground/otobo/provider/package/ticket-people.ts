import { maySee } from '../../access';
import { text } from '../../parameters';
import { ticketPeople as peopleOf } from '../../people';
import { missing, noAccess } from '../answer';
import { authenticateAgent, type Call } from '../authentication';

const OPERATION = 'TicketPeople';

/** Everybody who has to do with a ticket, with the rights of the account that asks. */
export function ticketPeople(call: Call) {
  const agent = authenticateAgent(OPERATION, call);
  const id = text(call.parameters, 'TicketID');
  if (id === undefined) throw missing(OPERATION, 'TicketID');
  const ticket = call.helpdesk.tickets.get(Number(id));
  if (!ticket || !maySee({ agent }, ticket)) throw noAccess(OPERATION);
  return peopleOf(call.helpdesk, ticket);
}
