import type { Helpdesk, SettableField } from '../helpdesk';
import { PRIORITIES, stateNamed, STATES } from '../names';
import type { FieldValue, Right } from '../records';
import { invalid, OperationError } from './answer';
import { group, groups, text, type Parameters } from '../parameters';

/**
 * The fields of `Ticket` in a request that OTOBO sets one by one, in this order, each with the right that it needs. Whoever sees the
 * ticket may set title and lock; a state needs more only if it closes the ticket or lets it wait.
 */
const FIELDS: readonly { readonly parameter: string; readonly field: SettableField; readonly needs: (value: string) => Right }[] = [
  { parameter: 'Title', field: 'title', needs: () => 'ro' },
  { parameter: 'Queue', field: 'queue', needs: () => 'move_into' },
  { parameter: 'Lock', field: 'lock', needs: () => 'ro' },
  { parameter: 'Type', field: 'type', needs: () => 'ro' },
  { parameter: 'State', field: 'state', needs: (state) => (/^(closed|pending)/.test(stateNamed(state).type) ? 'rw' : 'ro') },
  { parameter: 'Priority', field: 'priority', needs: () => 'priority' },
  { parameter: 'Owner', field: 'owner', needs: () => 'owner' },
  { parameter: 'Responsible', field: 'responsible', needs: () => 'rw' },
];

/** A field that a request sets, checked but not yet set. */
export interface FieldChange {
  readonly field: SettableField;
  readonly value: string;
  readonly needs: Right;
}

/** @returns what the request's `Ticket` sets. @throws InvalidParameter for a name that does not exist */
export function readFields(operation: string, helpdesk: Helpdesk, parameters: Parameters): FieldChange[] {
  const input = group(parameters, 'Ticket') ?? {};
  return FIELDS.flatMap(({ parameter, field, needs }) => {
    const value = text(input, parameter);
    if (value === undefined) return [];
    const names = namesOf(helpdesk, field);
    if (names && !names.includes(value)) throw invalid(operation, `Ticket->${parameter}ID or Ticket->${parameter}`);
    return [{ field, value, needs: needs(value) }];
  });
}

function namesOf(helpdesk: Helpdesk, field: SettableField): readonly string[] | undefined {
  switch (field) {
    case 'title':
    case 'service':
      return undefined;
    case 'type':
      return helpdesk.types;
    case 'queue':
      return helpdesk.queues.map(({ name }) => name);
    case 'owner':
    case 'responsible':
      return helpdesk.agents.map(({ login }) => login);
    case 'priority':
      return PRIORITIES.map(({ name }) => name);
    case 'lock':
      return ['lock', 'unlock'];
    case 'state':
      return STATES.map(({ name }) => name);
  }
}

/**
 * @returns until when the ticket is to wait, in ms since the epoch; undefined when the request sets no pending state
 * @throws MissingParameter for a pending state without a time, InvalidParameter for a time that is none
 */
export function readPendingTime(operation: string, { time }: Helpdesk, parameters: Parameters): number | undefined {
  const input = group(parameters, 'Ticket') ?? {};
  const state = text(input, 'State');
  if (state === undefined || !stateNamed(state).type.startsWith('pending')) return undefined;
  const pending = group(input, 'PendingTime');
  if (!pending) throw new OperationError(`${operation}.MissingParameter`, 'A pending state needs a pending time!');
  const [minutes, ...date] = ['Diff', 'Year', 'Month', 'Day', 'Hour', 'Minute'].map((name) => Number(text(pending, name)));
  const [year = NaN, month = NaN, day, hour, minute] = date;
  const until = text(pending, 'Diff') === undefined ? Date.UTC(year, month - 1, day, hour, minute) : time.now() + Number(minutes) * 60_000;
  if (Number.isNaN(until)) throw invalid(operation, 'Ticket->PendingTime');
  return until;
}

/** @returns the dynamic fields that a request sets; empty text empties a field. @throws InvalidParameter for unknown names */
export function readDynamicFields(operation: string, helpdesk: Helpdesk, parameters: Parameters): { name: string; value: FieldValue }[] {
  return groups(parameters, 'DynamicField').map((input) => {
    const name = text(input, 'Name');
    const field = helpdesk.dynamicFields.find((one) => one.name === name);
    if (!field) throw invalid(operation, 'DynamicField->Name');
    const value = text(input, 'Value') ?? null;
    return { name: field.name, value: field.type === 'Checkbox' && value !== null ? Number(value) : value };
  });
}
