import { randomUUID } from 'crypto';
import { isGood, isLive } from '../domain/claim';
import type { Turn } from '../domain/turn';
import type { Ports } from './ports';
import { pauseAtRandom } from './random-pause';

/** Whoever waits for longer than these pauses, some ten seconds, finds something stuck, and is better told so. */
const MAX_TRIES = 25;

type Taking = Pick<Ports, 'turns' | 'time'>;

/**
 * Does something that only one may do at a time, on whichever instance. Everybody writes their turn first and reads the others' then; who
 * sees none is alone, because whoever comes later sees theirs. Of several who see each other the one of the lowest nonce stays and waits
 * until the others have gone; they take theirs back, and try again later. Who was held up for so long that others may take them for dead
 * does not begin: a turn counts for two minutes, and nothing is begun on one that is a minute old.
 *
 * Not within a turn of the same subject: it would wait for itself. Within one of another subject only where everybody takes the two in the
 * same order.
 *
 * @param subject what only one may work at
 * @param act what is to be done, alone, as long as it ends within a minute; what takes longer is done in steps, each in a turn. Who dies in
 * it keeps others waiting for two minutes at most
 * @returns what came of it; nothing when others were at work all the time, and then nothing was done
 */
export async function inTurn<T>(subject: string, ports: Taking, act: () => Promise<T>): Promise<{ readonly value: T } | undefined> {
  let mine: Turn | undefined;
  try {
    for (let tries = 0; tries < MAX_TRIES; tries += 1) {
      if (tries > 0) await pauseAtRandom(ports);
      // Who has given way writes nothing while somebody is at work: many who come and go would keep the one who stays waiting.
      if (tries > 0 && !mine && (await isTaken(subject, ports))) continue;
      mine ??= await put(subject, ports);
      const sight = await look(mine, ports);
      if (sight === 'alone') return { value: await act() };
      if (sight === 'give way') {
        await ports.turns.drop(mine);
        mine = undefined;
      }
    }
    return undefined;
  } finally {
    if (mine) await ports.turns.drop(mine);
  }
}

async function put(subject: string, { turns, time }: Taking): Promise<Turn> {
  const turn: Turn = { subject, nonce: randomUUID(), at: time.now() };
  await turns.put(turn);
  return turn;
}

async function isTaken(subject: string, { turns, time }: Taking): Promise<boolean> {
  const found = await turns.of(subject);
  return found.some((turn) => isLive(turn, time.now()));
}

/** Turns that have lapsed are cleared away: whoever made them has died. Whose own is gone was taken for dead, and nobody sees them. */
async function look(mine: Turn, { turns, time }: Taking): Promise<'alone' | 'wait' | 'give way'> {
  const found = await turns.of(mine.subject);
  const now = time.now();
  const others = found.filter(({ nonce }) => nonce !== mine.nonce);
  const live = others.filter((turn) => isLive(turn, now));
  await Promise.all(others.filter((turn) => !live.includes(turn)).map((turn) => turns.drop(turn)));
  if (!isGood(mine, time.now()) || others.length === found.length || live.some(({ nonce }) => nonce < mine.nonce)) return 'give way';
  return live.length === 0 ? 'alone' : 'wait';
}
