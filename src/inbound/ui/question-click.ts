import { AppError } from '../../domain/errors';
import { errorSentence } from '../../text/error-sentence';
import type { Translate } from '../../text/translate';
import { adoptRooms } from '../../usecases/adopt-rooms';
import { addMember } from '../../usecases/add-member';
import { takeQuestion } from '../../usecases/answer-question';
import { linkRoom } from '../../usecases/link-room';
import { beginTranscript } from '../../usecases/order-transcript';
import { placeOf } from '../../usecases/place-of';
import type { Question } from '../../usecases/ports';
import { replyToCustomer } from '../../usecases/reply-to-customer';
import { adoptionAnswer } from '../commands/render-adopting';
import { addAnswer, linkAnswer } from '../commands/render-linking';
import { givenBack, replyText } from '../commands/render-write';
import { chatRulesOf } from '../policy';
import type { ButtonClick, ClickAnswer } from './answer-click';
import { begunAnswer } from './transcript-dialog';

/**
 * Yes to a question that somebody was asked. Of several clicks one does what was asked about, and everything is checked again: rights, rooms
 * and tickets may have changed since.
 *
 * @returns also what the use case refuses with, because only the question says where it was asked
 * @throws AppError `question_*`
 */
export async function questionConfirmed(click: ButtonClick): Promise<ClickAnswer> {
  const question = await takeQuestion(click.value, click.by.id, click.ports);
  const place = placeOf(question);
  try {
    return { ...(await act(question, click)), place };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { text: [errorSentence(error, click.say), ...typedText(question, click.say)].join('\n'), place, refusal: error };
  }
}

/** The question is gone, and with it what was typed: who could not send it gets it back. */
function typedText({ about }: Question, say: Translate): string[] {
  return about.type === 'SendReply' ? [givenBack(about.text, say)] : [];
}

/** No to such a question. */
export async function questionDropped({ by, value, ports, say }: ButtonClick): Promise<ClickAnswer> {
  const question = await takeQuestion(value, by.id, ports);
  return { text: say('question.dropped'), place: placeOf(question) };
}

/** @returns also what something of it was refused with, where the rest was done */
async function act(question: Question, { by, settings, ports, say }: ButtonClick): Promise<Omit<ClickAnswer, 'place'>> {
  const rules = chatRulesOf(settings);
  const place = placeOf(question);
  const { about } = question;
  switch (about.type) {
    case 'LinkPublicRoom':
      return linkAnswer(await linkRoom({ sender: by, place, ticketId: about.ticketId, confirmed: true }, rules, ports), place, say);
    case 'AddMember': {
      const { username } = about;
      return addAnswer(await addMember({ sender: by, place, username, confirmed: true }, rules, ports), username, say);
    }
    case 'AdoptRooms': {
      const adoptions = await adoptRooms(by, about.rooms, rules, ports);
      const [refusal] = adoptions.flatMap(({ outcome }) => (outcome.type === 'failed' ? [outcome.error] : []));
      return { text: adoptionAnswer(adoptions, say), ...(refusal && { refusal }) };
    }
    case 'ShowTranscript':
      await beginTranscript(about.wish, by, ports);
      return begunAnswer(about.wish, say);
    case 'ChooseTranscript':
    case 'FillIn':
    case 'LookAt':
      // That is answered in its dialog; a click on it is made up.
      throw new AppError('question_settled');
    case 'SendReply': {
      const outcome = await replyToCustomer({ ...question, about }, by, { ...rules, allowReplies: settings.allowReplies }, ports);
      return { text: replyText(outcome, say) };
    }
  }
}
