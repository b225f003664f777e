import type { IHttp } from '@rocket.chat/apps-engine/definition/accessors';
import * as v from 'valibot';
import { AppError } from '../../domain/errors';
import type { OtoboAccess } from '../../settings/snapshot';
import type { Otobo, OtoboTicket } from '../../usecases/ports';
import { type SessionMemory, withSession } from './session';
import { OtoboRefusal, transport } from './transport';

const text = v.optional(v.nullable(v.string()));
const id = v.pipe(v.union([v.string(), v.number()]), v.transform(String));

const TicketShape = v.object({
  TicketID: id,
  TicketNumber: v.string(),
  Title: v.string(),
  Queue: text,
  State: text,
  Priority: text,
  Owner: text,
  Responsible: text,
  CustomerUserID: text,
});
const TicketGetShape = v.object({ Ticket: v.pipe(v.array(TicketShape), v.length(1)) });
/** No hit and no permission are both an empty object. */
const TicketSearchShape = v.object({ TicketID: v.optional(v.array(id), []) });

/** The operations of OTOBO's web service that the app uses. Credentials travel in bodies, never in addresses. */
export function otoboClient(http: IHttp, access: OtoboAccess, memory: SessionMemory): Otobo {
  const post = withSession(transport(http, access), access, memory);

  async function ask<T>(route: string, body: Readonly<Record<string, unknown>>, shape: v.GenericSchema<unknown, T>): Promise<T> {
    try {
      const answer = v.safeParse(shape, await post(route, body));
      if (answer.success) return answer.output;
      throw new AppError(
        'otobo_misconfigured',
        { webservice: access.webservice },
        `${route}: ${answer.issues.map((issue) => `${v.getDotPath(issue) ?? ''} ${issue.message}`).join('; ')}`,
      );
    } catch (error) {
      throw error instanceof OtoboRefusal ? said(error, access) : error;
    }
  }

  return {
    async ticket(ticketId) {
      const { Ticket } = await ask('/TicketGet', { TicketID: ticketId }, TicketGetShape);
      const [found] = Ticket;
      if (!found) throw new AppError('ticket_not_found');
      return toTicket(found);
    },
    async ticketIdOf(ticketNumber) {
      const { TicketID } = await ask('/TicketSearch', { TicketNumber: ticketNumber }, TicketSearchShape);
      return TicketID.length === 1 ? TicketID[0] : undefined;
    },
  };
}

function toTicket(raw: v.InferOutput<typeof TicketShape>): OtoboTicket {
  return {
    ticket: {
      id: raw.TicketID,
      number: raw.TicketNumber,
      title: raw.Title,
      ...(raw.Queue && { queue: raw.Queue }),
      ...(raw.State && { state: raw.State }),
      ...(raw.Priority && { priority: raw.Priority }),
      ...(raw.Owner && { owner: raw.Owner }),
      ...(raw.Responsible && { responsible: raw.Responsible }),
    },
    ...(raw.CustomerUserID && { customerUser: raw.CustomerUserID }),
  };
}

/** OTOBO says the same of a ticket that does not exist and of one that is not for this account. */
function said({ code, message }: OtoboRefusal, { webservice }: OtoboAccess): AppError {
  const internal = `${code}: ${message}`;
  if (code.endsWith('.AccessDenied')) return new AppError('ticket_not_found', {}, internal);
  if (code.endsWith('.AuthFail')) return new AppError('otobo_login_failed', {}, internal);
  return new AppError('otobo_misconfigured', { webservice }, internal);
}
