import * as v from 'valibot';
import { QUESTION_NO, QUESTION_YES } from '../../domain/question';
import type { TranscriptWish } from '../../domain/transcript-record';
import { TRANSCRIPT_LEAVE_OUT, TRANSCRIPT_RANGE, TRANSCRIPT_VISIBLE } from '../../domain/transcript-dialog';
import { errorSentence } from '../../text/error-sentence';
import { inertLine } from '../../text/inert';
import type { Translate } from '../../text/translate';
import { type Ordered, orderTranscript, type WrongField } from '../../usecases/order-transcript';
import type { Answer } from '../commands/command';
import type { Submission, SubmissionAnswer } from './submission';

const RangeShape = v.string();
const LeaveOutShape = v.array(v.string());

const FIELDS: Readonly<Record<WrongField, string>> = { range: TRANSCRIPT_RANGE, leave_out: TRANSCRIPT_LEAVE_OUT };

/** Somebody has chosen what goes into a transcript. Nothing here asks OTOBO. */
export async function transcriptChosen({ by, question, fields, ports, say }: Submission): Promise<SubmissionAnswer> {
  const [range, leaveOut] = [
    v.safeParse(RangeShape, fields.get(TRANSCRIPT_RANGE)),
    v.safeParse(LeaveOutShape, fields.get(TRANSCRIPT_LEAVE_OUT)),
  ];
  const ordered = await orderTranscript(
    {
      viewId: question.id,
      user: by,
      ...(range.success && { range: range.output }),
      ...(leaveOut.success && { leaveOut: leaveOut.output }),
      visible: fields.get(TRANSCRIPT_VISIBLE) === 'yes',
    },
    ports,
  );
  if (ordered.type === 'wrong') return { errors: { [FIELDS[ordered.field]]: errorSentence(ordered.error, say) } };
  return { told: { ...orderedAnswer(ordered, say), place: ordered.place } };
}

function orderedAnswer(ordered: Exclude<Ordered, { type: 'wrong' }>, say: Translate): Answer {
  if (ordered.type === 'begun') return begunAnswer(ordered.wish, say);
  const { wish, questionId } = ordered;
  return {
    text: say('transcript.ask', gaps(wish)),
    buttons: [
      { actionId: QUESTION_YES, value: questionId, label: say('transcript.ask_yes'), style: 'primary' },
      { actionId: QUESTION_NO, value: questionId, label: say('question.no') },
    ],
  };
}

/** @returns what is said when a transcript has been begun */
export function begunAnswer(wish: TranscriptWish, say: Translate): Answer {
  return { text: say('transcript.begun', gaps(wish)) };
}

const gaps = ({ ticketNumber, expected }: TranscriptWish): Record<string, string | number> => ({
  number: inertLine(ticketNumber),
  expected: expected ?? 'unknown',
  count: expected ?? 0,
});
