import {
  RocketChatAssociationModel as Model,
  RocketChatAssociationRecord as Association,
} from '@rocket.chat/apps-engine/definition/metadata';
import * as v from 'valibot';
import type { Bookmark } from '../../domain/bookmark';
import type { PartContent, TranscriptRecord, TranscriptWish } from '../../domain/transcript-record';
import type { Transcripts } from '../../usecases/ports';
import type { Accessors } from './accessors';
import { FileShape, WriteShape } from './outbox';
import { readRecords } from './records';

export const BookmarkShape: v.GenericSchema<unknown, Bookmark> = v.object({
  since: v.number(),
  recent: v.array(v.object({ id: v.string(), at: v.number() })),
  passed: v.number(),
});

export const WishShape: v.GenericSchema<unknown, TranscriptWish> = v.object({
  id: v.string(),
  roomId: v.string(),
  threadId: v.exactOptional(v.string()),
  ticketId: v.string(),
  ticketNumber: v.string(),
  userId: v.string(),
  visible: v.boolean(),
  leaveOut: v.array(v.string()),
  from: BookmarkShape,
  counted: v.number(),
  until: v.number(),
  expected: v.exactOptional(v.number()),
  done: v.number(),
  articles: v.number(),
});

const RecordShape: v.GenericSchema<unknown, TranscriptRecord> = v.object({
  roomId: v.string(),
  acknowledged: v.exactOptional(v.object({ to: BookmarkShape, until: v.number() })),
  part: v.exactOptional(
    v.object({
      write: WriteShape,
      to: BookmarkShape,
      until: v.number(),
      order: v.exactOptional(v.object({ id: v.string(), done: v.number(), articles: v.number() })),
    }),
  ),
  refused: v.exactOptional(v.object({ code: v.string(), details: v.record(v.string(), v.string()), wishId: v.exactOptional(v.string()) })),
});

const ContentShape: v.GenericSchema<unknown, PartContent> = v.object({
  id: v.string(),
  roomId: v.string(),
  body: v.string(),
  html: v.string(),
  files: v.array(FileShape),
});

const LinkedShape = v.object({ at: v.number() });

const named = (name: string): Association => new Association(Model.MISC, name);
const RECORDS = named('transcripts');
const WISHES = named('transcript-wishes');
const recordOf = (roomId: string): Association[] => [named(`transcript-of-${roomId}`), RECORDS];
const wishOf = (roomId: string): Association[] => [named(`transcript-wish-${roomId}`), WISHES];
const linkOf = (roomId: string): Association[] => [named(`linked-at-${roomId}`)];
const contentsOf = (roomId: string): Association => named(`transcript-parts-of-${roomId}`);
const contentOf = (id: string): Association => named(`transcript-part-${id}`);

/** One record per room that has a transcript, one per wish, and one for what the part says that is under way. */
export function transcripts({ read, persistence }: Pick<Accessors, 'read' | 'persistence'>): Transcripts {
  return {
    find: async (roomId) => (await readRecords(read, RecordShape, ...recordOf(roomId)))[0],
    async write(record) {
      await persistence.updateByAssociations(recordOf(record.roomId), { ...record }, true);
    },
    wish: async (roomId) => (await readRecords(read, WishShape, ...wishOf(roomId)))[0],
    wishes: () => readRecords(read, WishShape, WISHES),
    async writeWish(wish) {
      await persistence.updateByAssociations(wishOf(wish.roomId), { ...wish }, true);
    },
    async dropWish(roomId) {
      await persistence.removeByAssociations(wishOf(roomId));
    },
    async putContent(content) {
      await persistence.createWithAssociations({ ...content }, [contentOf(content.id), contentsOf(content.roomId)]);
    },
    content: async (id) => (await readRecords(read, ContentShape, contentOf(id)))[0],
    async dropContents(roomId) {
      await persistence.removeByAssociations([contentsOf(roomId)]);
    },
    async noteLinked(roomId, at) {
      await persistence.updateByAssociations(linkOf(roomId), { at }, true);
    },
    linkedAt: async (roomId) => (await readRecords(read, LinkedShape, ...linkOf(roomId)))[0]?.at,
  };
}
