import { useState, type ReactNode } from 'react';
import { ask, OTOBO } from '../api';
import { Icon } from '../parts/icon';
import { useAttempt } from '../parts/reports';
import type { Step } from '../place';
import { openingText } from './opening-text';
import type { Opening, TicketDetails } from './shapes';

interface Props {
  readonly ticket: TicketDetails;
  readonly agent: string;
  readonly go: (step: Step) => void;
}

/** What the OTOBO package adds to a ticket: the menu entry that opens its room, and the room's link once there is one. */
export function RoomWidget({ ticket, agent, go }: Props): ReactNode {
  const [opening, setOpening] = useState<Opening>();
  const [busy, setBusy] = useState(false);
  const attempt = useAttempt();
  const url = ticket.DynamicField.RocketChatURL;
  const open = async (): Promise<void> => {
    setBusy(true);
    const answer = await attempt(ask('POST', `${OTOBO}/tickets/${ticket.TicketID}/open-room`, { by: agent }));
    setBusy(false);
    const result = answer as Opening | undefined; // as: the stand-in answers with what its invoker got
    setOpening(result);
    const room = result?.Data?.Room?.ID;
    if (room !== undefined) go({ room, side: 'chat', thread: undefined, panel: undefined });
  };
  const text = opening && openingText(opening);
  return (
    <section className="room-widget" aria-label="Rocket.Chat room">
      <div className="room-widget-row">
        <button type="button" className="button button-otobo" disabled={busy} onClick={() => void open()}>
          <Icon name="rocketchat" /> Open Rocket.Chat room
        </button>
        {typeof url === 'string' && url !== '' && (
          <a className="room-link" href={url}>
            {decodeURIComponent(url.split('/').at(-1) ?? '')}
          </a>
        )}
      </div>
      <div role="status">
        {text && (
          <div className={text.failed ? 'outcome outcome-failed' : 'outcome'}>
            <p>{text.summary}</p>
            {text.missing.length > 0 && <p>Not in the room: {text.missing.join(', ')}.</p>}
          </div>
        )}
      </div>
    </section>
  );
}
