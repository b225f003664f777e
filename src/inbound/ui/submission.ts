import type { ChatUser } from '../../domain/member';
import type { Settings } from '../../settings/snapshot';
import type { Translate } from '../../text/translate';
import type { Ports, Question } from '../../usecases/ports';
import type { RequestAccessors } from '../api/endpoint';
import type { ClickAnswer } from './answer-click';
import type { FieldValues } from './view-state';

/** A dialog that somebody has submitted, whose account was read again. */
export interface Submission {
  readonly by: ChatUser;
  /** The record of the dialog. */
  readonly question: Question;
  /** What its inputs hold, as the client says. */
  readonly fields: FieldValues;
  readonly settings: Settings;
  readonly ports: Ports;
  /** In the language of who submitted it. */
  readonly say: Translate;
  /** The same language, such as `de`, for dates. */
  readonly language: string;
  readonly log: RequestAccessors['log'];
  readonly requestId: string;
}

/** What is wrong, by the input, by which the dialog stays open; or what is told to who submitted it, if it is not told later. */
export type SubmissionAnswer = { readonly errors: Readonly<Record<string, string>> } | { readonly told?: ClickAnswer };
