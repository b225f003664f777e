import type { AppError, ErrorCode } from '../../../domain/errors';
import { FORM_FIELDS, type FormField } from '../../../domain/form';
import type { ChatUser } from '../../../domain/member';
import type { Settings } from '../../../settings/snapshot';
import type { Translate } from '../../../text/translate';
import type { FillIn, Place, Ports } from '../../../usecases/ports';
import type { Answer } from '../../commands/command';

/** What somebody has filled in. */
export interface FilledIn {
  readonly by: ChatUser;
  /** Where the form was opened. */
  readonly place: Place;
  readonly about: FillIn;
  /** @returns what stands in a field, as it was typed; an empty text where nothing does */
  readonly value: (field: FormField) => string;
  readonly settings: Settings;
  readonly ports: Ports;
  /** In the language of who filled it in. */
  readonly say: Translate;
  /** The same language, such as `de`, for dates. */
  readonly language: string;
}

/** What comes of a form, for one kind of them. */
export interface FormKind {
  /** Does what the form is for. @throws AppError, which is said in the form while it is open */
  readonly send: (filled: FilledIn) => Promise<Answer>;
  /** The field that is meant where an error is of none of `places`. */
  readonly main: FormField;
  /** Where errors are said. */
  readonly places?: Partial<Readonly<Record<ErrorCode, FormField>>>;
  /** The field with what took somebody long to type, and is given back where the form has closed already. */
  readonly words: FormField;
}

/** @returns the field in which an error is said: the one that the error names, if it is one */
export function fieldOf({ code, details }: AppError, { main, places = {} }: FormKind): FormField {
  return FORM_FIELDS.find((field) => field === details.field?.toLowerCase()) ?? places[code] ?? main;
}
