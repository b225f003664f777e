import { AppError } from '../../domain/errors';
import type { Body, OtoboRefusal } from './transport';

/** What the operations of the package say no with, beside what all operations have. */
const PACKAGE_CODES = new Map([
  ['AgentUnknown', 'agent_unknown'],
  ['AgentAmbiguous', 'agent_ambiguous'],
  ['NoRecipient', 'reply_no_recipient'],
  ['NotSent', 'reply_not_sent'],
] as const);

/** `TicketUpdate` says this of a ticket that is out of reach; all else that it denies is a right that is lacking for one field. */
const NO_ACCESS = 'does not have access to the ticket';

/**
 * What a "no" of OTOBO means. It says the same of a ticket that does not exist and of one that is not for this account.
 *
 * @param sent what it said no to; names the refused value
 */
export function meaningOf(refusal: OtoboRefusal, sent: Body, webservice: string): AppError {
  const internal = `${refusal.code}: ${refusal.message}`;
  const [operation = '', reason = ''] = refusal.code.split('.');
  for (const [known, code] of PACKAGE_CODES) if (reason === known) return new AppError(code, {}, internal);
  switch (reason) {
    case 'AuthFail':
      return new AppError('otobo_login_failed', {}, internal);
    case 'AccessDenied':
      return denied(operation, refusal.message, internal);
    case 'NotValidTicketID':
      return new AppError('ticket_not_found', {}, internal);
    case 'MissingParameter':
    case 'InvalidParameter':
      return notTaken(refusal.message, sent, webservice, internal);
    default:
      return new AppError('otobo_misconfigured', { webservice }, internal);
  }
}

function denied(operation: string, message: string, internal: string): AppError {
  // OTOBO asks for the right of the person there, and not for the service account's.
  if (operation === 'Reply') return new AppError('right_missing', { right: 'note' }, internal);
  const writes = operation === 'TicketCreate' || operation === 'TicketUpdate';
  if (!writes || message.includes(NO_ACCESS)) return new AppError('ticket_not_found', {}, internal);
  return new AppError('otobo_denied', { message: message.replace(`${operation}: `, '') }, internal);
}

/**
 * OTOBO names what it does not take as `Ticket->OwnerID or Ticket->Owner`: the last one is the name. The package's operations have no
 * groups: there the name comes first.
 */
function notTaken(message: string, sent: Body, webservice: string, internal: string): AppError {
  const [, group, named] = [...message.matchAll(/(Ticket|Article|DynamicField)->(\w+)/g)].at(-1) ?? [];
  if (group === 'DynamicField' && named === 'Name') return new AppError('otobo_field_missing', { fields: fieldNames(sent) }, internal);
  const field = named ?? /^\w+: (\w+) /.exec(message)?.[1] ?? '';
  const value = valueOf(group === undefined ? sent : sent[group], field);
  if (value) return new AppError('otobo_value_refused', { field, value }, internal);
  if (group !== undefined || value === '') return new AppError('otobo_value_missing', { field }, internal);
  return waitsWithoutTime(sent)
    ? new AppError('otobo_value_missing', { field: 'PendingTime' }, internal)
    : new AppError('otobo_misconfigured', { webservice }, internal);
}

const valueOf = (group: unknown, field: string): string | undefined => {
  const value = isObject(group) ? group[field] : undefined;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
};

/** OTOBO's complaint about a pending state without a time names no field. */
const waitsWithoutTime = ({ Ticket: ticket }: Body): boolean => isObject(ticket) && 'State' in ticket && !('PendingTime' in ticket);

const fieldNames = ({ DynamicField: fields }: Body): string =>
  Array.isArray(fields) ? fields.flatMap((field) => valueOf(field, 'Name') ?? []).join(', ') : '';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
