import { request, type IncomingHttpHeaders } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface WebRequest {
  readonly method: string;
  /** Sent as it is, dots and all. */
  readonly path: string;
  /** JSON, unless it is text already. */
  readonly body?: unknown;
  /** The address to come from, 127.0.0.1 by default. */
  readonly from?: string;
}

/** One request to the stand-in, as curl makes it. @param base scheme, host and port */
export function webRequest(base: string, { method, path, body, from }: WebRequest): Promise<Answer> {
  const { hostname, port } = new URL(base);
  const content = body === undefined || body === null ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  const headers = { 'User-Agent': 'curl/7.88.1', 'Content-Length': Buffer.byteLength(content) };
  return new Promise((resolve, reject) => {
    const outgoing = request({ hostname, port, method, path, headers, agent: false, ...(from ? { localAddress: from } : {}) }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.once('error', reject);
      answer.once('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks).toString('utf8') }),
      );
    });
    outgoing.once('error', reject);
    outgoing.end(content);
  });
}
