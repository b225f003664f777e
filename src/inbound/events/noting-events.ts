import { randomUUID } from 'crypto';
import * as v from 'valibot';
import { AppError, type ErrorCode } from '../../domain/errors';
import type { NotingSign } from '../../domain/noting';
import { isReaction } from '../../domain/reaction';
import type { Settings } from '../../settings/snapshot';
import { errorSentence } from '../../text/error-sentence';
import { type Translate, translator } from '../../text/translate';
import { type MarkedMessage, markedMessage, noteMessage } from '../../usecases/note-message';
import type { Ports } from '../../usecases/ports';
import { announceSlow } from '../announce-slow';
import type { RequestAccessors, Wiring } from '../api/endpoint';
import { notedText } from '../commands/render-write';
import { notingRulesOf } from '../policy';
import { stackOf } from '../stack-of';

type EventWiring = Pick<Wiring, 'settings' | 'ports'>;

const named = v.object({ id: v.pipe(v.string(), v.nonEmpty()) });
const about = { message: v.object({ ...named.entries, room: named }), user: named };

const ReactedShape = v.object({ ...about, reaction: v.string(), isReacted: v.literal(true) });
const PinnedShape = v.object({ ...about, isPinned: v.literal(true) });

/**
 * Who has been told that the sign is for agents, by person and room. It lives as long as the sandbox: at worst somebody is told again.
 */
export type Outsiders = Set<string>;
/** More are not remembered. */
const MOST_OUTSIDERS = 1_000;
/** Somebody without any part in the ticket's work. */
const OUTSIDE: readonly ErrorCode[] = ['agent_unknown', 'agent_role_missing', 'ticket_hidden'];

/** Somebody has given a message a reaction. Of all reactions in the workspace only the chosen one costs anything. */
export function messageReacted(context: unknown, accessors: RequestAccessors, wiring: EventWiring, outsiders: Outsiders): Promise<void> {
  const event = v.safeParse(ReactedShape, context);
  if (!event.success) return Promise.resolve();
  const { reaction } = event.output;
  return withSettings(accessors, wiring, async (settings) => {
    if (isReaction(reaction, settings.noteReaction)) await signGiven('reaction', event.output, settings, accessors, wiring, outsiders);
  });
}

/** Somebody has pinned a message. */
export function messagePinned(context: unknown, accessors: RequestAccessors, wiring: EventWiring, outsiders: Outsiders): Promise<void> {
  const event = v.safeParse(PinnedShape, context);
  if (!event.success) return Promise.resolve();
  return withSettings(accessors, wiring, async (settings) => {
    if (settings.notePinned) await signGiven('pin', event.output, settings, accessors, wiring, outsiders);
  });
}

/** Never throws: on some servers, an exception would end what the person was doing. */
async function withSettings(accessors: RequestAccessors, wiring: EventWiring, act: (settings: Settings) => Promise<void>): Promise<void> {
  try {
    await act(await wiring.settings(accessors.read));
  } catch (error) {
    accessors.log.error({ msg: 'sign not used', error: stackOf(error) });
  }
}

async function signGiven(
  sign: NotingSign,
  { message: { id: messageId, room }, user }: v.InferOutput<typeof PinnedShape> | v.InferOutput<typeof ReactedShape>,
  settings: Settings,
  accessors: RequestAccessors,
  wiring: EventWiring,
  outsiders: Outsiders,
): Promise<void> {
  const { log } = accessors;
  const ports = wiring.ports(accessors, settings);
  const rules = notingRulesOf(settings);
  const marked = await markedMessage({ sign, userId: user.id, messageId, roomId: room.id }, rules, ports);
  if (!marked) return;
  const { user: by, place } = marked;
  const say = translator(by.language ?? (await ports.workspace.language()));
  const running = answer(marked, sign, settings, ports, say, log);
  await announceSlow(running, () => ports.notices.tell(by, place, say('command.working')), ports.time, log);
  const { code, text } = await running;
  log.info({ msg: 'message to be noted', sign, user: by.username, room: place.roomId, outcome: code });
  const who = `${by.id} ${place.roomId}`;
  if (code === 'outsider' && outsiders.has(who)) return;
  await ports.notices.tell(by, place, text);
  if (code === 'outsider' && outsiders.size < MOST_OUTSIDERS) outsiders.add(who);
}

/** @returns what is said to who wants a message noted, and what it was about for the log */
async function answer(
  marked: MarkedMessage,
  sign: NotingSign,
  settings: Settings,
  ports: Ports,
  say: Translate,
  log: RequestAccessors['log'],
): Promise<{ readonly code: string; readonly text: string }> {
  try {
    if (settings.paused) throw new AppError('paused');
    const noting = await noteMessage(marked, notingRulesOf(settings), ports);
    return { code: noting.type, text: notedText(noting, marked.message.sender, marked.ticket.number, say) };
  } catch (error) {
    if (!(error instanceof AppError)) {
      const requestId = randomUUID();
      log.error({ msg: 'unexpected', requestId, error: stackOf(error) });
      return { code: 'internal_error', text: `${say('error.internal_error')}\nRequestID: ${requestId}` };
    }
    const { code, internal } = error;
    if (OUTSIDE.includes(code)) return { code: 'outsider', text: say('noted.outsider', { sign, reaction: settings.noteReaction }) };
    if (internal !== undefined) log.warn({ msg: 'note of a message: what OTOBO said', code, internal });
    return { code, text: errorSentence(error, say) };
  }
}
