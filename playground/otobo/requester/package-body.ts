import type { Helpdesk, TicketEvent } from '../helpdesk';
import { ticketPeople } from '../people';
import type { Article, Ticket } from '../records';
import { ticketFields } from '../ticket-fields';
import { timestamp } from '../times';

/** What the package cuts an article's text to. */
const LONGEST_BODY = 4_000;

/**
 * What the OTOBO package of this project sends: the ticket, everybody who has to do with it with name and address, and the article that the
 * event is about.
 *
 * @param ticket undefined for one that is gone: then there is only its id
 * @param publicUrl where people's browsers find this OTOBO, without trailing slash
 */
export function packageBody(
  helpdesk: Helpdesk,
  ticket: Ticket | undefined,
  { event, actor, eventData }: TicketEvent,
  publicUrl: string,
): Record<string, unknown> {
  const { MainTicketID, TicketID } = eventData;
  const head = { Event: event, ...(MainTicketID === undefined ? {} : { MainTicketID }) };
  if (!ticket) return { ...head, Ticket: { TicketID: String(TicketID) } };
  const article = ticket.articles.find(({ id }) => id === eventData.ArticleID);
  return {
    ...head,
    Ticket: ticketFields(helpdesk, ticket),
    ...ticketPeople(helpdesk, ticket),
    URL: `${publicUrl}/otobo/index.pl?Action=AgentTicketZoom;TicketID=${ticket.id}`,
    CustomerURL: `${publicUrl}/otobo/customer.pl?Action=CustomerTicketZoom;TicketNumber=${ticket.number}`,
    ...(actor ? { Actor: { Login: actor.login, Email: actor.email } } : {}),
    ...(article ? { Article: articleFields(article) } : {}),
  };
}

function articleFields(article: Article): Record<string, unknown> {
  const { id, from, to, cc, subject, senderType, channel, visibleForCustomer, createdAt, body } = article;
  const texts = { From: from, To: to, Cc: cc, Subject: subject, SenderType: senderType };
  return {
    ArticleID: String(id),
    ...Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== '')),
    CreateTime: timestamp(createdAt),
    CommunicationChannel: channel,
    IsVisibleForCustomer: visibleForCustomer ? 1 : 0,
    Body: body.length > LONGEST_BODY ? `${body.slice(0, LONGEST_BODY - 1)}…` : body,
  };
}
