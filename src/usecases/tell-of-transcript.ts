import { AppError } from '../domain/errors';
import type { ChatUser } from '../domain/member';
import { unusableAccount } from '../domain/person-search';
import type { TranscriptWish } from '../domain/transcript-record';
import { errorSentence } from '../text/error-sentence';
import { inertLine } from '../text/inert';
import { type Translate, translator } from '../text/translate';
import { placeOf } from './place-of';
import type { Ports } from './ports';
import type { Outcome } from './write-to-otobo';

type Telling = Pick<Ports, 'notices' | 'workspace' | 'directory' | 'transcripts'>;

/** Tells whoever wants a transcript of a room how far it is. */
export async function tellProgress(roomId: string, ports: Telling): Promise<void> {
  const wish = await ports.transcripts.wish(roomId);
  const user = wish && (await ports.directory.byId(wish.userId));
  if (!user) return;
  const { done, expected } = wish;
  await tell(wish, user, ports, (say) => say('transcript.progress', { done, expected: expected ?? 'unknown' }));
}

/** Tells them that all of it is in the ticket. */
export function tellEnd(wish: TranscriptWish, user: ChatUser, ports: Telling): Promise<void> {
  const { done: count, articles, ticketNumber, visible } = wish;
  const values = { count, articles, number: inertLine(ticketNumber), visible: visible ? 'yes' : 'no' };
  return tell(wish, user, ports, (say) => say(articles > 0 ? 'transcript.done' : 'transcript.done_empty', values));
}

/** Tells them that it waits for OTOBO. */
export function tellKept(
  wish: TranscriptWish,
  user: ChatUser,
  { because }: Extract<Outcome, { kept: true }>,
  ports: Telling,
): Promise<void> {
  return tell(wish, user, ports, (say) => {
    const kept = say('transcript.kept');
    return because === undefined || because.code === 'otobo_unreachable' ? kept : `${kept}\n${errorSentence(because, say)}`;
  });
}

/** Tells them, in a direct message, because nothing else will, that OTOBO does not take it; where the server lets none through, where they were. */
export async function tellRefused(wish: TranscriptWish, error: AppError, ports: Telling): Promise<void> {
  const user = await ports.directory.byId(wish.userId);
  if (!user || unusableAccount(user)) return;
  const say = await inLanguageOf(user, ports);
  const { done, ticketNumber } = wish;
  const text = `${say('transcript.refused', { done, number: inertLine(ticketNumber) })}\n${errorSentence(error, say)}`;
  await ports.notices.write(user, text).catch((refusal: unknown) => {
    if (!(refusal instanceof AppError)) throw refusal;
    return tell(wish, user, ports, () => text);
  });
}

async function tell(wish: TranscriptWish, user: ChatUser, ports: Telling, text: (say: Translate) => string): Promise<void> {
  await ports.notices.tell(user, placeOf(wish), text(await inLanguageOf(user, ports)));
}

async function inLanguageOf({ language }: ChatUser, { workspace }: Telling): Promise<Translate> {
  return translator(language ?? (await workspace.language()));
}
