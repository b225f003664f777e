import {
  RocketChatAssociationModel as Model,
  RocketChatAssociationRecord as Association,
} from '@rocket.chat/apps-engine/definition/metadata';
import * as v from 'valibot';
import { AUDIT_DAYS, auditDay, auditDays, AUDITED, type AuditEntry } from '../../domain/audit';
import type { Audit, Time } from '../../usecases/ports';
import type { Accessors } from './accessors';
import { readRecords } from './records';

/** For so long before that, days are cleared away; whoever had the app disabled for longer keeps what is older. */
const CLEARED_DAYS = 366;

const EntryShape: v.GenericSchema<unknown, AuditEntry> = v.object({
  what: v.picklist(AUDITED),
  ticketNumber: v.exactOptional(v.string()),
  roomId: v.exactOptional(v.string()),
  by: v.exactOptional(v.string()),
  detail: v.exactOptional(v.string()),
  at: v.number(),
  requestId: v.string(),
});

const ofDay = (day: string): Association => new Association(Model.MISC, `audit-${day}`);
const ofTicket = (ticketNumber: string): Association => new Association(Model.MISC, `audit-of-ticket-${ticketNumber}`);

/**
 * Entries are only ever inserted, and filed by their day, so that the newest are found without reading all of them, and a whole day can be
 * cleared away; and by their ticket.
 *
 * @param requestId of the call that these ports are made for
 */
export function audit(
  { read, persistence, log }: Pick<Accessors, 'read' | 'persistence' | 'log'>,
  { now }: Pick<Time, 'now'>,
  requestId: string,
): Audit {
  async function newestByDay(limit: number): Promise<AuditEntry[]> {
    const found: AuditEntry[] = [];
    for (const day of auditDays(now(), 0, AUDIT_DAYS)) {
      found.push(...newestFirst(await readRecords(read, EntryShape, ofDay(day))));
      if (found.length >= limit) break;
    }
    return found;
  }

  return {
    async note(event) {
      try {
        log.info({ msg: 'audit', requestId, ...event });
        const at = now();
        const { ticketNumber } = event;
        await persistence.createWithAssociations({ ...event, at, requestId }, [
          ofDay(auditDay(at)),
          ...(ticketNumber === undefined ? [] : [ofTicket(ticketNumber)]),
        ]);
      } catch (error) {
        // What was done is done, whether or not it could be taken down.
        log.error({ msg: 'audit: not taken down', requestId, ...event, error: String(error) });
      }
    },
    async recent({ ticketNumber, limit }) {
      const found =
        ticketNumber === undefined ? await newestByDay(limit) : newestFirst(await readRecords(read, EntryShape, ofTicket(ticketNumber)));
      return found.slice(0, limit);
    },
    async forgetOld() {
      for (const day of auditDays(now(), AUDIT_DAYS, CLEARED_DAYS)) await persistence.removeByAssociations([ofDay(day)]);
    },
  };
}

const newestFirst = (entries: readonly AuditEntry[]): AuditEntry[] => [...entries].reverse().sort((a, b) => b.at - a.at);
