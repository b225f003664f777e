/** What rooms are reminded of. */
export const reminders = {
  'reminder.pending': 'The waiting time of this ticket ended on {moment}.',
  'reminder.escalation':
    '{percent, select, 75 {More than three quarters of the time have passed: this ticket escalates on {moment}.} 90 {More than nine tenths of the time have passed: this ticket escalates on {moment}.} other {This ticket escalated on {moment}.}}',
  'reminder.silence': 'The ticket is open, and nobody has said anything here since {moment}.',
  'reminder.over': '~{text}~ That is settled.',
  'reminder.nothing': 'There is nothing to be reminded of any more.',
} as const;
