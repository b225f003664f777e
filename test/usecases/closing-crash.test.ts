import { CLOSE_POLICIES, type ClosePolicy } from '../../src/domain/closing';
import type { Ports } from '../../src/usecases/ports';
import { ClosingStage, DAY, HOUR, MINUTE } from './closing-stage';
import { Crash } from './fake-chat';

/** What a closing has come to, as far as anybody cares. */
interface End {
  readonly rooms: number;
  readonly members: readonly string[];
  readonly readOnly: boolean | undefined;
  readonly phase: string | undefined;
  readonly removed: readonly string[];
  readonly links: number;
  readonly articles: readonly (readonly string[])[];
  readonly said: readonly string[];
}

function endOf({ chat, transcript, closing, said }: ClosingStage): End {
  const [room] = chat.rooms.values();
  return {
    rooms: chat.rooms.size,
    members: [...(room?.members ?? [])].sort(),
    readOnly: room?.readOnly,
    phase: closing?.phase,
    removed: [...(closing?.removed ?? [])].sort(),
    links: chat.links.length,
    articles: transcript.articles,
    // Who dies between a message and its record says it again.
    said: [...new Set(said)],
  };
}

const isDeath = (error: unknown): boolean => error instanceof Crash;

/** Runs steps, the process dying after a number of writes; what comes after that is done by another process, two minutes later. */
async function withDeath(stage: ClosingStage, after: number, steps: readonly ((ports: Ports) => Promise<unknown>)[]): Promise<boolean> {
  const mortal = stage.chat.ports(after);
  let died = false;
  for (const step of steps) {
    const ports = died ? stage.chat.ports() : mortal;
    const outcome = await step(ports).catch((error: unknown) => error);
    const errors = Array.isArray(outcome) ? outcome.map(({ error }: { error?: unknown }) => error) : [outcome];
    if (died || !errors.some(isDeath)) continue;
    died = true;
    stage.chat.now += 3 * MINUTE;
    // A server that lost its app calls again: OTOBO repeats, and the job comes each minute.
    await step(stage.chat.ports());
  }
  return died;
}

async function close(policy: ClosePolicy, after = Infinity): Promise<{ readonly stage: ClosingStage; readonly died: boolean }> {
  const stage = new ClosingStage(policy);
  await stage.begin();
  const run =
    (ms: number) =>
    (ports: Ports): Promise<unknown> => {
      stage.chat.now += ms;
      return stage.run(ports);
    };
  const minutes = Array.from({ length: 8 }, () => run(MINUTE));
  const died = await withDeath(stage, after, [
    (ports) => stage.sync('closed', ports),
    run(HOUR),
    ...minutes,
    // Where the first announcement was not made, a later one is waited for as long.
    run(HOUR),
    ...minutes,
    ...(policy === 'delete' ? [run(31 * DAY), ...minutes] : []),
  ]);
  return { stage, died };
}

describe.each(CLOSE_POLICIES)('a process that dies while a room is closed (%s)', (policy) => {
  test('after any of its writes, leaves a room that the next one closes just the same, and nothing is done to it too early', async () => {
    const undisturbed = await close(policy);
    expect(undisturbed.died).toBe(false);
    const wanted = endOf(undisturbed.stage);
    let deaths = 0;
    for (let after = 1; ; after += 1) {
      const { stage, died } = await close(policy, after);
      if (!died) break;
      deaths += 1;
      expect({ after, ...endOf(stage) }).toEqual({ after, ...wanted });
      expect(stage.tooEarly).toEqual([]);
      expect(stage.chat.records.turns.filter(({ at }) => stage.chat.now - at < MINUTE)).toEqual([]);
    }
    expect(deaths).toBeGreaterThan(10);
  });
});

describe('a process that dies while a room is opened again', () => {
  test.each(CLOSE_POLICIES)('after any of its writes, leaves a room that the next one opens just the same (%s)', async (policy) => {
    const reopen = async (after?: number): Promise<{ readonly stage: ClosingStage; readonly died: boolean }> => {
      const { stage } = await closed(policy);
      return { stage, died: await withDeath(stage, after ?? Infinity, [(ports) => stage.sync('open', ports)]) };
    };
    const wanted = endOf((await reopen()).stage);
    expect(wanted).toMatchObject({ members: ['alice', 'bob', 'cust1', 'dave'], readOnly: false });
    for (let after = 1; ; after += 1) {
      const { stage, died } = await reopen(after);
      if (!died) break;
      expect({ after, ...endOf(stage) }).toEqual({ after, ...wanted });
    }
  });
});

async function closed(policy: ClosePolicy): Promise<{ readonly stage: ClosingStage }> {
  const stage = new ClosingStage(policy);
  await stage.begin();
  await stage.closeUntilDone();
  return { stage };
}
