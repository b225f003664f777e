import type { Agent } from '../domain/agent';
import type { Grants } from '../usecases/ports';

/** A reading right is believed for this long; then OTOBO is asked again. */
const BELIEVED_MS = 60_000;

/** What OTOBO has granted lately, by user and ticket. Forgotten when the settings change. */
export interface GrantMemory {
  grants: Map<string, { readonly agent: Agent; readonly at: number }>;
}

export function grants(memory: GrantMemory, now: () => number): Grants {
  const slot = (userId: string, ticketId: string): string => `${userId} ${ticketId}`;
  return {
    find(userId, ticketId) {
      const granted = memory.grants.get(slot(userId, ticketId));
      return granted && now() - granted.at < BELIEVED_MS ? granted.agent : undefined;
    },
    remember(userId, ticketId, agent) {
      for (const [key, { at }] of memory.grants) if (now() - at >= BELIEVED_MS) memory.grants.delete(key);
      memory.grants.set(slot(userId, ticketId), { agent, at: now() });
    },
  };
}
