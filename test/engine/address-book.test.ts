import type { UserEmail } from '../../playground/rocketchat/workspace/documents';
import type { Workspace } from '../../playground/rocketchat/workspace';
import { countRounds } from '../../playground/rocketchat/host';
import { type Answer, type AppUnderTest, withApp } from './otobo-app';
import { person, ticketBody } from './people';

const MINUTE_MS = 60_000;
/** What the job log and the record of the pass say of a step. */
interface PassRecord {
  readonly met: number;
  readonly completedAt?: number;
  readonly tooLarge: readonly { readonly name: string; readonly members: number }[];
}

/** The user name tells nothing of the address, so that only the address book leads from one to the other. @returns the user id */
function addMember(workspace: Workspace, at: number, emails: UserEmail[]): string {
  return workspace.addUser({ username: `member-${at}`, emails })._id;
}
const addressOf = (at: number): string => `someone.${at}@corp.test`;

function recordsOf({ rocketChat, workspace }: AppUnderTest, association: string): unknown[] {
  return workspace
    .persistenceRecords(rocketChat.app().id)
    .filter(({ associations = [] }) => associations.some(({ id }) => id === association))
    .map(({ data }) => data);
}

const passOf = (app: AppUnderTest): PassRecord | undefined => recordsOf(app, 'address-pass')[0] as PassRecord | undefined; // as: the app's own shape

/** Lets the scheduler's minute pass until the pass has come to its end. */
async function finishPass(app: AppUnderTest): Promise<void> {
  await app.workspace.scheduler.settled();
  for (let minute = 0; minute < 20 && passOf(app)?.completedAt === undefined; minute += 1) {
    app.rocketChat.clock.advance(MINUTE_MS);
    await app.workspace.scheduler.settled();
  }
}

/** @returns who has the address by the app's answer, or the reason why nobody has */
async function accountsOf(app: AppUnderTest, emails: readonly string[]): Promise<Map<string, string | undefined>> {
  const { body } = await lookUp(app, emails);
  const { Present = [], Unresolved = [], Skipped = [] } = body.Members ?? {};
  return new Map([...Present, ...Unresolved, ...Skipped].map(({ Email = '', Username, Reason }) => [Email, Reason ?? Username]));
}

function lookUp(app: AppUnderTest, emails: readonly string[]): Promise<Answer> {
  return app.post('people/lookup', { People: emails.map((Email) => ({ Email, Type: 'Customer', Roles: ['Customer'] })) });
}

async function accountOf(app: AppUnderTest, email: string): Promise<string | undefined> {
  await app.workspace.idle();
  return (await accountsOf(app, [email])).get(email);
}

