import { useState, type ReactNode } from 'react';
import { ask, OTOBO, part } from '../api';
import { useAttempt } from '../parts/reports';
import type { Step } from '../place';
import type { TicketSummary } from './shapes';

interface Props {
  readonly ticketId: string;
  readonly agent: string;
  /** What it can be merged into. */
  readonly others: readonly TicketSummary[];
  readonly go: (step: Step) => void;
}

/** What makes one ticket of two, two of one, or none of one. */
export function TicketEnds({ ticketId, agent, others, go }: Props): ReactNode {
  const [into, setInto] = useState('');
  const attempt = useAttempt();
  const address = `${OTOBO}/tickets/${part(ticketId)}`;
  const end = async (work: Promise<unknown>): Promise<void> => {
    const left = await attempt(work);
    // as: the stand-in answers with the ticket that is left, and with none after a deletion
    if (left !== undefined) go({ ticket: (left as Partial<TicketSummary>).TicketID?.toString() });
  };
  return (
    <section className="widget" aria-label="Merge, split, delete">
      <h3>Merge, split, delete</h3>
      <div className="form">
        <label>
          Merge into
          <select className="input" value={into} onChange={({ target }) => setInto(target.value)}>
            <option value="">Choose a ticket</option>
            {others.map(({ TicketID, TicketNumber, Title }) => (
              <option key={TicketID} value={TicketID}>
                {TicketNumber} {Title}
              </option>
            ))}
          </select>
        </label>
        <div className="form-buttons">
          <button className="button" disabled={into === ''} onClick={() => void end(ask('POST', `${address}/merge`, { by: agent, into }))}>
            Merge
          </button>
          <button className="button" onClick={() => void end(ask('POST', `${address}/split`, { by: agent }))}>
            Split the newest article off
          </button>
          <button className="button" onClick={() => void end(ask('DELETE', address, { by: agent }))}>
            Delete
          </button>
        </div>
      </div>
    </section>
  );
}
