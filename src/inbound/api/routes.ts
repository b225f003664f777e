import type { Person } from '../../domain/person';
import { closeRoom } from '../../usecases/close-room';
import { completeTicket, type Needs, type TicketReference } from '../../usecases/complete-ticket';
import { lookUpPeople } from '../../usecases/look-up-people';
import { openRoom } from '../../usecases/open-room';
import { followEvent } from '../../usecases/ticket-event';
import { ticketStatus } from '../../usecases/ticket-status';
import { eventRulesOf, policyOf, recognitionOf } from '../policy';
import { decodePeopleBody, decodeTicketBody } from './decode/body';
import type { Route } from './endpoint';
import { closeBody, membersPart, openBody, statusBody, syncBody } from './render';

/** A route that brings a ticket's room into step. */
function roomRoute(path: string, bring: typeof openRoom, body: typeof openBody, needs?: Needs): Route<TicketReference> {
  return {
    path,
    method: 'post',
    decode: decodeTicketBody,
    async run(reference, { settings, ports, translate }) {
      const request = await completeTicket(reference, settings.otoboPublicUrl, ports, needs);
      const [outcome, siteUrl, say] = await Promise.all([
        bring(request, policyOf(settings), ports),
        ports.workspace.siteUrl(),
        translate(),
      ]);
      return body(outcome, siteUrl, say);
    },
  };
}

/** Makes sure that a ticket has its room and its people are in it. */
export const openTicket = roomRoute('tickets/open', openRoom, openBody);

/** Something happened to a ticket: its room follows, or it gets one by a rule. */
export const syncTicket: Route<TicketReference> = {
  path: 'tickets/sync',
  method: 'post',
  decode: decodeTicketBody,
  async run(reference, { settings, ports, translate }) {
    const [event, siteUrl, say] = await Promise.all([
      followEvent(reference, eventRulesOf(settings), ports),
      ports.workspace.siteUrl(),
      translate(),
    ]);
    return syncBody(event, siteUrl, say);
  },
};

/** The ticket's room is to be closed. */
export const closeTicket = roomRoute('tickets/close', closeRoom, closeBody, { fields: ['stateType'] });

/** Is there a room, who is in it, who is missing. */
export const statusOfTicket: Route<TicketReference> = {
  path: 'tickets/status',
  method: 'post',
  decode: decodeTicketBody,
  async run(reference, { settings, ports }) {
    const request = await completeTicket(reference, settings.otoboPublicUrl, ports);
    const [answer, siteUrl] = await Promise.all([ticketStatus(request, policyOf(settings), ports), ports.workspace.siteUrl()]);
    return statusBody(answer, siteUrl);
  },
};

/** Which of these people have an account. */
export const peopleLookup: Route<readonly Person[]> = {
  path: 'people/lookup',
  method: 'post',
  decode: decodePeopleBody,
  async run(people, { settings, ports }) {
    return { Members: membersPart(await lookUpPeople(people, recognitionOf(settings), ports)) };
  },
};

/** Whether the app is there and set up; needs the secret like the rest. */
export const health: Route<undefined> = {
  path: 'health',
  method: 'get',
  whilePaused: true,
  decode: () => ({ value: undefined }),
  run: (_nothing, { settings, version }) =>
    Promise.resolve({
      Version: version,
      Configured: settings.otobo !== undefined,
      Paused: settings.paused,
      Problems: settings.problems.map(({ setting, line }) => ({ Setting: setting, Line: line })),
    }),
};
