import type { MouseEvent, ReactNode } from 'react';
import { ChatPane } from './chat/chat-pane';
import { ClockMenu } from './clock-menu';
import { useLive } from './live';
import { READS } from './reads';
import { HelpdeskPane } from './otobo/helpdesk-pane';
import { Reports } from './parts/reports';
import { placeOfLink } from './page-links';
import { usePlace, type Place } from './place';

const SIDES = [
  { side: 'otobo', name: 'OTOBO' },
  { side: 'chat', name: 'Rocket.Chat' },
] as const;

/** Both sides next to each other; where there is no room for both, one at a time. */
export function App(): ReactNode {
  const [place, go] = usePlace();
  const surroundings = useLive(READS.surroundings());
  const otoboUrl = surroundings?.otoboUrl ?? undefined;

  const followInPage = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const step = link && placeOfLink(link.href, location.origin, otoboUrl);
    if (!step) return;
    event.preventDefault();
    go(step);
  };

  return (
    <Reports>
      <div className="frame" data-side={place.side} onClickCapture={followInPage}>
        <header className="frame-header">
          <h1>
            OTOBO for Rocket.Chat <span className="frame-kind">playground</span>
          </h1>
          <SideSwitch side={place.side} change={(side) => go({ side })} />
          <ClockMenu />
        </header>
        <main className="frame-sides">
          {surroundings && <HelpdeskPane place={place} go={go} isStandIn={otoboUrl !== undefined} />}
          <ChatPane place={place} go={go} />
        </main>
      </div>
    </Reports>
  );
}

function SideSwitch({ side, change }: Pick<Place, 'side'> & { readonly change: (side: Place['side']) => void }): ReactNode {
  return (
    <div className="side-switch" role="group" aria-label="Side">
      {SIDES.map((one) => (
        <button key={one.side} type="button" aria-pressed={one.side === side} onClick={() => change(one.side)}>
          {one.name}
        </button>
      ))}
    </div>
  );
}
