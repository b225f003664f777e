import type { ReactNode } from 'react';
import { useLive } from '../live';
import { READS } from '../reads';
import { Icon } from '../parts/icon';
import type { Place, Step } from '../place';
import { NewTicket } from './new-ticket';
import { TicketList } from './ticket-list';
import { TicketZoom } from './ticket-zoom';
import { visibleTickets } from './visible-tickets';

interface Props {
  readonly place: Place;
  readonly go: (step: Step) => void;
  /** Otherwise OTOBO is a real one, with pages of its own. */
  readonly isStandIn: boolean;
}

/** The OTOBO side, as one agent sees it. */
export function HelpdeskPane({ place, go, isStandIn }: Props): ReactNode {
  const tickets = useLive(isStandIn ? READS.tickets() : undefined);
  const agents = useLive(isStandIn ? READS.agents() : undefined);
  const choices = useLive(isStandIn ? READS.choices() : undefined);
  const agent = agents?.find(({ login }) => login === place.agent);
  return (
    <section className="otobo" aria-label="OTOBO" data-zoomed={place.ticket !== undefined}>
      <header className="otobo-header">
        <h2>OTOBO</h2>
        {agents && (
          <label className="switcher">
            <span>Agent</span>
            <select value={place.agent} onChange={({ target }) => go({ agent: target.value })}>
              {agents.map(({ login }) => (
                <option key={login}>{login}</option>
              ))}
            </select>
          </label>
        )}
      </header>
      {!isStandIn && (
        <p className="otobo-elsewhere">
          <Icon name="info-circled" /> This playground works with a real OTOBO. Open its tickets there; what it sends appears on the other
          side.
        </p>
      )}
      {tickets && agents && choices && (
        <div className="otobo-body">
          <div className="otobo-overview">
            <TicketList tickets={visibleTickets(tickets, agent)} chosen={place.ticket} choose={(ticket) => go({ ticket })} />
            <NewTicket choices={choices} agent={place.agent} made={(ticket) => go({ ticket })} />
          </div>
          {place.ticket !== undefined && (
            <TicketZoom
              key={place.ticket}
              ticketId={place.ticket}
              place={place}
              go={go}
              agents={agents}
              choices={choices}
              tickets={visibleTickets(tickets, agent)}
            />
          )}
        </div>
      )}
    </section>
  );
}
