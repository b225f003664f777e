/** What a room may be reminded of. */
export const REMINDERS = ['pending', 'escalation', 'silence'] as const;
export type Reminder = (typeof REMINDERS)[number];
