/** What somebody fills in, each in a dialog of its own. */
export const FORMS = ['write', 'state', 'close', 'link', 'create', 'add'] as const;
export type Form = (typeof FORMS)[number];

/** What can be filled in. A value comes back under the input of that name, and what is wrong with it is said there. */
export const FORM_FIELDS = [
  'text',
  'audience',
  'state',
  'day',
  'time',
  'note',
  'ticket',
  'title',
  'queue',
  'type',
  'priority',
  'customer',
] as const;
export type FormField = (typeof FORM_FIELDS)[number];

/** Who reads what is written into a ticket: agents only, or the customer, too. */
export const AUDIENCES = ['agents', 'customer'] as const;

/** Asks OTOBO once more what may be chosen; its value is the id of the dialog. */
export const FORM_LOOK_AGAIN = 'otobo-form-look-again';

/** @returns the id of a field's input, which is that of its block, too: clients look for an error's place by either */
export function inputOf(field: FormField): string {
  return `otobo-form-${field}`;
}
