import type { ReactNode } from 'react';
import { useLive } from '../live';
import { READS } from '../reads';
import { IconButton } from '../parts/icon-button';
import type { Place, Step } from '../place';
import { ArticleForm } from './article-form';
import { Articles } from './articles';
import { RoomWidget } from './room-widget';
import type { Agent, Choices, TicketSummary } from './shapes';
import { TicketEnds } from './ticket-ends';
import { TicketFields } from './ticket-fields';

interface Props {
  readonly ticketId: string;
  readonly place: Place;
  readonly go: (step: Step) => void;
  readonly agents: readonly Agent[];
  readonly choices: Choices;
  /** All that the agent sees. */
  readonly tickets: readonly TicketSummary[];
}

/** One ticket with everything an agent does to it. */
export function TicketZoom({ ticketId, place, go, agents, choices, tickets }: Props): ReactNode {
  const ticket = useLive(READS.ticket(ticketId));
  if (!ticket) return <div className="zoom" />;
  return (
    <article className="zoom" aria-labelledby="zoom-title">
      <header className="zoom-header">
        <IconButton icon="arrow-back" label="All tickets" onClick={() => go({ ticket: undefined })} />
        <h3 id="zoom-title">
          <span className="ticket-number">Ticket#{ticket.TicketNumber}</span> {ticket.Title}
        </h3>
      </header>
      <RoomWidget ticket={ticket} agent={place.agent} go={go} />
      <TicketFields ticket={ticket} agent={place.agent} agents={agents} choices={choices} />
      <Articles articles={ticket.articles} />
      <ArticleForm ticketId={ticketId} agent={place.agent} />
      <TicketEnds ticketId={ticketId} agent={place.agent} others={tickets.filter(({ TicketID }) => TicketID !== ticket.TicketID)} go={go} />
    </article>
  );
}
