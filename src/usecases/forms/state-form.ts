import { authorise } from '../authorise';
import type { TicketOptions } from '../ports';
import { requireTicketOfRoom } from '../ticket-of-room';
import type { FormOrder, FormRules, PrepareForm } from './form-rules';
import type { Ports } from '../ports';

/** The form for a new state, and for how long a ticket waits. @throws AppError `room_without_ticket` */
export const prepareStateForm: PrepareForm = async (order, rules, ports) => {
  const { id, number: ticketNumber } = await requireTicketOfRoom(order.place.roomId, ports);
  const known = statesFor(id, order, rules, ports).then((states) => {
    const names = states?.map(({ name }) => name);
    return { type: 'State', ticketNumber, ...(names && { states: names }) } as const;
  });
  return { blank: { type: 'State', ticketNumber }, known };
};

/** The form that closes a ticket, and the room with it. @throws AppError `room_without_ticket` */
export const prepareCloseForm: PrepareForm = async (order, rules, ports) => {
  const { id, number: ticketNumber } = await requireTicketOfRoom(order.place.roomId, ports);
  const blank = { type: 'Close', ticketNumber, usual: rules.defaults.closed } as const;
  const known = statesFor(id, order, rules, ports).then((states) => {
    const names = states?.filter(({ type }) => type === 'closed').map(({ name }) => name);
    return { ...blank, ...(names && { states: names }) };
  });
  return { blank, known };
};

/** @returns what this person may choose; nothing where OTOBO does not say */
async function statesFor(ticketId: string, { user }: FormOrder, { rights }: FormRules, ports: Ports): Promise<TicketOptions['states']> {
  return (await authorise(user, 'state', { ticketId, options: ['states'] }, rights, ports)).options.states;
}
