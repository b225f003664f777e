import { askBeforeReply } from '../../usecases/reply-to-customer';
import { chatRulesOf } from '../policy';
import type { Command } from './command';
import { replyQuestion } from './render-write';

/** Asks whether a text is to go to the customer of the room's ticket; the button sends it. */
export const reply: Command = {
  name: 'reply',
  aliases: ['antwort', 'antworten'],
  takes: [{ name: 'text' }],
  action: 'reply',
  about: 'command.reply.about',
  form: 'write',
  async run({ sender, place, text, settings, ports, say }) {
    const rules = { ...chatRulesOf(settings), allowReplies: settings.allowReplies };
    return replyQuestion(await askBeforeReply({ user: sender, place, text }, rules, ports), say);
  },
};
