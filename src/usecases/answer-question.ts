import { randomUUID } from 'crypto';
import { isLive } from '../domain/claim';
import { AppError } from '../domain/errors';
import { hasLapsed } from '../domain/question-lapse';
import type { Ports, Question } from './ports';
import { pauseAtRandom } from './random-pause';

/** Two clicks at one moment may give way to each other; the next try of one of them finds the question alone, or settled. */
const MAX_TRIES = 4;

type Answering = Pick<Ports, 'questions' | 'time'>;

/**
 * Settles a question, so that exactly one of all clicks gets it; what was asked about is still to be done, and rights to be asked for again.
 * The question goes first: after a crash nothing was done, which is better than done twice.
 *
 * @param by id of who clicked
 * @throws AppError `question_settled`, `question_lapsed`, `question_not_yours`, `question_busy`
 */
export async function takeQuestion(questionId: string, by: string, ports: Answering): Promise<Question> {
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    if (tries > 0) await pauseAtRandom(ports);
    await toBeAnswered(questionId, by, ports);
    const question = await takeAlone(questionId, ports);
    if (question) return question;
  }
  throw new AppError('question_busy');
}

/** Looks before anything is written: anybody can send any id. */
async function toBeAnswered(id: string, by: string, { questions, time }: Answering): Promise<void> {
  const { question } = await questions.find(id);
  if (!question) throw new AppError('question_settled');
  if (question.userId !== by) throw new AppError('question_not_yours');
  if (!hasLapsed(question, time.now())) return;
  await questions.drop(id);
  throw new AppError('question_lapsed');
}

/** @returns nothing when somebody else is about to take it */
async function takeAlone(questionId: string, { questions, time }: Answering): Promise<Question | undefined> {
  const turn = { questionId, nonce: randomUUID(), at: time.now() };
  await questions.begin(turn);
  try {
    const { question, turns } = await questions.find(questionId);
    if (!question) throw new AppError('question_settled');
    if (turns.some((other) => other.nonce !== turn.nonce && isLive(other, time.now()))) return undefined;
    await questions.drop(questionId);
    return question;
  } finally {
    await questions.end(turn);
  }
}
