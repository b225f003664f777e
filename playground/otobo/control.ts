import type { IncomingMessage, ServerResponse } from 'node:http';
import { isFromHere, REFUSAL } from '../local-pages';
import type { ArticleDraft } from './articles';
import { checkEscalations } from './escalation';
import type { SettableField } from './helpdesk';
import type { Otobo } from './index';
import { flag, group, isGroup, text, type Parameters } from './parameters';
import type { Agent, Ticket } from './records';
import { PRIORITIES, ROOT, STATES } from './names';
import { OPEN_ROOM, SYNC_ROOM } from './requester/package-service';
import { splitTicket } from './split';
import { deleteTicket, mergeTickets } from './ticket-ends';
import { ticketFields } from './ticket-fields';
import { timestamp } from './times';

/** Where people and the playground's page drive the stand-in; see README.md. */
export const CONTROL_PATH = '/playground/';

/** A mistake in a request to the control API, answered with status 400. */
class ControlError extends Error {}

interface ControlCall {
  readonly otobo: Otobo;
  readonly input: Parameters;
  readonly id: number;
}

const ROUTES: readonly (readonly [method: string, path: RegExp, run: (call: ControlCall) => unknown])[] = [
  ['GET', /^tickets$/, ({ otobo }) => [...otobo.helpdesk.tickets.values()].map((ticket) => summary(otobo, ticket))],
  ['GET', /^tickets\/(\d+)$/, ({ otobo, id }) => details(otobo, otobo.helpdesk.ticket(id))],
  ['POST', /^tickets$/, createTicket],
  ['PATCH', /^tickets\/(\d+)$/, changeTicket],
  ['POST', /^tickets\/(\d+)\/articles$/, writeArticle],
  ['POST', /^tickets\/(\d+)\/merge$/, mergeTicket],
  ['POST', /^tickets\/(\d+)\/split$/, split],
  ['DELETE', /^tickets\/(\d+)$/, removeTicket],
  ['POST', /^escalation-check$/, checkEscalationsNow],
  ['POST', /^tickets\/(\d+)\/open-room$/, (call) => click(call, OPEN_ROOM)],
  ['POST', /^tickets\/(\d+)\/sync-room$/, (call) => click(call, SYNC_ROOM)],
  ['GET', /^agents$/, ({ otobo }) => otobo.helpdesk.agents.map(({ id, login, email, rights }) => ({ id, login, email, rights }))],
  ['GET', /^choices$/, choices],
  ['GET', /^deliveries$/, ({ otobo }) => otobo.requester.deliveries],
  ['GET', /^mails$/, ({ otobo }) => otobo.mails()],
  ['PUT', /^outage$/, setOutage],
  ['PUT', /^package$/, setPackage],
];

/** Answers one request of the control API: JSON in, JSON out, 400 with a sentence for mistakes. */
export async function control(otobo: Otobo, request: IncomingMessage, response: ServerResponse, body: string): Promise<void> {
  const reply = (status: number, content: unknown): void => {
    response.writeHead(status, { 'Content-Type': 'application/json; charset=UTF-8' });
    response.end(JSON.stringify(content));
  };
  if (!isFromHere(request.headers)) {
    reply(403, { error: REFUSAL });
    return;
  }
  const path = (request.url ?? '').slice(CONTROL_PATH.length).replace(/\?.*$/, '');
  for (const [method, pattern, run] of ROUTES) {
    const match = pattern.exec(path);
    if (!match || method !== request.method) continue;
    try {
      const content = await run({ otobo, input: readInput(body), id: Number(match[1]) });
      await otobo.requester.react(otobo.helpdesk.takeEvents());
      reply(200, content);
    } catch (error) {
      reply(400, { error: error instanceof Error ? error.message : String(error) });
    }
    return;
  }
  reply(404, { error: `There is nothing at ${request.method ?? ''} ${CONTROL_PATH}${path}.` });
}

function readInput(body: string): Parameters {
  const input: unknown = body === '' ? {} : JSON.parse(body);
  if (!isGroup(input)) throw new ControlError('The body must be a JSON object.');
  return input;
}

function choices({ otobo: { helpdesk } }: ControlCall): unknown {
  return {
    queues: helpdesk.queues.map(({ name }) => name),
    states: STATES.filter(({ type }) => type !== 'merged' && type !== 'removed').map(({ name }) => name),
    priorities: PRIORITIES.map(({ name }) => name),
    customers: helpdesk.customerUsers.map(({ login, name }) => ({ login, name })),
  };
}

function createTicket({ otobo, input }: ControlCall): unknown {
  const { helpdesk } = otobo;
  const customer = helpdesk.customerUsers.find(({ login }) => login === text(input, 'customerUser'));
  const by = actor(otobo, input);
  const ticket = helpdesk.createTicket({
    title: text(input, 'title') ?? 'Untitled',
    queue: text(input, 'queue') ?? helpdesk.queues[0]?.name ?? '',
    state: 'new',
    priority: '3 normal',
    owner: text(input, 'owner') ?? by.login,
    responsible: text(input, 'owner') ?? by.login,
    by,
    ...(customer ? { customerUser: customer.login, customerId: customer.customerId } : {}),
  });
  if (text(input, 'body') !== undefined) helpdesk.addArticle(ticket, article(input), { by });
  return details(otobo, ticket);
}

