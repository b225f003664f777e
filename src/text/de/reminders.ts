import type { reminders as en } from '../en/reminders';

export const reminders: Readonly<Record<keyof typeof en, string>> = {
  'reminder.pending': 'Die Wartezeit dieses Tickets ist am {moment} abgelaufen.',
  'reminder.escalation':
    '{percent, select, 75 {Mehr als drei Viertel der Zeit sind vorbei: Dieses Ticket eskaliert am {moment}.} 90 {Mehr als neun Zehntel der Zeit sind vorbei: Dieses Ticket eskaliert am {moment}.} other {Dieses Ticket ist am {moment} eskaliert.}}',
  'reminder.silence': 'Das Ticket ist offen, und seit dem {moment} hat hier niemand etwas gesagt.',
  'reminder.over': '~{text}~ Das ist erledigt.',
  'reminder.nothing': 'Es gibt nichts mehr, woran zu erinnern wäre.',
};
