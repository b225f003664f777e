import { useState, type ReactNode, type SubmitEvent } from 'react';
import { ask, OTOBO, part } from '../api';
import { useAttempt } from '../parts/reports';

export function ArticleForm({ ticketId, agent }: { readonly ticketId: string; readonly agent: string }): ReactNode {
  const [draft, setDraft] = useState({ subject: '', body: '', visibleForCustomer: false });
  const attempt = useAttempt();
  const write = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const written = await attempt(ask('POST', `${OTOBO}/tickets/${part(ticketId)}/articles`, { ...draft, by: agent }));
    if (written) setDraft({ subject: '', body: '', visibleForCustomer: false });
  };
  return (
    <section className="widget" aria-label="Write an article">
      <h3>Write an article</h3>
      <form className="form" onSubmit={(event) => void write(event)}>
        <label>
          Subject
          <input
            className="input"
            required
            value={draft.subject}
            onChange={({ target }) => setDraft({ ...draft, subject: target.value })}
          />
        </label>
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
          <label className="choice">
            <input
              type="checkbox"
              className="checkbox"
              checked={draft.visibleForCustomer}
              onChange={({ target }) => setDraft({ ...draft, visibleForCustomer: target.checked })}
            />
            <span>Visible to the customer</span>
          </label>
          <button className="button button-otobo">Write</button>
        </div>
      </form>
    </section>
  );
}
