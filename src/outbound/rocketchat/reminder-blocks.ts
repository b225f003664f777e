import type { LayoutBlock } from '@rocket.chat/ui-kit';
import { hoursAhead } from '../../domain/otobo-time';
import type { SaidStage } from '../../domain/watch';
import { momentText } from '../../text/moment';
import type { Translate } from '../../text/translate';
import { section } from './blocks';

/** A message with this block is a reminder in which something holds. */
export const REMINDER_BLOCK = 'otobo-reminder';
/** One in which nothing does any more; it stays as it is. */
const OVER_BLOCK = 'otobo-reminder-over';

/** In whose language and on whose clock a room is reminded. */
export interface ReminderReader {
  readonly say: Translate;
  readonly language: string;
  readonly timeZone: string;
}

/** @returns a line for each stage that the reminder shows; what is over is struck out */
export function reminderText(stages: readonly SaidStage[], reader: ReminderReader): string {
  const shown = stages.filter((stage) => stage.shown);
  if (shown.length === 0) return reader.say('reminder.nothing');
  return shown.map((stage) => line(stage, reader)).join('\n');
}

function line({ kind, of, percent, over }: SaidStage, { say, language, timeZone }: ReminderReader): string {
  const moment = momentText(of, language, hoursAhead(timeZone, of));
  const text = say(`reminder.${kind}`, { moment, percent: String(percent) });
  return over ? say('reminder.over', { text }) : `:bell: ${text}`;
}

/** The reminder as Rocket.Chat's blocks. */
export function reminderBlocks(text: string, stages: readonly SaidStage[], appId: string): LayoutBlock[] {
  const holds = stages.some(({ shown, over }) => shown && !over);
  return [section(appId, holds ? REMINDER_BLOCK : OVER_BLOCK, text)];
}
