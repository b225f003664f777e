/** One call from a sandbox to its host, between two ticks of a counter that every start and every answer moves on. */
export interface SandboxCall {
  /** In the order in which the calls came, from 1. */
  readonly seq: number;
  /** As the runtime names it: `bridges:getRoomBridge:doCreate`, `accessor:getReader:getUserReader:getById`, … */
  readonly method: string;
  readonly start: number;
  /** Undefined while the call has not been answered. */
  readonly end: number | undefined;
}

export interface Rounds {
  /** The longest chain of calls in which each started after the one before was answered, HTTP left out. */
  readonly host: number;
  /** The same for HTTP requests to other servers, which take a time of their own. */
  readonly http: number;
}

/** How long a request's path is, in round trips: what is asked side by side counts once. */
export function countRounds(calls: readonly SandboxCall[]): Rounds {
  return { host: longestChain(calls.filter((call) => !isHttp(call))), http: longestChain(calls.filter(isHttp)) };
}

function isHttp(call: SandboxCall): boolean {
  return call.method.startsWith('bridges:getHttpBridge:');
}

/** Taking the call that ends first among those that start late enough is never worse than taking another. */
function longestChain(calls: readonly SandboxCall[]): number {
  let length = 0;
  let answered = -Infinity;
  for (const call of [...calls].sort((a, b) => endOf(a) - endOf(b))) {
    if (call.start <= answered) continue;
    length += 1;
    answered = endOf(call);
  }
  return length;
}

function endOf(call: SandboxCall): number {
  return call.end ?? Infinity;
}
