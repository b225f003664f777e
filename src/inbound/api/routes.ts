import type { Person } from '../../domain/person';
import type { Settings } from '../../settings/snapshot';
import { completeTicket, type TicketReference } from '../../usecases/complete-ticket';
import { lookUpPeople } from '../../usecases/look-up-people';
import { openRoom } from '../../usecases/open-room';
import type { Policy } from '../../usecases/ticket-request';
import { ticketStatus } from '../../usecases/ticket-status';
import { decodePeopleBody, decodeTicketBody } from './decode/body';
import type { Route } from './endpoint';
import { membersPart, openBody, statusBody } from './render';

/** Makes sure that a ticket has its room and its people are in it. */
export const openTicket: Route<TicketReference> = {
  path: 'tickets/open',
  method: 'post',
  decode: decodeTicketBody,
  async run(reference, { settings, ports, translate }) {
    const request = await completeTicket(reference, settings.otoboPublicUrl, ports);
    const [answer, siteUrl, say] = await Promise.all([
      openRoom(request, policyOf(settings), ports),
      ports.workspace.siteUrl(),
      translate(),
    ]);
    return openBody(answer, siteUrl, say);
  },
};

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
    return { Members: membersPart(await lookUpPeople(people, settings.discovery, ports)) };
  },
};

/** Whether the app is there and set up; needs the secret like the rest. */
export const health: Route<undefined> = {
  path: 'health',
  method: 'get',
  decode: () => ({ value: undefined }),
  run: (_nothing, { settings, version }) => Promise.resolve({ Version: version, Configured: settings.otobo !== undefined }),
};

function policyOf({ roomName, nameTaken, ownerMissing, discovery, customers, customerQueues, otobo }: Settings): Policy {
  return { roomName, nameTaken, ownerMissing, discovery, customers, customerQueues, ...(otobo && { serviceAccount: otobo.login }) };
}
