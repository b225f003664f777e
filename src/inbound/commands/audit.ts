import { AUDIT_DAYS, type AuditEntry } from '../../domain/audit';
import { inertLine } from '../../text/inert';
import { momentText } from '../../text/moment';
import { readAudit } from '../../usecases/read-audit';
import { rightsOf } from '../policy';
import type { Command, CommandCall } from './command';
import { referenceIn } from './reference';

/** Shows admins who did what from the chat. */
export const audit: Command = {
  name: 'audit',
  aliases: ['verlauf', 'history'],
  takes: [{ name: 'ticket', optional: true }],
  action: 'admin',
  about: 'command.audit.about',
  async run(call) {
    const { sender, settings, ports, say } = call;
    const { entries, ticketNumber } = await readAudit(sender, referenceIn(call), rightsOf(settings), ports);
    if (entries.length === 0) return { text: say('audit.none', { days: AUDIT_DAYS, number: inertLine(ticketNumber ?? 'none') }) };
    return { text: [say('audit.newest'), ...entries.map((entry) => `> ${entryLine(entry, call)}`)].join('\n') };
  },
};

function entryLine({ at, by, what, detail, ticketNumber }: AuditEntry, { say, language, sender }: CommandCall): string {
  const done = say(`audit.${what}`);
  return [
    momentText(at, language, sender.utcOffset),
    by === undefined ? say('audit.by_app') : inertLine(by),
    detail === undefined ? done : `${done} (${inertLine(detail)})`,
    ...(ticketNumber === undefined ? [] : [say('audit.about', { number: inertLine(ticketNumber) })]),
  ].join(' · ');
}
