import { readMoment } from '../../../domain/duration';
import { AppError } from '../../../domain/errors';
import { momentText } from '../../../text/moment';
import { changeTicket, type Wish } from '../../../usecases/change-ticket';
import { changeText } from '../../commands/render-write';
import { chatRulesOf } from '../../policy';
import type { FilledIn, FormKind } from './form';

/** When somebody names a day and no time. */
const USUAL_TIME = '09:00';

/** Sets a state; with a day, a pending one. */
export const stateForm: FormKind = {
  main: 'state',
  words: 'state',
  places: { state_needs_time: 'day', time_unknown: 'time', time_past: 'day' },
  async send(filled) {
    const { by, place, value, settings, ports, say, language } = filled;
    const typed = value('state').trim();
    if (typed === '') throw new AppError('choice_missing');
    const until = endOf(filled);
    const wish: Wish = until === undefined ? { field: 'state', typed } : { field: 'pending', typed, until };
    const change = await changeTicket({ user: by, place, wish }, chatRulesOf(settings), ports);
    if (until === undefined) return { text: changeText('state', change, say) };
    return { text: changeText('pending', change, say, momentText(until, language, by.utcOffset)) };
  },
};

/** @returns when the ticket stops waiting, on the person's clock, in milliseconds since the epoch; nothing where they named no day */
function endOf({ by, value, ports, language }: FilledIn): number | undefined {
  const [day, time] = [value('day').trim(), value('time').trim()];
  if (day === '') {
    if (time !== '') throw new AppError('time_unknown', { time });
    return undefined;
  }
  const now = ports.time.now();
  const moment = readMoment([day, time || USUAL_TIME], now, by.utcOffset);
  if (!moment || moment.rest.length > 0) throw new AppError('time_unknown', { time: `${day} ${time}`.trim() });
  if (moment.at <= now) throw new AppError('time_past', { time: momentText(moment.at, language, by.utcOffset) });
  return moment.at;
}
