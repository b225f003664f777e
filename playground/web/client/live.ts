import { useEffect, useState } from 'react';
import { ask, Refusal } from './api';
import type { Read } from './reads';
import { watch } from './watch';

const listeners = new Set<() => void>();
let stream: EventSource | undefined;

/** Calls back on every change anywhere in the playground, over one connection for the whole page. */
function onChange(listener: () => void): () => void {
  stream ??= connect();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The first event of a connection says that it is there: what happened while there was none is looked at then. */
function connect(): EventSource {
  const source = new EventSource('/page/changes');
  source.onmessage = () => {
    for (const listener of listeners) listener();
  };
  return source;
}

/** Between attempts to read what cannot be read now, in ms. */
const PAUSE_MS = 1000;

/** What is refused is not there for the page. */
const look = (path: string): Promise<unknown> =>
  ask('GET', path).catch((error: unknown) => {
    if (error instanceof Refusal) return undefined;
    throw error;
  });

/**
 * What stands at a place of the playground's API, always as it is now.
 * @param read undefined: nothing is asked for
 * @returns undefined until it has been read, and when it is not there
 */
export function useLive<Content>(read: Read<Content> | undefined): Content | undefined {
  const path = read?.path;
  const [{ at, content }, see] = useState<{ at: string | undefined; content?: unknown }>({ at: undefined });
  useEffect(() => {
    if (path === undefined) return undefined;
    return watch({
      look: () => look(path),
      onChange,
      seen: (content) => see({ at: path, content }),
      later: (attempt) => void setTimeout(attempt, PAUSE_MS),
    });
  }, [path]);
  return at === path ? (content as Content | undefined) : undefined; // as: the read says what is found there
}
