import {
  RocketChatAssociationModel as Model,
  RocketChatAssociationRecord as Association,
} from '@rocket.chat/apps-engine/definition/metadata';
import * as v from 'valibot';
import type { Questions, Turn } from '../../usecases/ports';
import type { Accessors } from './accessors';
import { readRecords } from './records';

const QuestionShape = v.object({
  id: v.string(),
  userId: v.string(),
  roomId: v.string(),
  threadId: v.exactOptional(v.string()),
  about: v.variant('type', [
    v.object({ type: v.literal('LinkPublicRoom'), ticketId: v.string() }),
    v.object({ type: v.literal('SendReply'), ticketId: v.string(), title: v.string(), text: v.string(), mailed: v.boolean() }),
    v.object({ type: v.literal('AddMember'), username: v.string() }),
  ]),
  at: v.number(),
});

const TurnShape: v.GenericSchema<unknown, Turn> = v.object({ questionId: v.string(), nonce: v.string(), at: v.number() });
const EitherShape = v.union([QuestionShape, TurnShape]);

const QUESTIONS = new Association(Model.MISC, 'questions');
const ofId = (id: string): Association => new Association(Model.MISC, `question-${id}`);
const ofTurn = (nonce: string): Association => new Association(Model.MISC, `turn-${nonce}`);

/**
 * Questions that wait for a click. What is to be done stands in the record, because the click comes from outside. Who acts on an answer is
 * filed with the question, so that one read shows both.
 */
export function questions({ read, persistence }: Pick<Accessors, 'read' | 'persistence'>): Questions {
  return {
    async put(question) {
      await persistence.createWithAssociations({ ...question }, [ofId(question.id), QUESTIONS]);
    },
    all: () => readRecords(read, QuestionShape, QUESTIONS),
    async find(id) {
      const records = await readRecords(read, EitherShape, ofId(id));
      const question = records.find((record) => 'about' in record);
      return { ...(question && { question }), turns: records.filter((record) => 'nonce' in record) };
    },
    async drop(id) {
      await persistence.removeByAssociations([ofId(id), QUESTIONS]);
    },
    async begin(turn) {
      await persistence.createWithAssociations({ ...turn }, [ofId(turn.questionId), ofTurn(turn.nonce)]);
    },
    async end({ questionId, nonce }) {
      await persistence.removeByAssociations([ofId(questionId), ofTurn(nonce)]);
    },
  };
}
