import { Clock } from '../../playground/clock';
import { type Otobo, startOtobo } from '../../playground/otobo';
import { packageService } from '../../playground/otobo/requester/package-service';
import { addSampleTickets } from '../../playground/otobo/samples';
import { type } from './commands';
import { type AppUnderTest, SECRET, startApp } from './otobo-app';

/** The app and an OTOBO with the package, connected both ways. */
class Pair {
  private constructor(
    readonly app: AppUnderTest,
    readonly otobo: Otobo,
  ) {}

  static async start(): Promise<Pair> {
    const otobo = await startOtobo({ clock: new Clock() });
    addSampleTickets(otobo);
    const { agents } = otobo.helpdesk;
    const createdAt = otobo.helpdesk.time.now();
    const person = { login: 'chief', firstname: 'Chief', lastname: 'Admin', email: 'admin@playground.example', password: 'chief-pw' };
    agents.push({ ...person, id: agents.length + 1, createdAt, rights: {} });
    const pair = new Pair(await startApp(), otobo);
    await pair.connect();
    pair.callBackWith(SECRET);
    await pair.app.rocketChat.workspace.scheduler.settled();
    return pair;
  }

  async stop(): Promise<void> {
    await Promise.all([this.app.rocketChat.stop(), this.otobo.stop()]);
  }

  /** As the admin has set it up, with what is to be different. */
  async connect(different: Readonly<Record<string, string>> = {}): Promise<void> {
    const settings = {
      otobo_url: this.otobo.webServiceUrl,
      otobo_webservice: 'RocketChat',
      otobo_login: 'rcapi',
      otobo_password: 'rcapi-pw',
      otobo_time_zone: 'UTC',
      endpoint_secret: SECRET,
      ...different,
    };
    for (const [id, value] of Object.entries(settings)) await this.app.rocketChat.setAppSetting(id, value);
  }

  /** What OTOBO has for a secret. */
  callBackWith(secret: string): void {
    const { services } = this.otobo.requester;
    services.splice(
      0,
      services.length,
      packageService((path) => this.app.rocketChat.app().endpoint(path), secret),
    );
  }

  /** What the admin is told at last, line by line. */
  async doctor(): Promise<{ readonly red: string[]; readonly grey: string[]; readonly green: string[]; readonly all: string }> {
    const all = (await type(this.app, 'admin', '/otobo doctor')).at(-1)?.text ?? '';
    const after = (sign: string): string[] =>
      all
        .split('\n')
        .filter((line) => line.startsWith(sign))
        .map((line) => line.slice(sign.length + 1));
    return { red: after(':x:'), grey: after(':grey_question:'), green: after(':white_check_mark:'), all };
  }
}

