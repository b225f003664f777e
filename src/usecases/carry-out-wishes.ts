import type { TranscriptWish } from '../domain/transcript-record';
import type { Ports } from './ports';
import { carryOutWish, type TranscriptProgress, type TranscriptRules } from './transcribe-room';

/** Half of what the engine gives a job before it gives the job up. */
const BEGINS_MS = 15_000;

/**
 * One run of the scheduled job: goes on with the transcripts that people have begun.
 *
 * @returns how far each is
 */
export async function carryOutWishes(
  rules: TranscriptRules,
  ports: Ports,
): Promise<{ readonly wish: TranscriptWish; readonly progress: TranscriptProgress }[]> {
  const begun = ports.time.now();
  const hasTime = (): boolean => ports.time.now() - begun < BEGINS_MS;
  const done: { readonly wish: TranscriptWish; readonly progress: TranscriptProgress }[] = [];
  for (const wish of await ports.transcripts.wishes())
    if (hasTime()) done.push({ wish, progress: await carryOutWish(wish.roomId, rules, ports, hasTime) });
  return done;
}
