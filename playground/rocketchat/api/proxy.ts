import { Agent, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';

/** Passes requests on to another server on this machine, an engine process above all, byte for byte. */
export class Proxy {
  private readonly agent: Agent;

  /** @param keepAlive whether connections stay open, which is for servers that never close them on their own */
  constructor({ keepAlive = true } = {}) {
    this.agent = new Agent({ keepAlive });
  }

  /** @param port of that server on 127.0.0.1 */
  pass(request: IncomingMessage, response: ServerResponse, port: number): void {
    const { method, url, headers } = request;
    const onward = httpRequest({ host: '127.0.0.1', port, method, path: url, headers, agent: this.agent }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', (error) => {
      if (response.headersSent) response.destroy(error);
      else response.writeHead(502, { 'content-type': 'text/plain' }).end(`This instance does not answer: ${error.message}`);
    });
    // A client that goes away takes its request with it.
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  }

  close(): void {
    this.agent.destroy();
  }
}