describe('/otobo doctor', () => {
  let pair: Pair;
  beforeAll(async () => {
    pair = await Pair.start();
  }, 60_000);
  afterAll(() => pair.stop());
  afterEach(async () => {
    pair.otobo.away = false;
    pair.otobo.packageInstalled = true;
    pair.callBackWith(SECRET);
    await pair.connect();
  });

  test('is for admins only', async () => {
    pair.app.workspace.addUser({ username: 'alice' });
    const [told] = await type(pair.app, 'alice', '/otobo doctor');
    expect(told?.text).toContain('for admins of the app');
  });

  test('finds nothing red or grey where everything works, once OTOBO has told of a ticket', async () => {
    await pair.app.post('tickets/status', { TicketID: 1 });
    // The pass over the members begins a minute after the start; here it is made to begin now.
    for (const job of ['address-book', 'rooms'])
      await pair.app.rocketChat.instances[0]?.orders.runJob(pair.app.rocketChat.app().id, job, {});
    const { red, grey, green, all } = await pair.doctor();
    expect({ red, grey }).toEqual({ red: [], grey: [] });
    expect(all).toContain('Nothing is broken.');
    expect(green.join('\n')).toMatch(
      /accepts the account rcapi[^]*all routes[^]*dynamic fields[^]*package[^]*you are chief[^]*UTC[^]*knows the secret/,
    );
  });

  test('writes nothing into OTOBO', async () => {
    const before = [...pair.otobo.helpdesk.tickets.values()].map((ticket) => structuredClone(ticket));
    await pair.doctor();
    expect([...pair.otobo.helpdesk.tickets.values()]).toEqual(before);
  });

  test.each<[string, Record<string, string>, RegExp]>([
    ['the address of OTOBO', { otobo_url: 'http://127.0.0.1:1/otobo/nph-genericinterface.pl' }, /cannot be reached/],
    ['the name of the web service', { otobo_webservice: 'Nope' }, /the name of the web service/],
    ['the password', { otobo_password: 'wrong' }, /Correct login and password/],
    ['the login', { otobo_login: 'nobody' }, /Correct login and password/],
  ])('finds %s wrong, and leaves out what cannot be seen then', async (_what, different, cure) => {
    await pair.connect(different);
    const { red, green } = await pair.doctor();
    expect(red).toHaveLength(1);
    expect(red[0]).toMatch(cure);
    expect(green.join('\n')).not.toMatch(/all routes|knows the secret/);
    expect(green.join('\n')).toContain('The app answers under the address of this workspace');
  });

  test('finds an address that leads to another part of OTOBO', async () => {
    await pair.connect({ otobo_url: `${pair.otobo.url}/otobo/index.pl` });
    expect((await pair.doctor()).red.join('\n')).toMatch(/should be like https:[^]*Check the address of OTOBO/);
  });

  test('finds OTOBO away', async () => {
    pair.otobo.away = true;
    expect((await pair.doctor()).red.join('\n')).toMatch(/cannot be reached/);
  });

  test('names the routes that a web service lacks, and then the package, too', async () => {
    await pair.connect({ otobo_webservice: 'TicketProvider' });
    const { red, grey } = await pair.doctor();
    expect(red).toEqual([expect.stringMatching(/lacks \/TicketCreate, \/TicketUpdate, \/TicketHistoryGet,/)]);
    expect(grey.join('\n')).toMatch(/does not offer the OTOBO package/);
  });

  test('says what is missing without the package, and sees at once when it has been installed', async () => {
    pair.otobo.packageInstalled = false;
    const without = await pair.doctor();
    expect(without.red).toEqual([]);
    expect(without.grey.join('\n')).toMatch(/does not offer the OTOBO package[^]*nobody may work with tickets/);
    pair.otobo.packageInstalled = true;
    expect((await pair.doctor()).green.join('\n')).toContain('The OTOBO package of this app answers');
  });

  test('finds a wrong secret in OTOBO, without showing the right one', async () => {
    pair.callBackWith('another secret');
    const { red, all } = await pair.doctor();
    expect(red).toEqual([expect.stringMatching(/with a wrong secret\. Enter the one from the settings/)]);
    expect(all).not.toMatch(new RegExp(`${SECRET}|another secret|rcapi-pw`));
  });

  test('finds that OTOBO does not know where the app is', async () => {
    pair.otobo.requester.services.length = 0;
    expect((await pair.doctor()).red).toEqual([expect.stringMatching(/does not know where this app is/)]);
  });

  test('finds that the address of the workspace leads to somebody else', async () => {
    pair.otobo.packageInstalled = false;
    const address = pair.app.workspace.settings.text('Site_Url');
    pair.app.workspace.settings.set('Site_Url', pair.otobo.url);
    const elsewhere = await pair.doctor();
    pair.app.workspace.settings.set('Site_Url', 'http://127.0.0.1:1');
    const nowhere = await pair.doctor();
    pair.app.workspace.settings.set('Site_Url', address);
    expect(elsewhere.red).toEqual([expect.stringMatching(/something else answers than this app .status 404./)]);
    expect(nowhere.red).toEqual([expect.stringMatching(/Nobody answers/)]);
  });

  test('finds another time zone', async () => {
    await pair.connect({ otobo_time_zone: 'Europe/Berlin' });
    expect((await pair.doctor()).red).toEqual([expect.stringMatching(/writes times in UTC, but the settings/)]);
  });

  test('finds missing dynamic fields', async () => {
    const removed = pair.otobo.helpdesk.dynamicFields.splice(0);
    const { red } = await pair.doctor();
    pair.otobo.helpdesk.dynamicFields.push(...removed);
    expect(red).toEqual([expect.stringMatching(/lacks the dynamic fields RocketChatURL, RocketChatRoomID/)]);
  });

  test('speaks German to who does', async () => {
    pair.app.workspace.settings.set('Language', 'de');
    const { all } = await pair.doctor();
    pair.app.workspace.settings.set('Language', 'en');
    expect(all).toContain('Nichts ist kaputt.');
    expect(all).not.toMatch(/\bThe\b|settings/);
  });
});
