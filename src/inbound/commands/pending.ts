import { readMoment } from '../../domain/duration';
import { AppError } from '../../domain/errors';
import { momentText } from '../../text/moment';
import { changeTicket } from '../../usecases/change-ticket';
import { chatRulesOf } from '../policy';
import type { Command } from './command';
import { changeText } from './render-write';

/** Lets the room's ticket wait until a time. Days and times are meant, and shown, on the sender's clock. */
export const pending: Command = {
  name: 'pending',
  aliases: ['warten'],
  takes: [{ name: 'time' }, { name: 'state', optional: true }],
  action: 'state',
  about: 'command.pending.about',
  form: 'state',
  async run({ sender, place, words, settings, ports, say, language }) {
    const now = ports.time.now();
    const moment = readMoment(words, now, sender.utcOffset);
    if (!moment) throw new AppError('time_unknown', { time: words.join(' ') });
    const until = momentText(moment.at, language, sender.utcOffset);
    if (moment.at <= now) throw new AppError('time_past', { time: until });
    const wish = { field: 'pending', typed: moment.rest.join(' ') || settings.defaults.pending, until: moment.at } as const;
    return { text: changeText('pending', await changeTicket({ user: sender, place, wish }, chatRulesOf(settings), ports), say, until) };
  },
};
