import { isClosed } from '../../domain/closing';
import type { ChatUser } from '../../domain/member';
import { errorSentence } from '../../text/error-sentence';
import { momentText } from '../../text/moment';
import type { Translate } from '../../text/translate';
import type { ByHand } from '../../usecases/close-by-hand';
import { changeText } from './render-write';

/** @returns what became of the ticket that somebody has closed, and of its room */
export function closedText(done: ByHand, { utcOffset }: Pick<ChatUser, 'utcOffset'>, language: string, say: Translate): string {
  return lines(changeText('state', done.change, say), refusalText(done, say) ?? roomText(done, utcOffset, language, say));
}

/** @returns the same for a ticket that is open again */
export function reopenedText(done: ByHand, say: Translate): string {
  return lines(changeText('state', done.change, say), refusalText(done, say) ?? (done.room === 'open' ? say('reopen.room') : ''));
}

function roomText({ room, closing }: ByHand, utcOffset: number | undefined, language: string, say: Translate): string {
  switch (room) {
    case 'linked':
      return say('close.room_linked');
    case 'later':
      return say('close.room_later');
    case 'closing':
      if (closing && isClosed(closing)) return say('close.room_closed');
      return closing?.phase === 'announced'
        ? say('close.room_announced', { at: momentText(closing.dueAt, language, utcOffset) })
        : say('close.room_now');
    case 'open':
    case 'as_it_was':
      return '';
  }
}

const refusalText = ({ refusal }: ByHand, say: Translate): string | undefined =>
  refusal && say('close.room_refused', { cause: errorSentence(refusal, say) });

const lines = (...all: readonly string[]): string => all.filter((line) => line !== '').join('\n');
