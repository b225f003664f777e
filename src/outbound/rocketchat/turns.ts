import {
  RocketChatAssociationModel as Model,
  RocketChatAssociationRecord as Association,
} from '@rocket.chat/apps-engine/definition/metadata';
import * as v from 'valibot';
import type { Turn } from '../../domain/turn';
import type { Turns } from '../../usecases/ports';
import type { Accessors } from './accessors';
import { readRecords } from './records';

const TurnShape: v.GenericSchema<unknown, Turn> = v.object({ subject: v.string(), nonce: v.string(), at: v.number() });

const ofSubject = (subject: string): Association => new Association(Model.MISC, `turn-of-${subject}`);
const ofNonce = (nonce: string): Association => new Association(Model.MISC, `turn-${nonce}`);

/** Turns are only ever inserted and removed, never changed. */
export function turns({ read, persistence }: Pick<Accessors, 'read' | 'persistence'>): Turns {
  return {
    async put(turn) {
      await persistence.createWithAssociations({ ...turn }, [ofNonce(turn.nonce), ofSubject(turn.subject)]);
    },
    of: (subject) => readRecords(read, TurnShape, ofSubject(subject)),
    async drop({ nonce, subject }) {
      await persistence.removeByAssociations([ofNonce(nonce), ofSubject(subject)]);
    },
  };
}
