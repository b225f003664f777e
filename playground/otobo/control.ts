import type { IncomingMessage, ServerResponse } from 'node:http';
import { isFromHere, REFUSAL } from '../local-pages';
import type { ArticleDraft } from './articles';
import type { SettableField } from './helpdesk';
import type { Otobo } from './index';
import { flag, group, isGroup, text, type Parameters } from './parameters';
import type { Agent, Ticket } from './records';
import { PRIORITIES, ROOT, STATES } from './names';
import { OPEN_ROOM, SYNC_ROOM } from './requester/package-service';
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

const SETTABLE: readonly SettableField[] = ['title', 'queue', 'state', 'priority', 'lock', 'owner', 'responsible'];

function changeTicket({ otobo, input, id }: ControlCall): unknown {
  const ticket = otobo.helpdesk.ticket(id);
  const by = actor(otobo, input);
  for (const field of SETTABLE) {
    const value = text(input, field);
    if (value !== undefined) otobo.helpdesk.set(ticket, field, value, { by });
  }
  for (const [name, value] of Object.entries(group(input, 'dynamicFields') ?? {})) {
    if (!otobo.helpdesk.dynamicFields.some((field) => field.name === name)) throw new ControlError(`There is no dynamic field "${name}".`);
    otobo.helpdesk.setDynamicField(ticket, name, typeof value === 'string' || typeof value === 'number' ? value : null, { by });
  }
  return details(otobo, ticket);
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
    articles,
    history: ticket.history.map(({ type, name, createdAt }) => ({ type, name, created: timestamp(createdAt) })),
  };
}
