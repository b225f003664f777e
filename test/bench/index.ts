/**
 * `npm run bench`: how fast the packaged app is on the real engine on this machine, beside an endpoint that does nothing. It
 * prints figures and judges none of them.
 */
import { readFile } from 'node:fs/promises';
import { type RocketChat, startRocketChat } from '../../playground/rocketchat/host';
import { packageApp } from '../../tools/package';
import { AppUnderTest, SECRET } from '../engine/otobo-app';
import { addPeople } from '../engine/people';
import { buildProbe } from '../engine/probe/build';
import { addLinkedTickets } from './linked-tickets';
import { EVERYBODY, type Figures, measure, type Scenario, scenarios, ticketFor } from './scenarios';
import { table } from './table';
import { timed, type Timing, timings } from './timing';
import { measureTranscript, type TranscriptFigures } from './transcript';

/** How many tickets have their room, at first and in the end. */
const FEW = 100;
const MANY = 20_000;

interface Booted {
  readonly rocketChat: RocketChat;
  /** From the upload until the app is enabled, in milliseconds. */
  readonly bootMs: number;
}

/** Starts a playground with an app in it; whoever calls it stops it. */
async function boot(zip: Buffer): Promise<Booted> {
  const rocketChat = await startRocketChat();
  try {
    const { outcome, ms } = await timed(() => rocketChat.install(zip));
    if (outcome.status !== 'manually_enabled') throw new Error(`The app did not come up: ${outcome.status}`);
    return { rocketChat, bootMs: ms };
  } catch (error) {
    await rocketChat.stop();
    throw error;
  }
}

/** An endpoint that does nothing but answer: what HTTP, engine and sandbox cost by themselves. */
async function measureNoOp({ rocketChat }: Booted): Promise<Timing> {
  const url = rocketChat.app().endpoint('echo');
  return timings(100, 500, async () => {
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
    await response.text();
    if (!response.ok) throw new Error(`The endpoint that does nothing answered ${response.status}.`);
  });
}

/** All scenarios with few tickets in the workspace, then those again on which the number of tickets might tell. */
async function measureApp({ rocketChat }: Booted): Promise<[string, Figures][]> {
  await rocketChat.setAppSetting('endpoint_secret', SECRET);
  const app = new AppUnderTest(rocketChat);
  await addPeople(app, EVERYBODY);
  const known = ticketFor(5);
  await app.open(known);
  const all = scenarios(known);
  await addLinkedTickets(rocketChat, 0, FEW);
  const few = await inTurn(app, all, FEW);
  await addLinkedTickets(rocketChat, FEW, MANY);
  return [...few, ...(await inTurn(app, [...all.slice(0, 1), ...all.slice(2, 3)], MANY))];
}

async function inTurn(app: AppUnderTest, some: readonly Scenario[], tickets: number): Promise<[string, Figures][]> {
  const figures: [string, Figures][] = [];
  for (const scenario of some) figures.push([`${scenario.name}, among ${tickets} tickets`, await measure(app, scenario)]);
  return figures;
}

const ms = (duration: number): string => duration.toFixed(1);

function transcriptTable({ messages, articles, dialogMs, transcriptMs, calls, idleMb, peakMb }: TranscriptFigures): string {
  const memory = (mb: number | undefined): string => (mb === undefined ? 'unknown' : `${mb.toFixed(0)} MB`);
  return table([
    [`a transcript of ${messages} messages, in ${articles} articles`, 'figure'],
    ['until the dialog is there', `${dialogMs.toFixed(0)} ms`],
    ['until all is in the ticket', `${transcriptMs.toFixed(0)} ms`],
    ['calls from the sandbox to its host', String(calls)],
    ['most memory of the sandbox, before', memory(idleMb)],
    ['most memory of the sandbox, after', memory(peakMb)],
  ]);
}

async function main(): Promise<void> {
  const { file } = await packageApp();
  const probe = await boot(await buildProbe());
  try {
    const noOp = await measureNoOp(probe);
    const otobo = await boot(await readFile(file));
    try {
      const rows = await measureApp(otobo);
      console.log(`boot to enabled: ${otobo.bootMs.toFixed(0)} ms (an app that does nothing: ${probe.bootMs.toFixed(0)} ms)\n`);
      console.log(
        table([
          ['one request after the other', 'p50 ms', 'p95 ms', '× no-op', 'rounds'],
          ['no-op endpoint', ms(noOp.p50), ms(noOp.p95), '1.0', '0'],
          ...rows.map(([name, { p50, p95, rounds }]) => [name, ms(p50), ms(p95), (p50 / noOp.p50).toFixed(1), String(rounds)]),
        ]),
      );
    } finally {
      await otobo.rocketChat.stop();
    }
    console.log(`\n${transcriptTable(await measureTranscript())}`);
  } finally {
    await probe.rocketChat.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
