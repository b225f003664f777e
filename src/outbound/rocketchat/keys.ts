import {
  RocketChatAssociationModel as Model,
  RocketChatAssociationRecord as Association,
} from '@rocket.chat/apps-engine/definition/metadata';
import { randomBytes, randomUUID } from 'crypto';
import * as v from 'valibot';
import type { SigningKey } from '../../domain/mark';
import type { Keys } from '../../usecases/ports';
import type { Accessors } from './accessors';

const KEY = new Association(Model.MISC, 'signing-key');
const KeyShape = v.object({ nonce: v.string(), secret: v.string() });

/** Keys are only ever inserted, so what is remembered may be incomplete, but never wrong. */
export interface KeyMemory {
  keys: readonly SigningKey[];
}

/**
 * The app's signing keys. Two instances that make one at the same moment make two; whoever signs takes the lowest nonce, and
 * every key verifies.
 */
export function keys({ read, persistence }: Pick<Accessors, 'read' | 'persistence'>, memory: KeyMemory): Keys {
  async function reread(): Promise<readonly SigningKey[]> {
    const records: unknown[] = await read.getPersistenceReader().readByAssociation(KEY);
    memory.keys = records.flatMap((record): SigningKey[] => {
      const parsed = v.safeParse(KeyShape, record);
      return parsed.success ? [parsed.output] : [];
    });
    return memory.keys;
  }
  return {
    reread,
    async all() {
      if (memory.keys.length > 0 || (await reread()).length > 0) return memory.keys;
      await persistence.createWithAssociation({ nonce: randomUUID(), secret: randomBytes(32).toString('hex') }, KEY);
      return reread();
    },
  };
}
