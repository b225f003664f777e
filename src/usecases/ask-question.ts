import { randomUUID } from 'crypto';
import { hasLapsed } from '../domain/question-lapse';
import type { Ports, Question } from './ports';

/**
 * Writes down a question that somebody is to answer with a click, and clears away those that nobody has answered in time.
 *
 * @param id where something else has it already
 * @returns its id, which the buttons carry
 */
export async function askQuestion(
  question: Omit<Question, 'id' | 'at'>,
  { questions, time }: Pick<Ports, 'questions' | 'time'>,
  id: string = randomUUID(),
): Promise<string> {
  const now = time.now();
  const lapsed = (await questions.all()).filter((one) => hasLapsed(one, now));
  await Promise.all([...lapsed.map((one) => questions.drop(one.id)), questions.put({ ...question, id, at: now })]);
  return id;
}
