import type { AppError } from '../domain/errors';
import type { ChatUser } from '../domain/member';
import type { Change, Failure, Write, Written } from '../domain/write';
import { errorSentence } from '../text/error-sentence';
import { inert, inertLine } from '../text/inert';
import { type Translate, translator } from '../text/translate';
import type { Ports } from './ports';

type Telling = Pick<Ports, 'notices' | 'workspace'>;

/** Tells somebody, where they were, that OTOBO has at last taken what was kept. Of a transcript its own course tells. */
export async function tellSent({ by, change }: Write, { ticketNumber }: Written, user: ChatUser, ports: Telling): Promise<void> {
  if (!by || change.type === 'Transcript') return;
  const say = await inLanguageOf(user, ports);
  await ports.notices.tell(user, by, say('outbox.sent', { what: what(change, say), number: inertLine(ticketNumber) }));
}

/** Tells somebody, in a direct message, that OTOBO will not get what was kept, with all they had typed. */
export async function tellLost({ change }: Write, error: AppError, user: ChatUser, ports: Telling): Promise<void> {
  if (change.type === 'Transcript') return;
  const say = await inLanguageOf(user, ports);
  const lost = say(error.code === 'changed_meanwhile' ? 'outbox.overtaken' : 'outbox.lost', { what: what(change, say) });
  await ports.notices.write(user, `${lost}\n${errorSentence(error, say)}\n\n${inert(typed(change))}`);
}

/** Tells somebody, in a direct message, that the app has given up what was kept, with all they had typed. */
export async function tellGivenUp({ change }: Write, failure: Failure, user: ChatUser, ports: Telling): Promise<void> {
  const say = await inLanguageOf(user, ports);
  const given = say('outbox.given_up', { what: what(change, say) });
  await ports.notices.write(user, `${given}\n${errorSentence(failure, say)}\n\n${inert(typed(change))}`);
}

/**
 * Tells somebody, in a direct message, that what was kept is kept no longer, with all they had typed.
 *
 * @param by user name of who dropped it
 */
export async function tellBack({ change }: Write, why: 'dropped' | 'fell_out', user: ChatUser, ports: Telling, by = ''): Promise<void> {
  if (change.type === 'Transcript') return;
  const say = await inLanguageOf(user, ports);
  await ports.notices.write(user, `${say(`outbox.${why}`, { what: what(change, say), by: inertLine(by) })}\n\n${inert(typed(change))}`);
}

async function inLanguageOf({ language }: ChatUser, { workspace }: Telling): Promise<Translate> {
  return translator(language ?? (await workspace.language()));
}

const what = ({ type }: Change, say: Translate): string => say(`outbox.what.${type}`);

/** The person's own words in a change. */
function typed(change: Change): string {
  switch (change.type) {
    case 'Note':
    case 'Reply':
      return change.body;
    case 'Create':
      return change.body.startsWith(change.title) ? change.body : `${change.title}\n\n${change.body}`;
    case 'Fields': {
      const { state, priority, owner, pendingUntil } = change;
      return [state, priority, owner, pendingUntil === undefined ? undefined : new Date(pendingUntil).toISOString()]
        .filter((value) => value !== undefined)
        .join(', ');
    }
    case 'RoomLink':
      return change.url;
    case 'Transcript':
      return change.subject;
  }
}
