import type { Request, Response } from 'express';
import type { Changes } from '../changes';

/** Changes that come closer together than this are told once. */
const PAUSE_MS = 40;

/** Answers with server-sent events, each of which says "look again" and nothing else, until the page goes away. */
export function streamChanges(sources: readonly Changes[], request: Request, response: Response): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write('retry: 1000\n\ndata: connected\n\n');
  let waiting: NodeJS.Timeout | undefined;
  const tell = (): void => {
    waiting ??= setTimeout(() => {
      waiting = undefined;
      response.write('data: changed\n\n');
    }, PAUSE_MS);
  };
  const ends = sources.map((source) => source.onChange(tell));
  request.once('close', () => {
    clearTimeout(waiting);
    for (const end of ends) end();
  });
}
