const LOCAL = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/** Who asks, by the headers of the request. */
interface Asking {
  readonly host?: string | undefined;
  readonly origin?: string | undefined;
}

export const REFUSAL = 'The playground answers programs and its own page on this machine, no other pages.';

/**
 * The playground does what it is told without asking who speaks. So it listens to this machine only, and not to other web pages that
 * are open in a browser here: neither under a name of theirs that leads here, nor across origins.
 */
export function isFromHere({ host = '', origin }: Asking): boolean {
  return LOCAL.test(host) && (origin === undefined || origin === `http://${host}`);
}
