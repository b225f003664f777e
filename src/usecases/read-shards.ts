import { SHARDS } from '../domain/shard';
import type { Told } from '../domain/told';
import type { Watch } from '../domain/watch';
import type { Ports } from './ports';

/** So many shards are read at once: enough that a pass over few rooms is over at once, and not so many that one over many takes much memory. */
const SIDE_BY_SIDE = 8;

/** What is written down about the rooms of one shard. */
export interface ShardRecords {
  readonly told: readonly Told[];
  readonly watches: readonly Watch[];
}

/** @returns what gives the records of one shard after the other; it reads some ahead */
export function shardReader({ told, watches }: Pick<Ports, 'told' | 'watches'>): (shard: number) => Promise<ShardRecords> {
  let ahead = new Map<number, ShardRecords>();
  return async (shard) => {
    if (!ahead.has(shard)) {
      const shards = Array.from({ length: Math.min(SIDE_BY_SIDE, SHARDS - shard) }, (_, more) => shard + more);
      const records = await Promise.all(shards.map(async (one) => Promise.all([told.ofShard(one), watches.ofShard(one)])));
      ahead = new Map(records.map(([known, watched], at) => [shard + at, { told: known, watches: watched }]));
    }
    return ahead.get(shard) ?? { told: [], watches: [] };
  };
}