const SETTABLE: readonly SettableField[] = ['title', 'queue', 'state', 'priority', 'lock', 'owner', 'responsible', 'type', 'service'];

function changeTicket({ otobo, input, id }: ControlCall): unknown {
  const ticket = otobo.helpdesk.ticket(id);
  const by = actor(otobo, input);
  for (const field of SETTABLE) {
    const value = text(input, field);
    if (value !== undefined) otobo.helpdesk.set(ticket, field, value, { by });
  }
  const [pendingUntil, escalatesAt] = [moment(input, 'pendingUntil'), moment(input, 'escalatesAt')];
  if (typeof pendingUntil === 'number') otobo.helpdesk.setPendingTime(ticket, pendingUntil, { by });
  if (escalatesAt === null) delete ticket.escalatesAt;
  else if (escalatesAt !== undefined) ticket.escalatesAt = escalatesAt;
  for (const [name, value] of Object.entries(group(input, 'dynamicFields') ?? {})) {
    if (!otobo.helpdesk.dynamicFields.some((field) => field.name === name)) throw new ControlError(`There is no dynamic field "${name}".`);
    otobo.helpdesk.setDynamicField(ticket, name, typeof value === 'string' || typeof value === 'number' ? value : null, { by });
  }
  return details(otobo, ticket);
}

/** @returns ms since the epoch; null for what is to be taken away */
function moment(input: Parameters, name: string): number | null | undefined {
  if (input[name] === null) return null;
  const written = text(input, name);
  if (written === undefined) return undefined;
  const at = Date.parse(written);
  if (Number.isNaN(at)) throw new ControlError(`"${written}" is no time. Write it as 2026-12-24T10:00:00Z.`);
  return at;
}

function mergeTicket({ otobo, input, id }: ControlCall): unknown {
  const main = otobo.helpdesk.ticket(Number(text(input, 'into')));
  mergeTickets(otobo.helpdesk, otobo.helpdesk.ticket(id), main, { by: actor(otobo, input) });
  return details(otobo, main);
}

function split({ otobo, input, id }: ControlCall): unknown {
  const article = text(input, 'article');
  const by = actor(otobo, input);
  const ticket = otobo.helpdesk.ticket(id);
  return details(otobo, splitTicket(otobo.helpdesk, ticket, article === undefined ? undefined : Number(article), { by }));
}

function checkEscalationsNow({ otobo }: ControlCall): unknown {
  checkEscalations(otobo.helpdesk);
  return {};
}

function removeTicket({ otobo, input, id }: ControlCall): unknown {
  deleteTicket(otobo.helpdesk, otobo.helpdesk.ticket(id), { by: actor(otobo, input) });
  return {};
}

function writeArticle({ otobo, input, id }: ControlCall): unknown {
  const ticket = otobo.helpdesk.ticket(id);
  otobo.helpdesk.addArticle(ticket, article(input), { by: actor(otobo, input) });
  return details(otobo, ticket);
}

function click({ otobo, input, id }: ControlCall, invoker: string): unknown {
  otobo.helpdesk.ticket(id);
  return otobo.requester.run(invoker, { event: invoker, eventData: { TicketID: id }, actor: actor(otobo, input) });
}

function setOutage({ otobo, input }: ControlCall): unknown {
  otobo.away = input.away === true;
  otobo.slowMs = Number(text(input, 'slowMs') ?? 0);
  otobo.breakAfterWriting = input.breakAfterWriting === true;
  return { away: otobo.away, slowMs: otobo.slowMs, breakAfterWriting: otobo.breakAfterWriting };
}

function setPackage({ otobo, input }: ControlCall): unknown {
  otobo.packageInstalled = input.installed !== false;
  otobo.requester.packageEvents = input.events === true;
  return { installed: otobo.packageInstalled, events: otobo.requester.packageEvents };
}

function article(input: Parameters): ArticleDraft {
  const visibleForCustomer = input.visibleForCustomer === true || flag(input, 'visibleForCustomer');
  const [to, cc] = [text(input, 'to'), text(input, 'cc')];
  return {
    channel: visibleForCustomer ? 'Email' : 'Internal',
    senderType: 'agent',
    visibleForCustomer,
    subject: text(input, 'subject') ?? 'Note',
    body: text(input, 'body') ?? '',
    ...(to === undefined ? {} : { to }),
    ...(cc === undefined ? {} : { cc }),
  };
}

function actor(otobo: Otobo, input: Parameters): Agent {
  return otobo.helpdesk.agent(text(input, 'by') ?? ROOT);
}

function summary({ helpdesk }: Otobo, ticket: Ticket) {
  return { ...ticketFields(helpdesk, ticket), DynamicField: Object.fromEntries(ticket.dynamicFields) };
}

function details(otobo: Otobo, ticket: Ticket) {
  const articles = ticket.articles.map(({ attachments, createdAt, ...rest }) => ({
    ...rest,
    created: timestamp(createdAt),
    attachments: attachments.map(({ filename, contentType, content }) => ({ filename, contentType, bytes: content.length })),
  }));
  return {
    ...summary(otobo, ticket),
    linked: [...ticket.linked],
    articles,
    history: ticket.history.map(({ type, name, createdAt }) => ({ type, name, created: timestamp(createdAt) })),
  };
}
