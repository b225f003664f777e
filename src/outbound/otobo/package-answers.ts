import * as v from 'valibot';
import type { Agent } from '../../domain/agent';
import { flag, list } from '../../domain/otobo-values';
import { type Person, PERSON_TYPES, ROLES } from '../../domain/person';
import type { AccessQuestion, AgentAccess, RoundTrip, TicketOptions, TicketPeople } from '../../usecases/ports';
import { anyText, count, flags, id, someText, text } from './answer-values';

const AGENT = { Login: someText, Name: text, Email: text };
const AgentShape = v.object(AGENT);

const OptionsShape = v.object({
  State: list(v.object({ Name: someText, Type: someText })),
  Priority: list(someText),
  Queue: list(someText),
  Type: list(someText),
  Owner: list(AgentShape),
});
type OptionsAnswer = v.InferOutput<typeof OptionsShape>;

export const AccessShape = v.object({
  ...AGENT,
  TimeZone: text,
  Access: flags,
  QueueAccess: flag,
  Options: v.optional(OptionsShape, {}),
});

export const FoundShape = v.object({
  Total: count,
  Ticket: list(v.object({ TicketID: id, TicketNumber: someText, Title: anyText, Queue: text, State: text, Priority: text, Owner: text })),
});

const PersonShape = v.object({ Login: text, Email: text, Name: text, Type: v.picklist(PERSON_TYPES), Roles: list(v.picklist(ROLES)) });

export const PeopleShape = v.object({ People: list(PersonShape), PeopleComplete: flag, SystemAddresses: list(someText), APIUser: text });

export const RoundTripShape = v.object({ Success: flag, Version: text, Milliseconds: count, Reason: text, Message: text });

/** In OTOBO's words. */
export const OPTION_NAMES = {
  states: 'State',
  priorities: 'Priority',
  queues: 'Queue',
  types: 'Type',
  owners: 'Owner',
} as const satisfies Record<keyof TicketOptions, keyof OptionsAnswer>;

/** What was not asked for is left out: nothing there would mean that the agent may choose nothing. */
export function toAccess(raw: v.InferOutput<typeof AccessShape>, { queue, options = [] }: AccessQuestion): AgentAccess {
  return {
    agent: toAgent(raw),
    ticketIds: new Set(Object.keys(raw.Access).filter((ticketId) => raw.Access[ticketId])),
    ...(queue !== undefined && { queue: raw.QueueAccess }),
    options: toOptions(raw.Options, new Set(options)),
    ...(raw.TimeZone !== undefined && { timeZone: raw.TimeZone }),
  };
}

function toOptions(raw: OptionsAnswer, asked: ReadonlySet<keyof TicketOptions>): TicketOptions {
  return {
    ...(asked.has('states') && { states: raw.State.map(({ Name, Type }) => ({ name: Name, type: Type })) }),
    ...(asked.has('priorities') && { priorities: raw.Priority }),
    ...(asked.has('queues') && { queues: raw.Queue }),
    // Where OTOBO's types are switched off there is no list of them.
    ...(asked.has('types') && raw.Type.length > 0 && { types: raw.Type }),
    ...(asked.has('owners') && { owners: raw.Owner.map(toAgent) }),
  };
}

function toAgent({ Login, Name, Email }: v.InferOutput<typeof AgentShape>): Agent {
  return { login: Login, name: Name ?? Login, ...(Email !== undefined && { email: Email }) };
}

export function toPeople(raw: v.InferOutput<typeof PeopleShape>): TicketPeople {
  return {
    people: raw.People.map(toPerson),
    peopleComplete: raw.PeopleComplete,
    systemAddresses: raw.SystemAddresses,
    ...(raw.APIUser !== undefined && { apiUser: raw.APIUser }),
  };
}

function toPerson({ Type, Roles, Login, Email, Name }: v.InferOutput<typeof PersonShape>): Person {
  return {
    type: Type,
    roles: Roles,
    ...(Login !== undefined && { login: Login }),
    ...(Email !== undefined && { email: Email }),
    ...(Name !== undefined && { name: Name }),
  };
}

export function toRoundTrip({ Success, Version, Milliseconds, Reason, Message }: v.InferOutput<typeof RoundTripShape>): RoundTrip {
  return Success
    ? { success: true, version: Version ?? '', milliseconds: Milliseconds ?? 0 }
    : { success: false, reason: Reason ?? '', message: Message ?? '' };
}
