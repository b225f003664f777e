import {
  RocketChatAssociationModel as Model,
  RocketChatAssociationRecord as Association,
} from '@rocket.chat/apps-engine/definition/metadata';
import * as v from 'valibot';
import { RIGHTS } from '../../domain/agent';
import { type ErrorCode, ERRORS } from '../../domain/errors';
import type { Write } from '../../domain/write';
import type { Outbox } from '../../usecases/ports';
import type { Accessors } from './accessors';
import { readRecords } from './records';

const article = { subject: v.string(), body: v.string(), from: v.exactOptional(v.string()) };

/** Their contents are read when they are handed over. */
export const FileShape = v.object({ id: v.string(), name: v.string(), type: v.string(), gone: v.string() });
const files = { files: v.exactOptional(v.array(FileShape)) };

const fields = {
  state: v.exactOptional(v.string()),
  priority: v.exactOptional(v.string()),
  owner: v.exactOptional(v.string()),
  pendingUntil: v.exactOptional(v.number()),
};

const ChangeShape = v.variant('type', [
  v.object({ type: v.literal('Note'), ...article, ...files }),
  v.object({ type: v.literal('Reply'), ...article, mailed: v.boolean() }),
  v.object({ type: v.literal('Fields'), ...fields, was: v.exactOptional(v.object(fields)) }),
  // What it says is kept apart.
  v.object({
    type: v.literal('Transcript'),
    roomId: v.string(),
    from: v.exactOptional(v.string()),
    subject: v.string(),
    visible: v.boolean(),
  }),
  v.object({ type: v.literal('RoomLink'), roomId: v.string(), url: v.string() }),
  v.object({
    type: v.literal('Create'),
    ...article,
    ...files,
    title: v.string(),
    queue: v.string(),
    ticketType: v.exactOptional(v.string()),
    state: v.string(),
    priority: v.string(),
    owner: v.exactOptional(v.string()),
    customer: v.exactOptional(v.string()),
  }),
]);

// as: these are its keys
const CODES = Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]];

const FailureShape = v.object({
  // Another version of the app may have had errors that this one does not know: what waits is not lost for that.
  code: v.fallback(v.picklist(CODES), 'internal_error'),
  details: v.record(v.string(), v.string()),
  at: v.number(),
});

export const WriteShape: v.GenericSchema<unknown, Write> = v.object({
  id: v.string(),
  ticketId: v.exactOptional(v.string()),
  change: ChangeShape,
  by: v.exactOptional(
    v.object({
      userId: v.string(),
      username: v.string(),
      roomId: v.string(),
      threadId: v.exactOptional(v.string()),
    }),
  ),
  right: v.exactOptional(v.picklist(RIGHTS)),
  at: v.number(),
  notBefore: v.number(),
  attempts: v.number(),
  wrong: v.exactOptional(v.number()),
  failure: v.exactOptional(FailureShape),
  givenUpAt: v.exactOptional(v.number()),
});

const OUTBOX = new Association(Model.MISC, 'outbox');
const ofId = (id: string): Association[] => [new Association(Model.MISC, `outbox-${id}`), OUTBOX];

/** One record per write, from before the first try until OTOBO has taken or refused it, or somebody has dropped it. */
export function outbox({ read, persistence }: Pick<Accessors, 'read' | 'persistence'>): Outbox {
  return {
    async put(write) {
      await persistence.createWithAssociations({ ...write }, ofId(write.id));
    },
    async update(write) {
      await persistence.updateByAssociations(ofId(write.id), { ...write }, false);
    },
    async drop(id) {
      await persistence.removeByAssociations(ofId(id));
    },
    find: async (id) => (await readRecords(read, WriteShape, ...ofId(id)))[0],
    all: async () => (await readRecords(read, WriteShape, OUTBOX)).sort((a, b) => a.at - b.at),
  };
}
