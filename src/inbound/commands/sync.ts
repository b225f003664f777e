import { shorten } from '../../domain/shorten';
import { inertLine } from '../../text/inert';
import { findAdoptable } from '../../usecases/find-adoptable';
import { syncByHand } from '../../usecases/sync-by-hand';
import { adoptionRulesOf, chatRulesOf } from '../policy';
import type { Answer, Command, CommandCall } from './command';
import { referenceIn } from './reference';
import { adoptionList } from './render-adopting';
import { usage } from './render-help';
import { syncAnswer } from './render-linking';
import { foldWord } from './suggest';

const ADOPT: readonly string[] = ['adopt', 'übernehmen'].map(foldWord);
const LONGEST_WORD = 40;

/** Brings the ticket's room into step now; or looks for rooms that the app could take over. */
export const sync: Command = {
  name: 'sync',
  aliases: ['abgleichen'],
  takes: [
    { name: 'adopt', optional: true },
    { name: 'ticket', optional: true },
  ],
  action: 'admin',
  about: 'command.sync.about',
  async run(call) {
    const { sender, place, words, settings, ports, say } = call;
    const [word, ...rest] = words;
    if (word === undefined) return syncAnswer(await syncByHand(sender, place.roomId, chatRulesOf(settings), ports), say);
    if (ADOPT.includes(foldWord(word))) return adopt({ ...call, words: rest });
    return { text: say('adopt.unknown', { word: inertLine(shorten(word, LONGEST_WORD)), usage: usage(sync, say) }) };
  },
};

async function adopt(call: CommandCall): Promise<Answer> {
  const { sender, place, settings, ports, say } = call;
  return adoptionList(await findAdoptable({ sender, place, reference: referenceIn(call) }, adoptionRulesOf(settings), ports), say);
}
