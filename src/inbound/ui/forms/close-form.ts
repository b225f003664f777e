import { articleText } from '../../../domain/article-text';
import { AppError } from '../../../domain/errors';
import { errorSentence } from '../../../text/error-sentence';
import { closeByHand } from '../../../usecases/close-by-hand';
import { writeNote } from '../../../usecases/write-note';
import { closedText } from '../../commands/render-closing';
import { givenBack, noteText } from '../../commands/render-write';
import { chatRulesOf, noteRulesOf } from '../../policy';
import type { FilledIn, FormKind } from './form';

/** Closes the room's ticket, and writes a note about its outcome where there is one. */
export const closeForm: FormKind = {
  main: 'state',
  words: 'note',
  places: { text_too_long: 'note' },
  async send(filled) {
    const { by: user, place, value, settings, ports, say, language } = filled;
    const note = value('note').trim() === '' ? undefined : articleText(value('note'));
    const wish = { field: 'state', typed: value('state').trim() || settings.defaults.closed, kind: 'closed' } as const;
    const closed = await closeByHand({ user, place, wish }, chatRulesOf(settings), ports);
    const noted = note === undefined ? [] : [await outcomeNoted(note, filled)];
    return { text: [closedText(closed, user, language, say), ...noted].join('\n') };
  },
};

/** After the closing: a form that is refused is sent again, and would write the note twice. */
async function outcomeNoted(text: string, { by: user, place, settings, ports, say }: FilledIn): Promise<string> {
  try {
    const { ticket, outcome } = await writeNote({ user, place, text }, noteRulesOf(settings), ports);
    return noteText(ticket.number, outcome, say);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return `${errorSentence(error, say)}\n${givenBack(text, say)}`;
  }
}
