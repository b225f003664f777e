import type { ReactNode } from 'react';
import { Icon } from '../parts/icon';
import type { TicketSummary } from './shapes';

interface Props {
  readonly tickets: readonly TicketSummary[];
  readonly chosen: string | undefined;
  readonly choose: (ticketId: string) => void;
}

export function TicketList({ tickets, chosen, choose }: Props): ReactNode {
  return (
    <section className="widget" aria-label="Tickets">
      <h3>Tickets ({tickets.length})</h3>
      <ul className="ticket-list">
        {tickets.map((ticket) => (
          <li key={ticket.TicketID}>
            <button type="button" aria-current={String(ticket.TicketID) === chosen} onClick={() => choose(String(ticket.TicketID))}>
              <span className={`priority priority-${ticket.PriorityID}`} title={`Priority ${ticket.Priority}`} />
              <span className="ticket-title">{ticket.Title}</span>
              <span className="ticket-room">{ticket.DynamicField.RocketChatURL && <Icon name="rocketchat" label="has a room" />}</span>
              <span className={`state state-${ticket.StateType.split(' ')[0] ?? ''}`}>{ticket.State}</span>
              <span className="ticket-facts">
                {ticket.TicketNumber} · {ticket.Queue} · {ticket.Owner}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
