import { Clock } from '../../playground/clock';
import { type Otobo, startOtobo } from '../../playground/otobo';
import type { Article, Ticket } from '../../playground/otobo/records';
import { addSampleTickets } from '../../playground/otobo/samples';
import type { RocketChatOptions } from '../../playground/rocketchat/host';
import { type AppUnderTest, startApp } from './otobo-app';
import { person, ticketBody } from './people';

/** The app connected to an OTOBO, whose agents have accounts with the same addresses, and the room of one of its tickets. */
export interface WorkingWorld {
  readonly app: AppUnderTest;
  readonly otobo: Otobo;
  readonly ticket: Ticket;
  readonly roomId: string;
  /** The ticket's articles that came from the chat, oldest first. */
  written(): Article[];
  stop(): Promise<void>;
}

const SETTINGS = {
  otobo_webservice: 'RocketChat',
  otobo_login: 'rcapi',
  otobo_password: 'rcapi-pw',
  new_queue: 'Support',
  allow_replies: true,
};

/** In the sample tickets, alice and carol may do everything in the queue Support, and dave may read and note. */
export async function startWorkingWorld(options: RocketChatOptions = {}): Promise<WorkingWorld> {
  const clock = new Clock();
  const otobo = await startOtobo({ clock });
  const [ticket] = addSampleTickets(otobo);
  if (!ticket) throw new Error('There is no sample ticket.');
  const app = await startApp({ clock, ...options });
  for (const username of ['alice', 'bob', 'carol', 'dave', 'erin']) {
    app.workspace.addUser({ username, name: username, emails: [{ address: `${username}@helpdesk.test`, verified: true }] });
  }
  await app.workspace.idle();
  for (const [id, value] of Object.entries({ ...SETTINGS, otobo_url: otobo.webServiceUrl })) await app.rocketChat.setAppSetting(id, value);
  const people = ['alice', 'carol', 'dave'].map((login, at) =>
    person(login, at === 0 ? 'Owner' : 'Involved', { Email: `${login}@helpdesk.test` }),
  );
  const body = ticketBody(people);
  const Ticket = { ...body.Ticket, TicketID: String(ticket.id), TicketNumber: ticket.number };
  const { Room } = (await app.open({ ...body, Ticket })).body;
  if (Room?.ID === undefined) throw new Error('The room of the ticket was not opened.');
  const before = ticket.articles.length;
  return {
    app,
    otobo,
    ticket,
    roomId: Room.ID,
    written: () => ticket.articles.slice(before),
    stop: async () => {
      await Promise.all([app.rocketChat.stop(), otobo.stop()]);
    },
  };
}

/** The same for the tests of one `describe`. */
export function withWorkingWorld(options: RocketChatOptions = {}): () => WorkingWorld {
  let world: WorkingWorld | undefined;
  beforeAll(async () => {
    world = await startWorkingWorld(options);
  }, 60_000);
  afterAll(() => world?.stop());
  return () => {
    if (!world) throw new Error('It did not start.');
    return world;
  };
}
