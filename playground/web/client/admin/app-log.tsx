import { useState, type ReactNode } from 'react';
import { clockTime } from '../chat/clock-time';
import { useLive } from '../live';
import { READS } from '../reads';
import { IconButton } from '../parts/icon-button';
import { argumentText } from './argument-text';

/** So many of the newest are drawn. */
const MOST = 200;

/** What the app has logged, as its page in the administration shows it: the newest call first. */
export function AppLog({ close }: { readonly close: () => void }): ReactNode {
  const records = useLive(READS.appLogs());
  const [all, setAll] = useState(false);
  if (!records) return null;
  const shown = records.filter(({ entries }) => all || entries.some(({ severity }) => severity !== 'debug'));
  return (
    <section className="admin" aria-label="Log of the app">
      <header className="room-header">
        <div className="room-heading">
          <h2>Log of the app</h2>
          <span className="tag">
            {shown.length} of {records.length} calls
          </span>
        </div>
        <IconButton icon="cross" label="Close the log" onClick={close} />
      </header>
      <div className="admin-content">
        <label className="choice">
          <input type="checkbox" className="checkbox" checked={all} onChange={({ target }) => setAll(target.checked)} />
          <span>Calls in which the app itself logged nothing, too</span>
        </label>
        {shown.length === 0 && <p className="empty">The app has logged nothing yet.</p>}
        <ol className="log" reversed>
          {shown
            .slice(-MOST)
            .reverse()
            .map((record, at) => (
              <li key={`${record.startTime} ${shown.length - at}`}>
                <div className="log-head">
                  <strong>{record.method}</strong> <time>{clockTime(record.startTime)}</time> <span>{record.totalTime} ms</span>
                </div>
                {record.entries.map(({ severity, args }, entry) => (
                  <pre key={entry} className={`severity-${severity}`}>
                    <span className="severity">{severity}</span> {args.map(argumentText).join(' ')}
                  </pre>
                ))}
              </li>
            ))}
        </ol>
      </div>
    </section>
  );
}
