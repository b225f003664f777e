import * as v from 'valibot';
import { flag, list } from '../../../domain/otobo-values';
import { mergePeople } from '../../../domain/person';
import { peopleOf, type TicketReference } from '../../../usecases/complete-ticket';
import { ActorShape, ArticleShape, peopleOfArticle, PersonShape, toActor, toPerson } from './people';
import { id, optionalObject, text, webAddress } from './values';

/** Everything decoded, or every problem with its path in the JSON. */
export type Decoded<T> = { readonly value: T } | { readonly problems: readonly string[] };

/**
 * One shape for all three in which a ticket comes: ours (`People` is there), the built-in invokers' (`Ticket` is there, and in
 * some only the number), and pass-through (`TicketID` only, the rest is asked of OTOBO). Unknown keys are ignored.
 */
const TicketBody = v.object(
  {
    TicketID: id,
    TicketNumber: text,
    Ticket: optionalObject({
      TicketID: id,
      TicketNumber: text,
      Title: text,
      Queue: text,
      State: text,
      Priority: text,
      Owner: text,
      Responsible: text,
      CustomerUserID: text,
      CustomerUser: text,
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

/** Decodes a body that is about one ticket. */
export function decodeTicketBody(body: unknown): Decoded<TicketReference> {
  const parsed = parse(TicketBody, body);
  return 'problems' in parsed ? parsed : { value: toReference(parsed.value) };
}

/** Decodes the body of `people/lookup`. */
export function decodePeopleBody(body: unknown): Decoded<TicketReference['people']> {
  const parsed = parse(PeopleBody, body);
  return 'problems' in parsed ? parsed : { value: mergePeople(parsed.value.People.map(toPerson)) };
}

function toReference(body: v.InferOutput<typeof TicketBody>): TicketReference {
  const fields = {
    id: body.TicketID ?? body.Ticket?.TicketID,
    number: body.TicketNumber ?? body.Ticket?.TicketNumber,
    title: body.Ticket?.Title,
    queue: body.Ticket?.Queue,
    state: body.Ticket?.State,
    priority: body.Ticket?.Priority,
    owner: body.Ticket?.Owner,
    responsible: body.Ticket?.Responsible,
    url: body.URL,
    customerUrl: body.CustomerURL,
  };
  const ticket: TicketReference['ticket'] = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const actor = toActor(body.Actor);
  return {
    ticket,
    people: peopleIn(body),
    systemAddresses: body.SystemAddresses.filter((address) => address !== undefined),
    peopleComplete: body.PeopleComplete && body.People.length > 0,
    ...(body.APIUser !== undefined && { apiUser: body.APIUser }),
    ...(actor && { actor }),
    dryRun: body.DryRun,
  };
}

/** Our own shape names everybody; of the others' tickets the people are read off the ticket and its articles. */
function peopleIn({ People, Ticket, Article }: v.InferOutput<typeof TicketBody>): TicketReference['people'] {
  if (People.length > 0) return mergePeople(People.map(toPerson));
  const onTicket = Ticket
    ? peopleOf(
        { ...(Ticket.Owner && { owner: Ticket.Owner }), ...(Ticket.Responsible && { responsible: Ticket.Responsible }) },
        Ticket.CustomerUserID ?? Ticket.CustomerUser,
      )
    : [];
  // The invokers send the articles twice, beside the ticket and in it.
  return mergePeople([...onTicket, ...[...Article, ...(Ticket?.Article ?? [])].flatMap(peopleOfArticle)]);
}
