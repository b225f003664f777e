import { maySee } from '../access';
import { stateNamed } from '../names';
import type { Helpdesk } from '../helpdesk';
import type { Article, Ticket } from '../records';
import { epochSeconds } from '../times';
import { authenticate, type Call } from './authentication';
import { isGroup, list, text, type Parameters } from '../parameters';

/** Parameters whose values are patterns; one of several must fit. */
const PATTERNS: Readonly<Record<string, (ticket: Ticket) => string>> = {
  TicketNumber: (ticket) => ticket.number,
  Title: (ticket) => ticket.title,
  CustomerID: (ticket) => ticket.customerId,
  CustomerUserLogin: (ticket) => ticket.customerUser,
};

/**
 * Parameters whose values are names or numbers; one of several must be the ticket's. There is none for the logins of owners, and
 * `StateType` takes real types only: OTOBO makes a list of it, in which its own words `Open` and `Closed` are not understood.
 */
const NAMES: Readonly<Record<string, (ticket: Ticket, helpdesk: Helpdesk) => string | number>> = {
  TicketID: (ticket) => ticket.id,
  Queues: (ticket) => ticket.queue,
  QueueIDs: (ticket, helpdesk) => helpdesk.queue(ticket.queue).id,
  States: (ticket) => ticket.state,
  StateIDs: (ticket) => stateNamed(ticket.state).id,
  StateType: (ticket) => stateNamed(ticket.state).type,
  Priorities: (ticket) => ticket.priority,
  OwnerIDs: (ticket, helpdesk) => helpdesk.agent(ticket.owner).id,
  ResponsibleIDs: (ticket, helpdesk) => helpdesk.agent(ticket.responsible).id,
};

/** Parameters with a text that an article must contain. */
const ARTICLE_TEXTS: Readonly<Record<string, (article: Article) => string>> = {
  MIMEBase_From: ({ from }) => from,
  MIMEBase_To: ({ to }) => to,
  MIMEBase_Cc: ({ cc }) => cc,
  MIMEBase_Subject: ({ subject }) => subject,
  MIMEBase_Body: ({ body }) => body,
  Fulltext: ({ from, to, cc, subject, body }) => [from, to, cc, subject, body].join(' '),
};

/** What hits are put in order by. */
const ORDERS: Readonly<Record<string, (ticket: Ticket) => string | number>> = {
  Age: ({ createdAt }) => epochSeconds(createdAt),
  Created: ({ createdAt }) => epochSeconds(createdAt),
  Changed: ({ changedAt }) => epochSeconds(changedAt),
  TicketNumber: ({ number }) => number,
  Title: ({ title }) => title,
};

/** The most hits that OTOBO gives when the request names no limit. */
const LIMIT = 500;

/**
 * Ids as strings, newest ticket first unless `SortBy` and `OrderBy` say otherwise; `{}` when there is no hit, or no such order.
 * What is no criterion is ignored, as OTOBO ignores it.
 */
export function ticketSearch(call: Call) {
  const who = authenticate('TicketSearch', call);
  const { helpdesk, parameters } = call;
  const orderOf = ORDERS[text(parameters, 'SortBy') ?? 'Age'];
  const direction = { Down: -1, Up: 1 }[text(parameters, 'OrderBy') ?? 'Down'];
  if (!orderOf || !direction) return {};
  const compare = (a: Ticket, b: Ticket) => (orderOf(a) < orderOf(b) ? -direction : orderOf(a) > orderOf(b) ? direction : a.id - b.id);
  const hits = [...helpdesk.tickets.values()]
    .filter((ticket) => maySee(who, ticket))
    .filter((ticket) => meetsCriteria(ticket, helpdesk, parameters) && meetsDynamicFields(ticket, parameters))
    .filter((ticket) => meetsTexts(ticket, parameters))
    .sort(compare)
    .slice(0, Number(text(parameters, 'Limit') ?? 0) || LIMIT);
  return hits.length > 0 ? { TicketID: hits.map(({ id }) => String(id)) } : {};
}

function meetsCriteria(ticket: Ticket, helpdesk: Helpdesk, parameters: Parameters): boolean {
  const patterns = Object.entries(PATTERNS).every(([name, of]) => {
    const wanted = list(parameters, name);
    return wanted.length === 0 || wanted.some((condition) => meetsCondition(of(ticket), condition));
  });
  const names = Object.entries(NAMES).every(([name, of]) => {
    const wanted = list(parameters, name);
    return wanted.length === 0 || wanted.includes(String(of(ticket, helpdesk)));
  });
  return patterns && names;
}

/**
 * A dynamic field is a criterion only as an object (`{"Equals": …}`). In a query string it can only be text: such a filter is
 * dropped without a word, and every ticket is found.
 */
function meetsDynamicFields(ticket: Ticket, parameters: Parameters): boolean {
  return Object.entries(parameters).every(([name, criterion]) => {
    if (!name.startsWith('DynamicField_') || !isGroup(criterion)) return true;
    const value = String(ticket.dynamicFields.get(name.slice('DynamicField_'.length)) ?? '');
    const equal = list(criterion, 'Equals');
    const similar = list(criterion, 'Like');
    return (equal.length === 0 || equal.includes(value)) && (similar.length === 0 || similar.some((pattern) => like(value, pattern)));
  });
}

/**
 * One article must contain all the texts, or one of them with `ContentSearch: "OR"`. A text is one phrase, blanks and all. `Fulltext`
 * looks into the title as well, but for the phrase in lower case there (as OTOBO does on PostgreSQL).
 */
function meetsTexts({ title, articles }: Ticket, parameters: Parameters): boolean {
  const wanted = Object.entries(ARTICLE_TEXTS).flatMap(([name, of]) => {
    const phrase = text(parameters, name);
    if (phrase === undefined) return [];
    const pattern = `*${phrase}*`;
    return [{ of, pattern, inTitle: name === 'Fulltext' && like(title, pattern.toLowerCase(), 's') }];
  });
  if (wanted.length === 0) return true;
  const found = (article: Article) => wanted.map(({ of, pattern, inTitle }) => inTitle || like(of(article), pattern));
  const one = text(parameters, 'ContentSearch') === 'OR';
  return articles.some((article) => (one ? found(article).includes(true) : !found(article).includes(false)));
}

/** @param condition patterns that must all fit, joined by `&&` or `+`; several of those, joined by `||` */
function meetsCondition(value: string, condition: string): boolean {
  return condition.split('||').some((all) => all.split(/&&|\+/).every((pattern) => like(value, pattern.trim())));
}

/**
 * @param pattern with `*` for anything
 * @param flags of the regular expression; by default case does not matter
 */
function like(value: string, pattern: string, flags = 'is'): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, flags).test(value);
}
