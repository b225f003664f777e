import fc from 'fast-check';
import { countRounds, type SandboxCall } from '../../../playground/rocketchat/engine/rounds';

function call(start: number, end: number | undefined, method = 'bridges:getRoomBridge:doGetById'): SandboxCall {
  return { seq: start, method, start, end };
}

/** Calls whose starts and answers are a shuffled sequence of ticks, as a recording gives them. */
const recordings = fc.array(fc.tuple(fc.nat(1000), fc.nat(1000)), { maxLength: 12 }).map((pairs) => {
  const edges = pairs.flatMap(([a, b], at) => [
    { at, when: Math.min(a, b) },
    { at, when: Math.max(a, b) },
  ]);
  const order = edges.map((edge, index) => ({ ...edge, index })).sort((x, y) => x.when - y.when || x.index - y.index);
  return pairs.map((_, at) => {
    const [start = 0, end = 0] = order.flatMap((edge, tick) => (edge.at === at ? [tick + 1] : []));
    return call(start, end);
  });
});

/** The definition, word by word: the longest chain that starts with this call. */
function longestFrom(first: SandboxCall, calls: readonly SandboxCall[]): number {
  const later = calls.filter(({ start }) => start > (first.end ?? Infinity));
  return 1 + Math.max(0, ...later.map((next) => longestFrom(next, later)));
}

describe('the rounds of a recording', () => {
  it('are none when nothing was called', () => {
    expect(countRounds([])).toEqual({ host: 0, http: 0 });
  });

  it('are one for calls side by side, however many', () => {
    expect(countRounds([call(1, 6), call(2, 4), call(3, 5)]).host).toBe(1);
  });

  it('grow by one for each call that waited for the answer before', () => {
    expect(countRounds([call(1, 2), call(3, 4), call(5, 6)]).host).toBe(3);
  });

  it('follow the longest chain and not the slowest call', () => {
    expect(countRounds([call(1, 20), call(2, 3), call(4, 5), call(6, 7)]).host).toBe(3);
  });

  it('include a call that was never answered', () => {
    expect(countRounds([call(1, 2), call(3, undefined), call(4, undefined)]).host).toBe(2);
  });

  it('leave HTTP to other servers out and count it apart', () => {
    const calls = [call(1, 2), call(3, 4, 'bridges:getHttpBridge:doCall'), call(5, 6, 'bridges:getHttpBridge:doCall'), call(7, 8)];
    expect(countRounds(calls)).toEqual({ host: 2, http: 2 });
  });

  it('are what trying every chain gives', () => {
    fc.assert(
      fc.property(recordings, (calls) => {
        expect(countRounds(calls).host).toBe(Math.max(0, ...calls.map((first) => longestFrom(first, calls))));
      }),
    );
  });

  it('do not depend on the order in which the calls are listed', () => {
    fc.assert(
      fc.property(recordings, (calls) => {
        expect(countRounds([...calls].reverse())).toEqual(countRounds(calls));
      }),
    );
  });
});
