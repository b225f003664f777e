import {
  RocketChatAssociationModel as Model,
  RocketChatAssociationRecord as Association,
} from '@rocket.chat/apps-engine/definition/metadata';
import * as v from 'valibot';
import { FORMS } from '../../domain/form';
import type { Questions } from '../../usecases/ports';
import type { Accessors } from './accessors';
import { readRecords } from './records';
import { BookmarkShape, WishShape } from './transcripts';

const QuestionShape = v.object({
  id: v.string(),
  userId: v.string(),
  roomId: v.string(),
  threadId: v.exactOptional(v.string()),
  about: v.variant('type', [
    v.object({ type: v.literal('LinkPublicRoom'), ticketId: v.string() }),
    v.object({ type: v.literal('SendReply'), ticketId: v.string(), title: v.string(), text: v.string(), mailed: v.boolean() }),
    v.object({ type: v.literal('AddMember'), username: v.string() }),
    v.object({
      type: v.literal('AdoptRooms'),
      rooms: v.array(v.object({ ticketId: v.string(), ticketNumber: v.string(), roomId: v.string() })),
    }),
    v.object({
      type: v.literal('ChooseTranscript'),
      ticketId: v.string(),
      ticketNumber: v.string(),
      until: v.number(),
      ranges: v.array(
        v.object({
          key: v.picklist(['new', 'linked', 'all']),
          from: BookmarkShape,
          counted: v.number(),
          count: v.exactOptional(v.number()),
        }),
      ),
      people: v.array(v.string()),
      off: v.exactOptional(v.number()),
      deleted: v.number(),
      newest: v.array(v.object({ id: v.string(), at: v.number(), name: v.string(), words: v.string() })),
    }),
    v.object({ type: v.literal('LookAt') }),
    v.object({ type: v.literal('ShowTranscript'), wish: WishShape }),
    v.object({
      type: v.literal('FillIn'),
      form: v.picklist(FORMS),
      reply: v.exactOptional(
        v.object({ ticketId: v.string(), title: v.string(), customer: v.exactOptional(v.string()), mailed: v.boolean() }),
      ),
      messageId: v.exactOptional(v.string()),
    }),
  ]),
  at: v.number(),
});

const QUESTIONS = new Association(Model.MISC, 'questions');
const ofId = (id: string): Association => new Association(Model.MISC, `question-${id}`);

/** Questions that wait for a click. What is to be done stands in the record, because the click comes from outside. */
export function questions({ read, persistence }: Pick<Accessors, 'read' | 'persistence'>): Questions {
  return {
    async put(question) {
      await persistence.createWithAssociations({ ...question }, [ofId(question.id), QUESTIONS]);
    },
    all: () => readRecords(read, QuestionShape, QUESTIONS),
    find: async (id) => (await readRecords(read, QuestionShape, ofId(id)))[0],
    async drop(id) {
      await persistence.removeByAssociations([ofId(id), QUESTIONS]);
    },
  };
}