describe('a pass over 5,000 members', () => {
  const EVERYBODY = Array.from({ length: 5_000 }, (_, at) => at);
  const isVerified = (at: number): boolean => at % 2 === 0;
  const app = withApp({ runtimeTimeoutMs: 5_000 }, (workspace) => {
    for (const at of EVERYBODY) addMember(workspace, at, [{ address: addressOf(at), verified: isVerified(at) }]);
  });

  test('survives three kills of the sandbox, and then knows every verified address and no other', async () => {
    const [instance] = app().rocketChat.instances;
    if (!instance) throw new Error('There is no instance.');
    // With the admin, the room is one above the limit that is set at first: so nobody has been met yet.
    await finishPass(app());
    expect(passOf(app())).toMatchObject({ met: 0, tooLarge: [{ name: 'general', members: 5_001 }] });
    await app().rocketChat.setAppSetting('book_limit', 6_000);
    const met: number[] = [];
    for (let kill = 0; kill < 3; kill += 1) {
      const armed = await instance.killAfterCall(800);
      app().rocketChat.clock.advance(MINUTE_MS);
      expect(await armed.happened).toBe(true);
      await instance.ready();
      await app().workspace.scheduler.settled();
      met.push(passOf(app())?.met ?? 0);
      expect(passOf(app())?.completedAt).toBeUndefined();
    }
    expect(met).toEqual([...met].sort((a, b) => a - b));
    expect(new Set(met).size).toBe(3);

    await finishPass(app());
    expect(passOf(app())).toMatchObject({ met: 5_001, tooLarge: [] });
    const wrong: string[] = [];
    for (let from = 0; from < EVERYBODY.length; from += 250) {
      const chunk = EVERYBODY.slice(from, from + 250);
      const accounts = await accountsOf(app(), chunk.map(addressOf));
      for (const at of chunk) {
        const account = accounts.get(addressOf(at));
        if (account !== (isVerified(at) ? `member-${at}` : 'no_account')) wrong.push(`${at}: ${account}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 180_000);

  test('leaves one record for each verified address', () => {
    const records = recordsOf(app(), 'address-book').map((data) => JSON.stringify(data));
    // The admin has an address, too.
    expect(records).toHaveLength(2_501);
    expect(new Set(records).size).toBe(2_501);
  });
});

/** As directory services do it: no app is told. */
async function changeSilently({ workspace }: AppUnderTest, username: string, emails: UserEmail[]): Promise<void> {
  await workspace.bridgeCall('user', 'update', [{ id: workspace.user(username)._id }, { emails }]);
}

describe('the address book', () => {
  const app = withApp();
  beforeAll(() => finishPass(app()));

  test('follows a new user, and their address from unverified to verified, changed and taken away', async () => {
    const { workspace } = app();
    const userId = addMember(workspace, 1, [{ address: addressOf(1), verified: false }]);
    expect(await accountOf(app(), addressOf(1))).not.toBe('member-1');
    workspace.updateUser('member-1', { emails: [{ address: addressOf(1), verified: true }] });
    expect(await accountOf(app(), addressOf(1))).toBe('member-1');
    workspace.updateUser('member-1', { emails: [{ address: 'new.name@corp.test', verified: true }] });
    expect(await accountOf(app(), addressOf(1))).toBe('no_account');
    expect(await accountOf(app(), 'new.name@corp.test')).toBe('member-1');
    workspace.updateUser('member-1', { emails: [] });
    expect(await accountOf(app(), 'new.name@corp.test')).toBe('no_account');
    expect(recordsOf(app(), userId)).toEqual([]);
  });

  test('names who is disabled as such, and lets go of who is deleted', async () => {
    const { workspace } = app();
    const userId = addMember(workspace, 2, [{ address: addressOf(2), verified: true }]);
    expect(await accountOf(app(), addressOf(2))).toBe('member-2');
    workspace.updateUser('member-2', { active: false });
    expect(await accountOf(app(), addressOf(2))).toBe('account_disabled');
    workspace.updateUser('member-2', { active: true });
    expect(await accountOf(app(), addressOf(2))).toBe('member-2');
    workspace.removeUser('member-2');
    expect(await accountOf(app(), addressOf(2))).toBe('no_account');
    expect(recordsOf(app(), userId)).toEqual([]);
  });

  test('takes in, at login, who came without the app being told', async () => {
    const { workspace } = app();
    addMember(workspace, 3, [{ address: addressOf(3), verified: false }]);
    await workspace.idle();
    await changeSilently(app(), 'member-3', [{ address: addressOf(3), verified: true }]);
    expect(await accountOf(app(), addressOf(3))).toBe('no_account');
    workspace.logIn('member-3');
    expect(await accountOf(app(), addressOf(3))).toBe('member-3');
  });

  test('meets, a day later, who got an address without the app being told and never logs in', async () => {
    const { workspace } = app();
    addMember(workspace, 4, []);
    await workspace.idle();
    await changeSilently(app(), 'member-4', [{ address: addressOf(4), verified: true }]);
    expect(await accountOf(app(), addressOf(4))).toBe('no_account');
    app().rocketChat.clock.advance(25 * 60 * MINUTE_MS);
    await workspace.scheduler.settled();
    expect(await accountOf(app(), addressOf(4))).toBe('member-4');
  });

  test('puts right at the first look-up what is not true any more', async () => {
    const { workspace } = app();
    addMember(workspace, 5, [{ address: addressOf(5), verified: true }]);
    expect(await accountOf(app(), addressOf(5))).toBe('member-5');
    await changeSilently(app(), 'member-5', [{ address: 'renamed.5@corp.test', verified: true }]);
    expect(await accountOf(app(), addressOf(5))).toBe('no_account');
    expect(await accountOf(app(), 'renamed.5@corp.test')).toBe('member-5');
  });

  test('never leads to a user who has merely typed the address of a customer into their profile', async () => {
    const { workspace } = app();
    addMember(workspace, 6, [{ address: 'customer@else.test', verified: false }]);
    addMember(workspace, 7, [{ address: 'agent@corp.test', verified: true }]);
    await workspace.idle();
    const people = [
      person('agent', 'Owner', { Email: 'agent@corp.test' }),
      person('customer', 'Customer', { Email: 'customer@else.test' }),
    ];
    const { body } = await app().open(ticketBody(people));
    expect(body.Result).toBe('created');
    expect(workspace.members(body.Room?.ID ?? '')).toEqual(['member-7']);
    expect(body.Members?.Unresolved.map(({ Email }) => Email)).toEqual(['customer@else.test']);
  });
});

describe('a room above the limit', () => {
  const app = withApp({}, (workspace) => {
    for (let at = 0; at < 12; at += 1) addMember(workspace, at, [{ address: addressOf(at), verified: true }]);
  });

  test('is left alone, and named in the log and in the record of the pass', async () => {
    await app().rocketChat.setAppSetting('book_limit', 10);
    const staff = await app().workspace.createChannel('member-3', { name: 'staff', members: ['member-4'] });
    await app().rocketChat.setAppSetting('book_rooms', [
      { _id: 'GENERAL', name: 'general' },
      { _id: staff._id, name: 'staff' },
    ]);
    app().rocketChat.clock.advance(MINUTE_MS);
    await finishPass(app());
    expect(passOf(app())).toMatchObject({ met: 2, tooLarge: [{ name: 'general', members: 13 }] });
    expect(JSON.stringify(app().rocketChat.logs())).toContain('"tooLarge":[{"roomId":"GENERAL","name":"general","members":13}]');
  });
});

describe('fifty people whom only the address book knows', () => {
  const FIFTY = Array.from({ length: 50 }, (_, at) => at);
  const app = withApp();
  const body = (): Record<string, unknown> =>
    ticketBody(FIFTY.map((at) => person(`login-${at}`, at === 0 ? 'Owner' : 'Involved', { Email: addressOf(at) })));

  async function roundsOf(request: () => Promise<Answer>): Promise<{ host: number; answer: Answer }> {
    const [instance] = app().rocketChat.instances;
    if (!instance) throw new Error('There is no instance.');
    const trace = await instance.trace();
    const answer = await request();
    return { host: countRounds(await trace.stop()).host, answer };
  }

  beforeAll(async () => {
    for (const at of FIFTY) addMember(app().workspace, at, [{ address: addressOf(at), verified: true }]);
    await app().workspace.idle();
    await finishPass(app());
    await app().open(body()); // warm
  }, 30_000);

  test('cost one round for the book and one for the users', async () => {
    const { host, answer } = await roundsOf(() => lookUp(app(), FIFTY.map(addressOf)));
    expect(answer.body.Members?.Present).toHaveLength(50);
    expect(host).toBe(2);
  });

  test('leave a new room and a repeat within the budget', async () => {
    const ticket = body();
    const first = await roundsOf(() => app().open(ticket));
    expect(app().workspace.members(first.answer.body.Room?.ID ?? '')).toHaveLength(50);
    expect(first.host).toBeLessThanOrEqual(6);
    const repeat = await roundsOf(() => app().open(ticket));
    expect(repeat.answer.body.Result).toBe('existing');
    expect(repeat.host).toBeLessThanOrEqual(2);
  });
});
