import { AppError } from '../domain/errors';
import { hasLapsed } from '../domain/question-lapse';
import type { Ports, Question } from './ports';
import { inTurn } from './take-turn';

type Answering = Pick<Ports, 'questions' | 'turns' | 'time'>;

/**
 * Settles a question, so that exactly one of all clicks gets it; what was asked about is still to be done, and rights to be asked for again.
 * The question goes first: after a crash nothing was done, which is better than done twice.
 *
 * @param by id of who clicked
 * @throws AppError `question_settled`, `question_lapsed`, `question_not_yours`, `question_busy`
 */
export async function takeQuestion(questionId: string, by: string, ports: Answering): Promise<Question> {
  // Looked at before anything is written: anybody can send any id.
  await toBeAnswered(questionId, by, ports);
  const taken = await inTurn(`question-${questionId}`, ports, async () => {
    const question = await toBeAnswered(questionId, by, ports);
    await ports.questions.drop(questionId);
    return question;
  });
  if (!taken) throw new AppError('question_busy');
  return taken.value;
}

async function toBeAnswered(id: string, by: string, { questions, time }: Answering): Promise<Question> {
  const question = await questions.find(id);
  // A bar asks nothing; a click that answers it is made up.
  if (!question || question.about.type === 'LookAt') throw new AppError('question_settled');
  if (question.userId !== by) throw new AppError('question_not_yours');
  if (!hasLapsed(question, time.now())) return question;
  await questions.drop(id);
  throw new AppError('question_lapsed');
}
