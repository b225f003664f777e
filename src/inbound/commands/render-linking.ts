import { QUESTION_NO, QUESTION_YES } from '../../domain/question';
import { inertLine, link } from '../../text/inert';
import { errorSentence } from '../../text/error-sentence';
import type { TextKey } from '../../text/en';
import type { Translate } from '../../text/translate';
import type { AddOutcome } from '../../usecases/add-member';
import type { RoomOutcome } from '../../usecases/answers';
import type { LinkOutcome } from '../../usecases/link-room';
import type { Opened } from '../../usecases/open-by-number';
import type { Button, Place } from '../../usecases/ports';
import type { Unlinked } from '../../usecases/unlink-room';
import type { RoomLinkWritten } from '../../usecases/write-room-link';
import type { Answer } from './command';
import { keptText } from './render-write';

/** What came of linking, or the question before it. */
export function linkAnswer(outcome: LinkOutcome, { threadId }: Place, say: Translate): Answer {
  const number = inertLine(outcome.ticket.number);
  const thread = threadId === undefined ? [] : [say('link.thread')];
  if (outcome.type === 'ask')
    return { text: lines(say('link.ask', { number }), ...thread), buttons: choice(outcome.questionId, 'link.yes', say) };
  const { origin, written } = outcome;
  const done = outcome.type === 'linked' ? say('link.done', { number }) : say('link.already', { number, origin });
  return { text: lines(done, ...thread, ...writtenLines(written, 'link.refused', say)) };
}

export function unlinkAnswer({ ticketNumber, written }: Unlinked, say: Translate): Answer {
  return { text: lines(say('unlink.done', { number: inertLine(ticketNumber) }), ...writtenLines(written, 'unlink.refused', say)) };
}

export function addAnswer(outcome: AddOutcome, username: string, say: Translate): Answer {
  const user = inertLine(username);
  if (outcome.type === 'ask') return { text: say('add.ask', { user }), buttons: choice(outcome.questionId, 'add.yes', say) };
  return { text: say(outcome.type === 'added' ? 'add.done' : 'add.present', { user }) };
}

/** Who is not in the room is not given its name; who can let them in is. */
export function openAnswer({ ticketNumber, outcome, inside, address, written }: Opened, username: string, say: Translate): Answer {
  const { result, members, room } = outcome;
  const owner = inertLine(room?.owner.username ?? '') || 'none';
  const missing = members.unresolved.map(({ name, login, email, reason }) => {
    const who = inertLine(name ?? login ?? email ?? '?');
    return reason ? `${who} (${say(`reason.${reason}`)})` : who;
  });
  return {
    text: lines(
      say(result === 'created' || result === 'reopened' ? `open.${result}` : 'open.existing', { number: inertLine(ticketNumber) }),
      inside ? link(say('open.go'), address) : say('open.outside', { owner, you: inertLine(username) }),
      ...(members.added.length > 0 ? [say('open.added', { people: named(members.added.flatMap((one) => one.username ?? [])) })] : []),
      ...(missing.length > 0 ? [say('card.missing', { count: missing.length, people: missing.join(', ') })] : []),
      ...writtenLines(written, 'open.refused', say),
    ),
  };
}

export function syncAnswer({ actions }: RoomOutcome, say: Translate): Answer {
  if (actions.length === 0) return { text: say('sync.unchanged') };
  const done = actions.map((action) => {
    const people =
      'members' in action
        ? action.members
        : 'people' in action
          ? action.people.map(({ username }) => username)
          : 'to' in action
            ? [action.to.username]
            : [];
    return `> ${say(`sync.${action.type}`, { people: named(people) })}`;
  });
  return { text: lines(say('sync.done'), ...done) };
}

/** @returns whether the ticket shows its room, where that is not a matter of course */
function writtenLines(written: RoomLinkWritten, refused: TextKey, say: Translate): string[] {
  if ('refusal' in written) return [say(refused, { cause: errorSentence(written.refusal, say) })];
  return written.kept ? [keptText('RoomLink', written, say)] : [];
}

/** The buttons under a question. */
function choice(questionId: string, yes: TextKey, say: Translate): Button[] {
  return [
    { actionId: QUESTION_YES, value: questionId, label: say(yes), style: 'primary' },
    { actionId: QUESTION_NO, value: questionId, label: say('question.no') },
  ];
}

const named = (usernames: readonly string[]): string => usernames.map(inertLine).join(', ');

const lines = (...all: readonly string[]): string => all.join('\n');
