import type { AppError } from '../domain/errors';
import type { ChatUser } from '../domain/member';
import type { Change, Write, Written } from '../domain/write';
import { errorSentence } from '../text/error-sentence';
import { inert } from '../text/inert';
import { type Translate, translator } from '../text/translate';
import type { Ports } from './ports';

type Telling = Pick<Ports, 'notices' | 'workspace'>;

/** Tells somebody, where they were, that OTOBO has at last taken what was kept. */
export async function tellSent({ by, change }: Write, { ticketNumber }: Written, user: ChatUser, ports: Telling): Promise<void> {
  if (!by) return;
  const say = await inLanguageOf(user, ports);
  await ports.notices.tell(user, by, say('outbox.sent', { what: what(change, say), number: ticketNumber }));
}

/** Tells somebody, in a direct message, that OTOBO will not take what was kept, with all they had typed. */
export async function tellLost({ change }: Write, error: AppError, user: ChatUser, ports: Telling): Promise<void> {
  const say = await inLanguageOf(user, ports);
  const lost = say('outbox.lost', { what: what(change, say) });
  await ports.notices.write(user, `${lost}\n${errorSentence(error, say)}\n\n${inert(typed(change))}`);
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
      return change.title;
    case 'Fields': {
      const { state, priority, owner, pendingUntil } = change;
      return [state, priority, owner, pendingUntil === undefined ? undefined : new Date(pendingUntil).toISOString()]
        .filter((value) => value !== undefined)
        .join(', ');
    }
    case 'RoomLink':
      return change.url;
  }
}
