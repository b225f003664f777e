/** Records of which there may be very many are filed under one of so many shards, because they can only be read all at once. */
export const SHARDS = 64;

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** @returns which shard a ticket's records are in: always the same one, and each shard about as often (FNV-1a) */
export function shardOf(ticketId: string): number {
  let hash = OFFSET;
  for (let at = 0; at < ticketId.length; at += 1) hash = Math.imul(hash ^ ticketId.charCodeAt(at), PRIME);
  return (hash >>> 0) % SHARDS;
}
