import { randomUUID } from 'crypto';
import { isBehind } from '../domain/bookmark';
import { AppError } from '../domain/errors';
import { hasLapsed } from '../domain/question-lapse';
import type { TranscriptWish } from '../domain/transcript-record';
import { takeQuestion } from './answer-question';
import { askQuestion } from './ask-question';
import { requireMember } from './authorise';
import type { ChatUser } from '../domain/member';
import { placeOf } from './place-of';
import type { Place, Ports, Question } from './ports';
import { inTurn } from './take-turn';
import { ticketOfRoom } from './ticket-of-room';

type Choosing = Question & { readonly about: Extract<Question['about'], { type: 'ChooseTranscript' }> };

/** What somebody has chosen in the dialog; what they did not touch is absent. */
export interface Chosen {
  readonly viewId: string;
  readonly user: ChatUser;
  readonly range?: string;
  /** Ids of messages. */
  readonly leaveOut?: readonly string[];
  readonly visible?: boolean;
}

/** Where in the dialog something is wrong. */
export type WrongField = 'range' | 'leave_out';

export type Ordered =
  | { readonly type: 'begun'; readonly wish: TranscriptWish; readonly place: Place }
  /** First the person has to say yes to the customer's reading it. */
  | { readonly type: 'ask'; readonly questionId: string; readonly wish: TranscriptWish; readonly place: Place }
  | { readonly type: 'wrong'; readonly field: WrongField; readonly error: AppError };

/**
 * Orders the transcript that somebody has chosen. Of what the dialog sends, the id counts, and the choice among what was offered under it; all
 * else is in the app's own record, and rights are asked for when something is written.
 */
export async function orderTranscript(chosen: Chosen, ports: Ports): Promise<Ordered> {
  try {
    const question = await choosing(chosen, ports);
    const wish = wishOf(question, chosen);
    if (!('type' in wish)) {
      await requireFree(wish, chosen.user, ports);
      await takeQuestion(chosen.viewId, chosen.user.id, ports);
      const place = placeOf(question);
      if (wish.visible) {
        const about = { type: 'ShowTranscript', wish } as const;
        return { type: 'ask', questionId: await askQuestion({ userId: chosen.user.id, ...place, about }, ports), wish, place };
      }
      await beginTranscript(wish, chosen.user, ports);
      return { type: 'begun', wish, place };
    }
    return wish;
  } catch (error) {
    if (error instanceof AppError) return { type: 'wrong', field: 'range', error };
    throw error;
  }
}

/**
 * Begins a transcript that was ordered; the job writes it, and goes on with it until it is at its end.
 *
 * @throws AppError `transcript_under_way`, `ticket_changed`, `member_only`
 */
export async function beginTranscript(wish: TranscriptWish, user: ChatUser, ports: Ports): Promise<void> {
  const begun = await inTurn(`transcript-${wish.roomId}`, ports, async () => {
    await requireFree(wish, user, ports);
    await ports.transcripts.writeWish(wish);
  });
  if (!begun) throw new AppError('transcript_under_way');
  await ports.jobs.runSoon('transcripts');
}

async function choosing({ viewId, user }: Chosen, { questions, time }: Ports): Promise<Choosing> {
  const question = await questions.find(viewId);
  if (question?.about.type !== 'ChooseTranscript') throw new AppError('question_settled');
  if (question.userId !== user.id) throw new AppError('question_not_yours');
  if (hasLapsed(question, time.now())) throw new AppError('question_lapsed');
  return { ...question, about: question.about };
}

/** @returns what is wrong instead, where something is */
function wishOf(
  question: Choosing,
  { range, leaveOut = [], visible = false }: Chosen,
): TranscriptWish | Extract<Ordered, { type: 'wrong' }> {
  const { ranges, newest, until, ticketId, ticketNumber } = question.about;
  const picked = ranges.find(({ key }) => key === range) ?? ranges[0];
  if (!picked || picked.count === 0) return { type: 'wrong', field: 'range', error: new AppError('transcript_empty') };
  const left = newest.filter((one) => leaveOut.includes(one.id) && isBehind(picked.from, one)).map(({ id }) => id);
  if (picked.count !== undefined && picked.count === left.length)
    return { type: 'wrong', field: 'leave_out', error: new AppError('transcript_empty') };
  return {
    id: randomUUID(),
    ...placeOf(question),
    ticketId,
    ticketNumber,
    userId: question.userId,
    visible,
    leaveOut: left,
    from: picked.from,
    counted: picked.counted,
    until,
    ...(picked.count !== undefined && { expected: picked.count - left.length }),
    done: 0,
    articles: 0,
  };
}

async function requireFree({ roomId, ticketId }: TranscriptWish, user: ChatUser, ports: Ports): Promise<void> {
  const [ticket, record, wish] = await Promise.all([
    ticketOfRoom(roomId, ports),
    ports.transcripts.find(roomId),
    ports.transcripts.wish(roomId),
    requireMember(user, roomId, ports),
  ]);
  if (ticket?.id !== ticketId) throw new AppError('ticket_changed');
  if (wish !== undefined || record?.part !== undefined) throw new AppError('transcript_under_way');
}
