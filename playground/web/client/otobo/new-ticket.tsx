import { useRef, useState, type ReactNode, type SubmitEvent } from 'react';
import { ask, OTOBO } from '../api';
import { useAttempt } from '../parts/reports';
import type { Choices, TicketDetails } from './shapes';

interface Props {
  readonly choices: Choices;
  readonly agent: string;
  readonly made: (ticketId: string) => void;
}

export function NewTicket({ choices, agent, made }: Props): ReactNode {
  const [draft, setDraft] = useState({ title: '', queue: choices.queues[0] ?? '', customerUser: '', body: '' });
  const whole = useRef<HTMLDetailsElement>(null);
  const attempt = useAttempt();
  const create = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { customerUser, ...always } = draft;
    const article = { ...always, by: agent, subject: draft.title, ...(customerUser !== '' && { customerUser }) };
    const ticket = await attempt(ask('POST', `${OTOBO}/tickets`, article));
    if (!ticket) return;
    setDraft({ ...draft, title: '', body: '' });
    whole.current?.removeAttribute('open');
    made(String((ticket as TicketDetails).TicketID)); // as: the stand-in answers with the ticket
  };
  return (
    <details className="widget new-ticket" ref={whole}>
      <summary>New ticket</summary>
      <form className="form" onSubmit={(event) => void create(event)}>
        <label>
          Title
          <input
            className="input"
            required
            maxLength={255}
            value={draft.title}
            onChange={({ target }) => setDraft({ ...draft, title: target.value })}
          />
        </label>
        <div className="form-row">
          <label>
            Queue
            <select className="input" value={draft.queue} onChange={({ target }) => setDraft({ ...draft, queue: target.value })}>
              {choices.queues.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </label>
          <label>
            Customer
            <select
              className="input"
              value={draft.customerUser}
              onChange={({ target }) => setDraft({ ...draft, customerUser: target.value })}
            >
              <option value="">nobody</option>
              {choices.customers.map(({ login, name }) => (
                <option key={login} value={login}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        </div>
        <label>
          Text
          <textarea
            className="input"
            rows={3}
            required
            value={draft.body}
            onChange={({ target }) => setDraft({ ...draft, body: target.value })}
          />
        </label>
        <div className="form-buttons">
          <button className="button button-otobo">Create</button>
        </div>
      </form>
    </details>
  );
}
