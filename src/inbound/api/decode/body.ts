import * as v from 'valibot';
import { parseOtoboTime } from '../../../domain/otobo-time';
import { flag, list } from '../../../domain/otobo-values';
import { mergePeople } from '../../../domain/person';
import { peopleOf, type TicketReference } from '../../../usecases/complete-ticket';
import { type ArticleBody, ArticleShape, toArticles } from './articles';
import { ActorShape, peopleOfArticle, PersonShape, toActor, toPerson } from './people';
import { id, optionalObject, seconds, text, webAddress } from './values';

/** Everything decoded, or every problem with its path in the JSON. */
export type Decoded<T> = { readonly value: T } | { readonly problems: readonly string[] };

/**
 * One shape for all three in which a ticket comes: ours (`People` is there), the built-in invokers' (`Ticket` is there, and in
 * some only the number), and pass-through (`TicketID` only, the rest is asked of OTOBO). Unknown keys are ignored.
 */
const TicketBody = v.object(
  {
    Event: text,
    TicketID: id,
    TicketNumber: text,
    MainTicketID: id,
    Ticket: optionalObject({
      TicketID: id,
      TicketNumber: text,
      Title: text,
      Queue: text,
      State: text,
      StateType: text,
      Priority: text,
      Type: text,
      Service: text,
      Owner: text,
      Responsible: text,
      CustomerID: text,
      CustomerUserID: text,
      CustomerUser: text,
      Changed: text,
      // Seconds since the epoch; 0 where there is none.
      RealTillTimeNotUsed: seconds,
      EscalationDestinationTime: seconds,
      EscalationDestinationDate: text,
      Article: list(ArticleShape),
    }),
    People: list(PersonShape),
    PeopleComplete: flag,
    SystemAddresses: list(text),
    APIUser: text,
    Actor: ActorShape,
    URL: webAddress,
    CustomerURL: webAddress,
    Article: list(ArticleShape),
    DryRun: flag,
  },
  'must be an object',
);

const PeopleBody = v.object({ People: list(PersonShape) }, 'must be an object');

function parse<T extends v.GenericSchema<unknown, unknown>>(schema: T, body: unknown): Decoded<v.InferOutput<T>> {
  // A list passes for an object otherwise.
  const parsed = v.safeParse(schema, Array.isArray(body) ? null : body);
  if (parsed.success) return { value: parsed.output };
  return { problems: parsed.issues.map((issue) => `${pathOf(issue)} ${issue.message}`) };
}

/** @returns such as `People[2].Type`; all parts are names of the contract, never text of the caller's */
function pathOf({ path }: v.BaseIssue<unknown>): string {
  const parts = (path ?? []).map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`));
  return parts.join('').replace(/^\./, '') || 'The body';
}

/**
 * Decodes a body that is about one ticket.
 *
 * @param timeZone the zone that OTOBO writes times in
 */
export function decodeTicketBody(body: unknown, timeZone: string): Decoded<TicketReference> {
  const parsed = parse(TicketBody, body);
  return 'problems' in parsed ? parsed : { value: toReference(parsed.value, timeZone) };
}

/** Decodes the body of `people/lookup`. */
export function decodePeopleBody(body: unknown): Decoded<TicketReference['people']> {
  const parsed = parse(PeopleBody, body);
  return 'problems' in parsed ? parsed : { value: mergePeople(parsed.value.People.map(toPerson)) };
}

function toReference(body: v.InferOutput<typeof TicketBody>, timeZone: string): TicketReference {
  const actor = toActor(body.Actor);
  const ticket = toTicket(body, timeZone);
  return {
    ticket,
    ...(body.Event !== undefined && { event: body.Event }),
    ...(body.MainTicketID !== undefined && { mergedInto: body.MainTicketID }),
    articles: toArticles(articlesIn(body), timeZone),
    people: peopleIn(body, ticket),
    systemAddresses: body.SystemAddresses.filter((address) => address !== undefined),
    peopleComplete: body.PeopleComplete && body.People.length > 0,
    ...(body.APIUser !== undefined && { apiUser: body.APIUser }),
    ...(actor && { actor }),
    dryRun: body.DryRun,
  };
}

function toTicket({ Ticket, ...body }: v.InferOutput<typeof TicketBody>, timeZone: string): TicketReference['ticket'] {
  const moment = (text: string | undefined): number | undefined => (text === undefined ? undefined : parseOtoboTime(text, timeZone));
  const fields = {
    id: body.TicketID ?? Ticket?.TicketID,
    number: body.TicketNumber ?? Ticket?.TicketNumber,
    title: Ticket?.Title,
    queue: Ticket?.Queue,
    state: Ticket?.State,
    stateType: Ticket?.StateType,
    priority: Ticket?.Priority,
    type: Ticket?.Type,
    service: Ticket?.Service,
    owner: Ticket?.Owner,
    responsible: Ticket?.Responsible,
    customerUser: Ticket?.CustomerUserID ?? Ticket?.CustomerUser,
    customerId: Ticket?.CustomerID,
    changedAt: moment(Ticket?.Changed),
    pendingUntil: Ticket?.RealTillTimeNotUsed,
    escalatesAt: Ticket?.EscalationDestinationTime ?? moment(Ticket?.EscalationDestinationDate),
    url: body.URL,
    customerUrl: body.CustomerURL,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** Our own shape names everybody; of the others' tickets the people are read off the ticket and its articles. */
function peopleIn(body: v.InferOutput<typeof TicketBody>, ticket: TicketReference['ticket']): TicketReference['people'] {
  if (body.People.length > 0) return mergePeople(body.People.map(toPerson));
  return mergePeople([...peopleOf(ticket), ...articlesIn(body).flatMap(peopleOfArticle)]);
}

/** The invokers send the articles twice, beside the ticket and in it. */
function articlesIn({ Article, Ticket }: v.InferOutput<typeof TicketBody>): ArticleBody[] {
  return [...Article, ...(Ticket?.Article ?? [])];
}
