import { Clock } from '../../playground/clock';
import { type Otobo, startOtobo } from '../../playground/otobo';
import { addSampleTickets } from '../../playground/otobo/samples';
import type { RocketChatOptions } from '../../playground/rocketchat/host';
import { type AppUnderTest, startApp } from './otobo-app';

/** The agents and the customer of the samples; dave may read and note in Support, the others may do everything there. */
const PEOPLE = ['alice', 'bob', 'carol', 'dave', 'cust1'];

/** The app, connected to an OTOBO with the sample tickets whose people have accounts; for the tests of one `describe`. */
export function withOtobo(options: RocketChatOptions = {}): { readonly app: () => AppUnderTest; readonly otobo: () => Otobo } {
  let app: AppUnderTest | undefined;
  let otobo: Otobo | undefined;
  const clock = new Clock();
  beforeAll(async () => {
    otobo = await startOtobo({ clock });
    addSampleTickets(otobo);
    app = await startApp({ clock, ...options });
    for (const username of PEOPLE)
      app.workspace.addUser({ username, name: username, emails: [{ address: `${username}@helpdesk.test`, verified: true }] });
    await app.workspace.idle();
    await connect(app, otobo);
  }, 60_000);
  afterAll(async () => {
    await Promise.all([app?.rocketChat.stop(), otobo?.stop()]);
  });
  const started = <T>(one: T | undefined): T => {
    if (one === undefined) throw new Error('It did not start.');
    return one;
  };
  return { app: () => started(app), otobo: () => started(otobo) };
}

async function connect({ rocketChat }: AppUnderTest, { webServiceUrl }: Otobo): Promise<void> {
  const settings = { otobo_url: webServiceUrl, otobo_webservice: 'RocketChat', otobo_login: 'rcapi', otobo_password: 'rcapi-pw' };
  for (const [id, value] of Object.entries(settings)) await rocketChat.setAppSetting(id, value);
}

/** What somebody sees after a command: its answer, and nobody else's. */
export interface Told {
  readonly text: string;
  readonly roomId: string;
  readonly threadId?: string;
  readonly blocks?: unknown;
}

/** Types a command, waits until the app is through with it, and gives what the person was told, the oldest first. */
export async function type(
  app: AppUnderTest,
  username: string,
  text: string,
  { roomId = 'GENERAL', threadId }: { readonly roomId?: string; readonly threadId?: string } = {},
): Promise<Told[]> {
  const { length } = app.workspace.ephemeral;
  await app.rocketChat.runCommand({ username, roomId, text, ...(threadId !== undefined && { threadId }) });
  return app.workspace.ephemeral
    .slice(length)
    .filter((notice) => notice.username === username)
    .map(({ message }) => ({
      text: message.msg,
      roomId: message.rid,
      ...(message.tmid !== undefined && { threadId: message.tmid }),
      ...(message.blocks !== undefined && { blocks: message.blocks }),
    }));
}
