/**
 * `npm start`: a Rocket.Chat with the packaged app, next to an OTOBO with tickets. For development and demonstration: it listens
 * on 127.0.0.1, keeps everything in memory, and anybody on this machine may do anything in it.
 *
 * PORT: where Rocket.Chat listens (3000; OTOBO takes the next one). OTOBO_URL: a real OTOBO instead of the stand-in, up to and with
 * nph-genericinterface.pl, with OTOBO_LOGIN and OTOBO_PASSWORD of its service account.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import express from 'express';
import { isNativeError } from 'node:util/types';
import { Clock } from './clock';
import { startOtobo, type Otobo } from './otobo';
import { packageService } from './otobo/requester/package-service';
import { addSampleTickets } from './otobo/samples';
import { SAMPLE_PEOPLE } from './people';
import { startRocketChat, type RocketChat } from './rocketchat/host';
import { pageRoutes } from './web/routes';

const ENDPOINT_SECRET = 'playground-secret';

async function start(): Promise<void> {
  const port = Number(process.env.PORT ?? 3000);
  const clock = new Clock();
  const more = express.Router();
  const rocketChat = await startRocketChat({ clock, port, more });
  const running: { stop(): Promise<void> }[] = [rocketChat];
  endOnSignals(running);
  try {
    for (const person of SAMPLE_PEOPLE) rocketChat.workspace.addUser(person);
    await installPackage(rocketChat);
    const { OTOBO_URL: realOtobo } = process.env;
    if (realOtobo === undefined) {
      const otobo = await startOtobo({ clock, port: port === 0 ? 0 : port + 1 });
      running.push({ stop: () => otobo.stop() });
      await connectStandIn(rocketChat, otobo);
      more.use(await pageRoutes(rocketChat, otobo));
      otobo.pageUrl = rocketChat.url;
      tellAbout(rocketChat, otobo);
    } else {
      await connect(rocketChat, realOtobo, process.env.OTOBO_LOGIN ?? '', process.env.OTOBO_PASSWORD ?? '');
      more.use(await pageRoutes(rocketChat, undefined));
      tellHowToPost(rocketChat, realOtobo);
    }
  } catch (error) {
    await Promise.all(running.map((one) => one.stop()));
    throw error;
  }
}

async function installPackage(rocketChat: RocketChat): Promise<void> {
  const root = join(__dirname, '..');
  const { version } = JSON.parse(readFileSync(join(root, 'app.json'), 'utf8')) as { version: string }; // as: our own manifest
  const { status } = await rocketChat.install(readFileSync(join(root, 'dist', `otobo_${version}.zip`)));
  if (status === 'manually_enabled') return;
  const output = rocketChat.instances.map((instance) => instance.output()).join('\n');
  throw new Error(`The app did not come up; its status is ${status}. What the engine printed:\n${output}`);
}

async function connectStandIn(rocketChat: RocketChat, otobo: Otobo): Promise<void> {
  addSampleTickets(otobo);
  await connect(rocketChat, otobo.webServiceUrl, 'rcapi', 'rcapi-pw');
  otobo.requester.packageEvents = true;
  otobo.requester.services.push(packageService((path) => rocketChat.app().endpoint(path), ENDPOINT_SECRET));
}

async function connect(rocketChat: RocketChat, otoboUrl: string, login: string, password: string): Promise<void> {
  await rocketChat.setAppSetting('endpoint_secret', ENDPOINT_SECRET);
  await rocketChat.setAppSetting('otobo_url', otoboUrl);
  await rocketChat.setAppSetting('otobo_webservice', 'RocketChat');
  await rocketChat.setAppSetting('otobo_login', login);
  await rocketChat.setAppSetting('otobo_password', password);
}

function tellAbout({ url }: RocketChat, otobo: Otobo): void {
  console.log(`
The playground is ready. Open it in a browser, both sides next to each other:

  ${url}

  Rocket.Chat   ${url}   (admin / admin; people: ${SAMPLE_PEOPLE.map(({ username }) => username).join(', ')})
  OTOBO         ${otobo.url}   (sample tickets: ${[...otobo.helpdesk.tickets.keys()].join(', ')})

Or from here: open a room for ticket 1, as an agent's click in OTOBO does, and look at it:

  curl -s -X POST ${otobo.url}/playground/tickets/1/open-room -d '{"by": "bob"}'
  curl -s ${url}/playground/rooms

Everything else: playground/README.md. Ctrl-C ends it.
`);
}

function tellHowToPost(rocketChat: RocketChat, otoboUrl: string): void {
  console.log(`
The playground is ready. The chat side can be looked at in a browser, under the address of Rocket.Chat.

  Rocket.Chat   ${rocketChat.url}   (admin / admin; people: ${SAMPLE_PEOPLE.map(({ username }) => username).join(', ')})
  OTOBO         ${otoboUrl}   (not part of the playground)

Open a room for ticket 1 of that OTOBO, and look at it:

  curl -s -X POST ${rocketChat.app().endpoint('tickets/open')} -H 'Authorization: Bearer ${ENDPOINT_SECRET}' \\
    -H 'Content-Type: application/json' -d '{"Event": "TicketCreate", "TicketID": "1"}'
  curl -s ${rocketChat.url}/playground/rooms

Everything else: playground/README.md. Ctrl-C ends it.
`);
}

function endOnSignals(running: readonly { stop(): Promise<void> }[]): void {
  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    void Promise.all(running.map((one) => one.stop())).then(() => process.exit(0));
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}

/** A port that is taken is the one failure to expect; it deserves its cure. */
function reason(error: unknown): string {
  if (!isNativeError(error)) return String(error);
  if (!('code' in error) || error.code !== 'EADDRINUSE') return error.stack ?? error.message;
  return `${error.message}\nAnother program listens on that port, maybe a playground that still runs. End it, or take another: PORT=3100 npm start (OTOBO takes the next one).`;
}

start().catch((error: unknown) => {
  console.error(reason(error));
  process.exitCode = 1;
});
