import * as v from 'valibot';
import { QUESTION_NO, QUESTION_YES } from '../../domain/question';
import type { TranscriptWish } from '../../domain/transcript-record';
import { TRANSCRIPT_LEAVE_OUT, TRANSCRIPT_RANGE, TRANSCRIPT_VISIBLE } from '../../domain/transcript-dialog';
import { errorSentence } from '../../text/error-sentence';
import { inertLine } from '../../text/inert';
import type { Translate } from '../../text/translate';
import { type Ordered, orderTranscript, type WrongField } from '../../usecases/order-transcript';
import type { Answer } from '../commands/command';
import type { Submission, SubmissionAnswer } from './submissions';

/** What a dialog sends: by block, then by part. Parts that nobody has touched are missing, or empty. */
const StateShape = v.record(v.string(), v.record(v.string(), v.unknown()));
const RangeShape = v.string();
const LeaveOutShape = v.array(v.string());

const FIELDS: Readonly<Record<WrongField, string>> = { range: TRANSCRIPT_RANGE, leave_out: TRANSCRIPT_LEAVE_OUT };

/** Somebody has chosen what goes into a transcript. */
export async function transcriptChosen({ by, viewId, state, ports, say }: Submission): Promise<SubmissionAnswer> {
  const values = valuesIn(state);
  const [range, leaveOut] = [
    v.safeParse(RangeShape, values.get(TRANSCRIPT_RANGE)),
    v.safeParse(LeaveOutShape, values.get(TRANSCRIPT_LEAVE_OUT)),
  ];
  const ordered = await orderTranscript(
    {
      viewId,
      user: by,
      ...(range.success && { range: range.output }),
      ...(leaveOut.success && { leaveOut: leaveOut.output }),
      visible: values.get(TRANSCRIPT_VISIBLE) === 'yes',
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

function valuesIn(state: unknown): ReadonlyMap<string, unknown> {
  const parsed = v.safeParse(StateShape, state);
  return new Map(parsed.success ? Object.values(parsed.output).flatMap((block) => Object.entries(block)) : []);
}
