import { QUESTION_NO, QUESTION_YES } from '../../domain/question';
import { errorSentence } from '../../text/error-sentence';
import { inertLine } from '../../text/inert';
import type { Translate } from '../../text/translate';
import type { Adoption } from '../../usecases/adopt-rooms';
import type { AdoptionList, NotOffered, Offer } from '../../usecases/find-adoptable';
import type { Answer } from './command';
import { keptText } from './render-write';

/** More of what is not offered nobody reads. */
const MOST_NOT_OFFERED = 10;

/** The rooms that may be taken over, and the question whether to. */
export function adoptionList(list: AdoptionList, say: Translate): Answer {
  const { offers, notOffered, more, tickets, limited, questionId } = list;
  const count = offers.length;
  const lines = [
    ...(count === 0
      ? [say('adopt.none', { tickets })]
      : [say('adopt.found', { tickets, count }), ...offers.map((one) => offered(one, say))]),
    ...(notOffered.length > 0 ? [say('adopt.not_offered'), ...hindered(notOffered, say)] : []),
    ...(more > 0 ? [say('adopt.more', { count: more })] : []),
    ...(limited ? [say('adopt.limited', { tickets })] : []),
    ...(count > 0 ? [say('adopt.warning')] : []),
  ];
  if (questionId === undefined) return { text: lines.join('\n') };
  return {
    text: lines.join('\n'),
    buttons: [
      { actionId: QUESTION_YES, value: questionId, label: say('adopt.yes', { count }), style: 'danger' },
      { actionId: QUESTION_NO, value: questionId, label: say('question.no') },
    ],
  };
}

/** What was taken over, what not, and why. */
export function adoptionAnswer(adoptions: readonly Adoption[], say: Translate): string {
  const some = adoptions.some(({ outcome }) => outcome.type === 'adopted');
  return [...adoptions.map((one) => `> ${adoptionLine(one, say)}`), ...(some ? [say('adopt.next')] : [])].join('\n');
}

function offered({ ticketNumber, room, creator, members, messages, ground }: Offer, say: Translate): string {
  const values = { number: inertLine(ticketNumber), room: inertLine(room), creator: inertLine(creator), members, messages, ground };
  return `> ${say('adopt.offer', values)}`;
}

function hindered(all: readonly NotOffered[], say: Translate): string[] {
  const lines = all.slice(0, MOST_NOT_OFFERED).map(({ ticketNumber, room, hindrance }) => {
    const values = { number: inertLine(ticketNumber), room: inertLine(room), why: say(`adopt.why.${hindrance}`) };
    return `> ${say('adopt.hindered', values)}`;
  });
  return [...lines, ...(all.length > MOST_NOT_OFFERED ? ['> …'] : [])];
}

function adoptionLine({ ticketNumber, outcome }: Adoption, say: Translate): string {
  const number = inertLine(ticketNumber);
  switch (outcome.type) {
    case 'adopted': {
      const { written } = outcome;
      const done = say('adopt.adopted', { number });
      if ('refusal' in written) return `${done} ${say('adopt.link_refused', { cause: errorSentence(written.refusal, say) })}`;
      return written.kept ? `${done} ${keptText('RoomLink', written, say)}` : done;
    }
    case 'already':
      return say('adopt.already', { number });
    case 'hindered':
      return say('adopt.not_adopted', { number, why: say(`adopt.why.${outcome.hindrance}`) });
    case 'failed':
      return say('adopt.not_adopted', { number, why: errorSentence(outcome.error, say) });
  }
}
