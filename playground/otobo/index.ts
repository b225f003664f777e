import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { control, CONTROL_PATH } from './control';
import { Helpdesk } from './helpdesk';
import { Later } from './later';
import { provide, PROVIDER_PATH } from './provider/transport';
import type { Mail, Time } from './records';
import { Requester } from './requester/requester';
import { Sessions } from './sessions';
import { ticketPage } from './ticket-page';

/** How many calls are remembered. */
const REMEMBERED = 1000;

/** A running stand-in for OTOBO: tickets in memory, web services in both directions. */
export class Otobo {
  readonly helpdesk: Helpdesk;
  readonly sessions: Sessions;
  readonly requester: Requester;
  /** The last calls of its web services, oldest first, as method and route: `POST /TicketGet`. */
  readonly calls: string[] = [];
  /** An outage: connections to the web services are cut without an answer. */
  away = false;
  /** Where people's browsers are sent that follow a link to a ticket; without it there is nothing to see. */
  pageUrl: string | undefined;
  /** Each answer of the web services comes this much later, in ms of real time. */
  slowMs = 0;
  /** What a request asks for is done, events included, but then the connection is cut instead of an answer. Reading is answered. */
  breakAfterWriting = false;
  /** Whether the web service `RocketChat` has the operations of the project's OTOBO package; without, they are unknown routes. */
  packageInstalled = true;
  private readonly later: Later;
  private readonly server: Server;

  constructor(time: Time) {
    this.helpdesk = new Helpdesk(time);
    this.sessions = new Sessions(time);
    this.later = new Later(time);
    this.requester = new Requester(this.helpdesk, this.later);
    this.server = createServer((request, response) => {
      this.answer(request, response).catch((error: unknown) => {
        response.writeHead(500, { 'Content-Type': 'text/plain; charset=UTF-8' });
        response.end(error instanceof Error ? error.message : String(error));
      });
    });
  }

  /** @returns where it answers, without trailing slash */
  get url(): string {
    const { port } = this.server.address() as AddressInfo; // it listens on a port, not on a pipe
    return `http://127.0.0.1:${port}`;
  }

  /** The value for the app's setting `otobo_url`. */
  get webServiceUrl(): string {
    return `${this.url}/otobo/nph-genericinterface.pl`;
  }

  /** @returns the mails that were sent, oldest first */
  mails(): readonly Mail[] {
    return this.helpdesk.mails;
  }

  async start(port: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, '127.0.0.1', resolve);
    });
    this.requester.publicUrl = this.url;
  }

  async stop(): Promise<void> {
    this.later.stop();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    if (request.url?.startsWith(CONTROL_PATH)) return control(this, request, response, body);
    const zoom = this.pageUrl === undefined ? undefined : ticketPage(this.helpdesk, this.pageUrl, request.url ?? '');
    if (zoom !== undefined) {
      response.writeHead(302, { Location: zoom });
      response.end();
      return;
    }
    if (!request.url?.startsWith(PROVIDER_PATH)) {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=UTF-8' });
      response.end('Not found.');
      return;
    }
    this.calls.push(`${request.method ?? ''} ${request.url.slice(PROVIDER_PATH.length).replace(/^[^/]*|\?.*$/g, '')}`);
    this.calls.splice(0, this.calls.length - REMEMBERED);
    if (this.slowMs > 0) await pause(this.slowMs);
    if (this.away) {
      request.socket.destroy();
      return;
    }
    const answer = await provide(this, request, body);
    await this.requester.react(this.helpdesk.takeEvents());
    if (this.breakAfterWriting && answer.wrote) {
      request.socket.destroy();
      return;
    }
    response.writeHead(answer.status, {
      'Content-Type': answer.contentType,
      'Content-Length': Buffer.byteLength(answer.body),
      Connection: 'close',
    });
    response.end(answer.body);
  }
}

/**
 * Starts the stand-in on 127.0.0.1, without tickets or people (`addSampleTickets` in samples.ts adds some).
 *
 * @param options.clock the playground's
 * @param options.port any free one by default
 */
export async function startOtobo({ clock, port = 0 }: { readonly clock: Time; readonly port?: number }): Promise<Otobo> {
  const otobo = new Otobo(clock);
  await otobo.start(port);
  return otobo;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer); // a stream without encoding gives buffers
  return Buffer.concat(chunks).toString('utf8');
}
