import { randomUUID } from 'crypto';
import { isLive } from '../domain/claim';
import type { Turn } from '../domain/turn';
import type { Ports } from './ports';
import { pauseAtRandom } from './random-pause';

/** Whoever waits for longer than these pauses finds something stuck, and is better told so. */
const MAX_TRIES = 25;

type Taking = Pick<Ports, 'turns' | 'time'>;

/**
 * Does something that only one may do at a time, on whichever instance. Everybody writes their turn first and reads the others' then; who
 * sees none is alone, because whoever comes later sees theirs. Of several who see each other the one of the lowest nonce stays and waits
 * until the others have gone; they take theirs back, and try again later.
 *
 * @param subject what only one may work at
 * @param act what is to be done, alone
 * @returns what came of it; nothing when others were at work all the time
 */
export async function inTurn<T>(subject: string, ports: Taking, act: () => Promise<T>): Promise<{ readonly value: T } | undefined> {
  let mine: Turn | undefined;
  try {
    for (let tries = 0; tries < MAX_TRIES; tries += 1) {
      if (tries > 0) await pauseAtRandom(ports);
      if (!mine) {
        mine = { subject, nonce: randomUUID(), at: ports.time.now() };
        await ports.turns.put(mine);
      }
      const others = await othersThan(mine, ports);
      if (others.length === 0) return { value: await act() };
      if (others.some(({ nonce }) => nonce < (mine?.nonce ?? ''))) {
        await ports.turns.drop(mine);
        mine = undefined;
      }
    }
    return undefined;
  } finally {
    if (mine) await ports.turns.drop(mine);
  }
}

/** Those that have lapsed are cleared away: whoever made them has died. */
async function othersThan({ subject, nonce }: Turn, { turns, time }: Taking): Promise<Turn[]> {
  const now = time.now();
  const others = (await turns.of(subject)).filter((turn) => turn.nonce !== nonce);
  await Promise.all(others.filter((turn) => !isLive(turn, now)).map((turn) => turns.drop(turn)));
  return others.filter((turn) => isLive(turn, now));
}
