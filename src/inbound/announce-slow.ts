import type { ILogger } from '@rocket.chat/apps-engine/definition/accessors';
import type { Time } from '../usecases/ports';
import { stackOf } from './stack-of';

/** Whoever hears nothing for longer than this types or clicks again. */
const EARLY_ANSWER_MS = 2_000;

/**
 * Waits until something is done, or has taken so long that somebody was told so.
 *
 * @param tell says that it takes long
 * @throws what `running` throws before that
 */
export async function announceSlow(
  running: Promise<unknown>,
  tell: () => Promise<void>,
  time: Pick<Time, 'pause'>,
  log: Pick<ILogger, 'warn'>,
): Promise<void> {
  const first = await Promise.race([
    running.then(() => 'answer' as const),
    time.pause(EARLY_ANSWER_MS, running).then(() => 'pause' as const),
  ]);
  if (first === 'answer') return;
  try {
    await tell();
  } catch (error) {
    // The answer itself may still get through.
    log.warn({ msg: 'could not announce', error: stackOf(error) });
  }
}
