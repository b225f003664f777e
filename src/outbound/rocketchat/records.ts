import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { RocketChatAssociationRecord as Association } from '@rocket.chat/apps-engine/definition/metadata';
import * as v from 'valibot';

/** @returns the app's records that have all these associations; one of another shape is somebody's leftover and does not count */
export async function readRecords<T>(read: IRead, shape: v.GenericSchema<unknown, T>, ...associations: Association[]): Promise<T[]> {
  const records: unknown[] = await read.getPersistenceReader().readByAssociations(associations);
  return records.flatMap((record): T[] => {
    const parsed = v.safeParse(shape, record);
    return parsed.success ? [parsed.output] : [];
  });
}
