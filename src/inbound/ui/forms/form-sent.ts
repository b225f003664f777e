import { AppError } from '../../../domain/errors';
import { type Form, type FormField, inputOf } from '../../../domain/form';
import { errorSentence } from '../../../text/error-sentence';
import { takeQuestion } from '../../../usecases/answer-question';
import { placeOf } from '../../../usecases/place-of';
import type { FillIn } from '../../../usecases/ports';
import type { Answer } from '../../commands/command';
import { givenBack } from '../../commands/render-write';
import { stackOf } from '../../stack-of';
import type { Submission, SubmissionAnswer } from '../submission';
import { addForm } from './add-form';
import { closeForm } from './close-form';
import { createForm } from './create-form';
import { fieldOf, type FilledIn, type FormKind } from './form';
import { linkForm } from './link-form';
import { stateForm } from './state-form';
import { writeForm } from './write-form';

const KINDS: Readonly<Record<Form, FormKind>> = {
  write: writeForm,
  state: stateForm,
  close: closeForm,
  link: linkForm,
  create: createForm,
  add: addForm,
};

/** A client waits for 5 s; what takes longer than this is told when it is there. */
const CLOSES_AFTER_MS = 3_000;

type Sent = { readonly answer: Answer } | { readonly error: unknown };

/**
 * Somebody has sent a form. Of two clicks one sends it: the record is taken first, and put back where the form is refused, so that it can be
 * sent again. What is refused later than the client waits comes back to the person with what they typed.
 */
export async function formSent(submission: Submission, about: FillIn): Promise<SubmissionAnswer> {
  const { by, question, ports, say } = submission;
  const kind = KINDS[about.form];
  const place = placeOf(question);
  const filled: FilledIn = { ...submission, place, about, value: (field) => textIn(submission, field) };
  const refusal = (error: AppError): SubmissionAnswer => {
    noteRefusal(error, submission);
    return { errors: { [inputOf(fieldOf(error, kind))]: errorSentence(error, say) } };
  };
  const taken = await takeQuestion(question.id, by.id, ports).catch(refusedBy);
  if (taken instanceof AppError) return refusal(taken);

  const sending = kind.send(filled).then(
    (answer): Sent => ({ answer }),
    (error: unknown): Sent => ({ error }),
  );
  const first = await Promise.race([sending, ports.time.pause(CLOSES_AFTER_MS, sending).then(() => undefined)]);
  if (!first) {
    void sending.then((sent) => tellLate(sent, filled, kind, submission));
    return {};
  }
  if ('answer' in first) return { told: { ...first.answer, place } };
  await ports.questions.put(question);
  if (first.error instanceof AppError) return refusal(first.error);
  throw first.error;
}

/** The form has closed by now. What comes back goes into a direct message, which is stored: nothing else has what was typed. */
async function tellLate(
  sent: Sent,
  { by, place, ports, say, value }: FilledIn,
  { words }: FormKind,
  submission: Submission,
): Promise<void> {
  const { log, requestId } = submission;
  try {
    if ('answer' in sent) {
      await ports.notices.tell(by, place, sent.answer.text, sent.answer.buttons);
      return;
    }
    const { error } = sent;
    if (error instanceof AppError) noteRefusal(error, submission);
    else log.error({ msg: 'form not sent', requestId, error: stackOf(error) });
    const sentence = error instanceof AppError ? errorSentence(error, say) : say('consent.failed');
    const typed = value(words);
    await ports.notices.write(by, [sentence, ...(typed === '' ? [] : [givenBack(typed, say)])].join('\n'));
  } catch (error) {
    log.error({ msg: 'form not answered', requestId, error: stackOf(error) });
  }
}

/** Somebody was faster, or a day has gone by: in a form's words. */
function refusedBy(error: unknown): AppError {
  if (!(error instanceof AppError)) throw error;
  return error.code === 'question_busy' ? error : new AppError('form_settled');
}

function textIn({ fields }: Submission, field: FormField): string {
  const value = fields.get(inputOf(field));
  return typeof value === 'string' ? value : '';
}

/** What OTOBO said is for the admin. */
function noteRefusal({ code, internal }: AppError, { log, requestId }: Submission): void {
  if (internal !== undefined) log.warn({ msg: 'form: what OTOBO said', requestId, code, internal });
}
