import type { Snapshot } from '../../playground/rocketchat/workspace';
import { type AppUnderTest, startApp } from './otobo-app';
import { addPeople, person, ticketBody } from './people';

const TICKET = ticketBody([
  person('alice', 'Owner'),
  person('bob', 'Responsible'),
  person('carol', 'Involved'),
  person('cust1', 'Customer'),
]);

/** A run of a job may have been under way in the sandbox that died; the next one makes up for it. */
const isOfRun = (name: string): boolean => name === 'failCount' || name === 'failReason' || name === 'failedAt';

/** Times are whatever they are; ids are told by the order in which they appear, secrets and signatures by their length. */
function normalised(snapshot: Snapshot): string {
  const ids = new Map<string, string>();
  const known = new Set(
    [...snapshot.users, ...snapshot.rooms, ...snapshot.messages, ...snapshot.subscriptions, ...snapshot.jobs].map(({ _id }) => String(_id)),
  );
  const plain = (value: unknown, key = ''): unknown => {
    // Ids are random, and with them the order that they are kept in.
    if (Array.isArray(value) && (key === 'agents' || key === 'others')) return value.map((one) => plain(one)).sort();
    if (Array.isArray(value)) return value.map((one) => plain(one));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).flatMap(([name, one]) => (isOfRun(name) ? [] : [[name, plain(one, name)]])));
    if (typeof value === 'number' && /(At|[sS]ince|Until|After)$/.test(key)) return 'a time';
    if (typeof value !== 'string') return value;
    if (['sig', 'nonce', 'secret', 'hash'].includes(key)) return `${key} of ${value.length}`;
    if (key === 'actionId') return 'given by the engine';
    if (/^\d{4}-\d\d-\d\dT/.test(value)) return 'a time';
    if (/^address-[\w-]{43}$/.test(value)) return 'stands for an address';
    if (!known.has(value)) return value;
    if (!ids.has(value)) ids.set(value, `id ${ids.size + 1}`);
    return ids.get(value);
  };
  const { persistence, ...rest } = snapshot;
  const state = plain(rest);
  // Records that are written side by side come in any order, and nothing refers to one by its id.
  // The history of who did what may miss an opening whose request died, and whether a room has been walked past is a matter of the minute.
  const deciding = persistence.filter(({ associations }) => !/"(audit|watch)-/.test(JSON.stringify(associations)));
  const records = deciding.map(({ associations, data }) => JSON.stringify(plain({ associations, data }))).sort();
  return JSON.stringify([state, records], null, 1);
}

/** A workspace in which the ticket is opened, and the sandbox dies after its k-th call (0: never), and the ticket is opened again. */
async function opened(app: AppUnderTest, k: number): Promise<{ died: boolean; calls: number; repeat: string | undefined }> {
  const [instance] = app.rocketChat.instances;
  if (!instance) throw new Error('There is no instance.');
  if (k === 0) {
    const trace = await instance.trace();
    await app.open(TICKET);
    const { length } = await trace.stop();
    return { died: false, calls: length, repeat: undefined };
  }
  const kill = await instance.killAfterCall(k);
  const first = await Promise.race([kill.happened, app.open(TICKET).then(() => false)]);
  await kill.disarm();
  await instance.ready();
  app.rocketChat.clock.advance(120_000);
  await app.atRest();
  const { body } = await app.open(TICKET);
  return { died: first, calls: k, repeat: body.Result };
}

async function started(): Promise<AppUnderTest> {
  const app = await startApp({ runtimeTimeoutMs: 2_000 });
  await addPeople(app);
  await app.open({ ...TICKET, DryRun: true }); // warm
  return app;
}

describe('a sandbox that dies while it opens a ticket', () => {
  test('after any of its calls, leaves what a repeat turns into exactly what an undisturbed run gives', async () => {
    const clean = await started();
    const { calls } = await opened(clean, 0);
    const expected = normalised(clean.workspace.snapshot());
    await clean.rocketChat.stop();
    expect(calls).toBeGreaterThan(10);

    const results: string[] = [];
    for (let k = 1; k <= calls; k += 1) {
      const app = await started();
      try {
        const { died, repeat } = await opened(app, k);
        expect({ k, died }).toEqual({ k, died: true });
        expect({ k, state: normalised(app.workspace.snapshot()) }).toEqual({ k, state: expected });
        results.push(repeat ?? '');
      } finally {
        await app.rocketChat.stop();
      }
    }
    // Before the room exists the repeat creates it, then it repairs what is missing, and at the end there is nothing left to do.
    expect([...new Set(results)]).toEqual(['created', 'repaired', 'existing']);
  }, 300_000);
});
