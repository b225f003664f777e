/** What a watch is made of. */
export interface Watching {
  /** Reads the place: undefined when there is nothing. Rejects when it cannot be read now. */
  readonly look: () => Promise<unknown>;
  /** Calls back when something may have changed. @returns a function that ends the subscription */
  readonly onChange: (listener: () => void) => () => void;
  /** Told what was found whenever it differs from the last time. */
  readonly seen: (content: unknown) => void;
  /** Calls back after a while: for another attempt. */
  readonly later: (attempt: () => void) => void;
}

/**
 * Reads a place again and again: at most one request at a time, and one more after it when something changed meanwhile. While it cannot
 * be read, what was seen last stays as it is: forms that people are filling in are drawn around it.
 * @returns a function that ends it
 */
export function watch({ look, onChange, seen, later }: Watching): () => void {
  let ended = false;
  let looking = false;
  let lookAgain = false;
  let last: string | undefined;
  const compare = (content: unknown): void => {
    const text = JSON.stringify(content) as string | undefined; // as: undefined has no JSON
    if (!ended && text !== last) seen(content);
    last = text;
  };
  const again = async (): Promise<void> => {
    lookAgain = looking;
    if (looking || ended) return;
    looking = true;
    await look().then(compare, () => later(() => void again()));
    looking = false;
    if (lookAgain) void again();
  };
  const end = onChange(() => void again());
  void again();
  return () => {
    ended = true;
    end();
  };
}
