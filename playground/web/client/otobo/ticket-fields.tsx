import type { ReactNode } from 'react';
import { ask, OTOBO } from '../api';
import { useAttempt } from '../parts/reports';
import type { Agent, Choices, TicketDetails } from './shapes';

interface Props {
  readonly ticket: TicketDetails;
  readonly agent: string;
  readonly agents: readonly Agent[];
  readonly choices: Choices;
}

/** Fields that can be changed are changed by choosing: there is no form to send. */
export function TicketFields({ ticket, agent, agents, choices }: Props): ReactNode {
  const logins = agents.map(({ login }) => login);
  const attempt = useAttempt();
  const editable = [
    { label: 'State', field: 'state', value: ticket.State, options: choices.states },
    { label: 'Priority', field: 'priority', value: ticket.Priority, options: choices.priorities },
    { label: 'Owner', field: 'owner', value: ticket.Owner, options: logins },
    { label: 'Responsible', field: 'responsible', value: ticket.Responsible, options: logins },
    { label: 'Queue', field: 'queue', value: ticket.Queue, options: choices.queues },
  ] as const;
  const facts = [
    ['Customer', [ticket.CustomerUserID, ticket.CustomerID && `(${ticket.CustomerID})`].filter(Boolean).join(' ') || 'nobody'],
    ['Created', ticket.Created.slice(0, 16)],
    ['Changed', ticket.Changed.slice(0, 16)],
  ] as const;
  return (
    <section className="widget" aria-label="Ticket information">
      <h3>Ticket information</h3>
      <div className="fields">
        {editable.map(({ label, field, value, options }) => (
          <label key={field} className="field">
            <span>{label}</span>
            <select
              value={value}
              onChange={({ target }) =>
                void attempt(ask('PATCH', `${OTOBO}/tickets/${ticket.TicketID}`, { by: agent, [field]: target.value }))
              }
            >
              {options.map((option) => (
                <option key={option}>{option}</option>
              ))}
            </select>
          </label>
        ))}
        {facts.map(([label, value]) => (
          <div key={label} className="field">
            <span>{label}</span>
            <span className="field-value">{value}</span>
          </div>
        ))}
      </div>
    </section>
  );
}
