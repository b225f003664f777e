import { countRounds } from '../../playground/rocketchat/host';
import type { AppUnderTest } from '../engine/otobo-app';
import { person, ticketBody } from '../engine/people';
import { type Timing, timings } from './timing';

type TicketBody = ReturnType<typeof ticketBody>;

/** Something that OTOBO asks for, and what the app must answer for a figure to count. */
export interface Scenario {
  readonly name: string;
  readonly path: 'tickets/open' | 'tickets/status';
  readonly result: 'created' | 'existing' | 'planned' | 'found';
  readonly warmUp: number;
  readonly count: number;
  /** What is posted; a new ticket at each call, or one that has its room. */
  body(): TicketBody;
}

export interface Figures extends Timing {
  /** Round trips between the sandbox and its host. */
  readonly rounds: number;
}

const CROWD = Array.from({ length: 50 }, (_, at) => `agent${at}`);
/** Everybody who needs an account for the scenarios below. */
export const EVERYBODY = ['alice', 'bob', ...CROWD];

/** A ticket that nobody has opened yet. */
export function ticketFor(people: number): TicketBody {
  return ticketBody([person('alice', 'Owner'), ...CROWD.slice(1, people).map((name) => person(name, 'Involved'))]);
}

/** @param known a ticket that has its room */
export function scenarios(known: TicketBody): Scenario[] {
  const open = { path: 'tickets/open', warmUp: 10, count: 100 } as const;
  return [
    { ...open, name: 'new room, 5 people', result: 'created', body: () => ticketFor(5) },
    { ...open, name: 'new room, 50 people', result: 'created', warmUp: 5, count: 50, body: () => ticketFor(50) },
    { ...open, name: 'repeat, 5 people', result: 'existing', body: () => known },
    { ...open, name: 'dry run of a new room, 5 people', result: 'planned', body: () => ({ ...ticketFor(5), DryRun: true }) },
    { ...open, name: 'status, 5 people', path: 'tickets/status', result: 'found', body: () => known },
  ];
}

/** Runs a scenario until it is warm, then counts; then once more to count its rounds, which takes a time of its own. */
export async function measure(app: AppUnderTest, scenario: Scenario): Promise<Figures> {
  const run = async (): Promise<void> => {
    const answer = await app.post(scenario.path, scenario.body());
    if (answer.body.Result !== scenario.result) throw new Error(`${scenario.name}: the app answered ${answer.status} ${answer.text}`);
  };
  const timing = await timings(scenario.warmUp, scenario.count, run);
  const [instance] = app.rocketChat.instances;
  if (!instance) throw new Error('There is no instance.');
  const trace = await instance.trace();
  await run();
  return { ...timing, rounds: countRounds(await trace.stop()).host };
}
