import { readFileSync } from 'node:fs';
import { type } from '../engine/commands';
import { startWorkingWorld, type WorkingWorld } from '../engine/working-world';
import { timed } from './timing';

/** A room in which much was said. */
const MESSAGES = 10_000;
const WORDS = 'The printer on the second floor burns again, and nobody has water. ';

/** What a transcript of a large room costs. */
export interface TranscriptFigures {
  readonly messages: number;
  readonly articles: number;
  /** From the command until the dialog is there, from sending it until the last article is in the ticket; in milliseconds. */
  readonly dialogMs: number;
  readonly transcriptMs: number;
  /** Calls from the sandbox to its host for both. */
  readonly calls: number;
  /** The most memory that the sandbox has had, in MB, before and after; absent where the system does not tell. */
  readonly idleMb?: number;
  readonly peakMb?: number;
}

/** Fills a room and has it transcribed twice: once for the times, once more for the calls, because counting them takes a time of its own. */
export async function measureTranscript(): Promise<TranscriptFigures> {
  const world = await startWorkingWorld({ runtimeTimeoutMs: 30_000 });
  try {
    const { app, roomId } = world;
    for (let n = 0; n < MESSAGES; n += 1) {
      app.rocketChat.clock.advance(1_000);
      await app.workspace.sendMessage(n % 2 === 0 ? 'alice' : 'carol', roomId, `${n} ${WORDS.repeat(1 + (n % 3))}`);
    }
    await app.atRest();
    const idleMb = await peakMemory(world);
    const { ms: dialogMs } = await timed(() => type(app, 'alice', '/otobo transcript', { roomId }));
    const { ms: transcriptMs } = await timed(() => send(world, 'all'));
    const peakMb = await peakMemory(world);
    const articles = world.written().length;
    const [instance] = app.rocketChat.instances;
    if (!instance) throw new Error('There is no instance.');
    const trace = await instance.trace();
    await type(app, 'alice', '/otobo transcript', { roomId });
    await send(world, 'all');
    const calls = (await trace.stop()).length;
    const written = world.written().reduce((sum, { body }) => sum + Number(/^Messages: (\d+)/m.exec(body)?.[1] ?? 0), 0);
    if (written !== 2 * MESSAGES) throw new Error(`${written} messages were written instead of ${2 * MESSAGES}.`);
    return {
      messages: MESSAGES,
      articles,
      dialogMs,
      transcriptMs,
      calls,
      ...(idleMb !== undefined && { idleMb }),
      ...(peakMb !== undefined && { peakMb }),
    };
  } finally {
    await world.stop();
  }
}

/** The dialog is sent, and minutes pass until the transcript is at its end. */
async function send({ app }: WorkingWorld, range: string): Promise<void> {
  const viewId = app.rocketChat.openViews('alice').at(-1)?.view.id;
  if (viewId === undefined) throw new Error('No dialog was opened.');
  const { length } = app.workspace.ephemeral;
  const part = 'otobo-transcript-range';
  await app.rocketChat.submitView({ username: 'alice', viewId, state: { [part]: { [part]: range } } });
  await app.atRest();
  const isAtEnd = (): boolean => app.workspace.ephemeral.slice(length).some(({ message }) => message.msg.includes('The transcript is in'));
  for (let minutes = 0; !isAtEnd(); minutes += 1) {
    if (minutes > 5) throw new Error(`The transcript did not come to its end: ${JSON.stringify(app.workspace.ephemeral.slice(length))}`);
    app.rocketChat.clock.advance(60_000);
    await app.atRest();
  }
}

/** @returns the most resident memory that any sandbox has had so far, in MB */
async function peakMemory({ app }: WorkingWorld): Promise<number | undefined> {
  const pids = (await Promise.all(app.rocketChat.instances.map(({ orders }) => orders.sandboxPids()))).flat();
  try {
    const peaks = pids.map((pid) => Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN));
    return Math.max(...peaks) / 1_000;
  } catch {
    // Only Linux has it.
    return undefined;
  }
}
