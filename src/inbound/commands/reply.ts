import { QUESTION_NO, QUESTION_YES } from '../../domain/question';
import { inert, inertLine } from '../../text/inert';
import { askBeforeReply } from '../../usecases/reply-to-customer';
import { chatRulesOf } from '../policy';
import type { Command } from './command';

/** Asks whether a text is to go to the customer of the room's ticket; the button sends it. */
export const reply: Command = {
  name: 'reply',
  aliases: ['antwort', 'antworten'],
  takes: [{ name: 'text' }],
  action: 'reply',
  about: 'command.reply.about',
  async run({ sender, place, text, settings, ports, say }) {
    const rules = { ...chatRulesOf(settings), allowReplies: settings.allowReplies };
    const question = await askBeforeReply({ user: sender, place, text }, rules, ports);
    const values = {
      number: inertLine(question.ticketNumber),
      customer: question.customer === undefined ? 'none' : inertLine(question.customer),
      text: inert(question.text),
      mailed: question.mailed ? 'yes' : 'no',
    };
    return {
      text: say('reply.question', values),
      buttons: [
        { actionId: QUESTION_YES, value: question.questionId, label: say('reply.send'), style: 'primary' },
        { actionId: QUESTION_NO, value: question.questionId, label: say('reply.cancel') },
      ],
    };
  },
};
