import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A request as it was on the wire. */
export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  readonly http: string;
  /** In the order of their arrival, blanks at the end of a value kept (Node's own HTTP server takes them off). */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

export interface ReceiverAnswer {
  readonly status: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A server on plain TCP that keeps every request exactly as it came. */
export class Receiver {
  received: ReceivedRequest[] = [];
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();

  /** @param answer undefined leaves the caller waiting */
  constructor(answer: (request: ReceivedRequest) => ReceiverAnswer | undefined) {
    this.server = createServer((socket) => {
      this.sockets.add(socket);
      let text = '';
      socket.on('error', () => socket.destroy());
      socket.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
        const request = parse(text);
        if (!request) return;
        this.received.push(request);
        const given = answer(request);
        if (given) socket.end(format(given));
      });
    });
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  get url(): string {
    const { port } = this.server.address() as AddressInfo; // it listens on a port, not on a pipe
    return `http://127.0.0.1:${port}`;
  }

  /** @returns what has come since the last call */
  take(): ReceivedRequest[] {
    return this.received.splice(0);
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** @returns undefined while the request is not complete */
function parse(text: string): ReceivedRequest | undefined {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const [start = '', ...lines] = text.slice(0, end).split('\r\n');
  const [method = '', path = '', http = ''] = start.split(' ');
  const headers = lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)] as const);
  const length = Number(headers.find(([name]) => name === 'Content-Length')?.[1] ?? 0);
  const body = text.slice(end + 4);
  return Buffer.byteLength(body) < length ? undefined : { method, path, http, headers, body };
}

function format({ status, body = '', headers = {} }: ReceiverAnswer): string {
  const lines = Object.entries({ 'Content-Type': 'application/json', 'Content-Length': String(Buffer.byteLength(body)), ...headers });
  return [`HTTP/1.1 ${status} Answer`, ...lines.map(([name, value]) => `${name}: ${value}`), '', body].join('\r\n');
}
