import {
  RocketChatAssociationModel as Model,
  RocketChatAssociationRecord as Association,
} from '@rocket.chat/apps-engine/definition/metadata';
import * as v from 'valibot';
import type { RuleOpening, RuleOpenings } from '../../usecases/ports';
import type { Accessors } from './accessors';
import { readRecords } from './records';

const OpeningShape: v.GenericSchema<unknown, RuleOpening> = v.object({ nonce: v.string(), at: v.number() });

const OPENINGS = new Association(Model.MISC, 'rule-openings');
const of = (nonce: string): Association[] => [new Association(Model.MISC, `rule-opening-${nonce}`), OPENINGS];

/** Openings are only ever inserted and removed, never changed. */
export function ruleOpenings({ read, persistence }: Pick<Accessors, 'read' | 'persistence'>): RuleOpenings {
  return {
    async put(opening) {
      await persistence.createWithAssociations({ ...opening }, of(opening.nonce));
    },
    all: () => readRecords(read, OpeningShape, OPENINGS),
    async drop(nonces) {
      await Promise.all(nonces.map((nonce) => persistence.removeByAssociations(of(nonce))));
    },
  };
}
