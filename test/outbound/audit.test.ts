import { audit } from '../../src/outbound/rocketchat/audit';
import type { Accessors } from '../../src/outbound/rocketchat/accessors';
import type { Audit } from '../../src/usecases/ports';
import { FakePersistence } from './fake-persistence';

const DAY = 24 * 60 * 60_000;
const NOW = Date.UTC(2026, 10, 27, 10);

class Stage {
  readonly store = new FakePersistence();
  readonly log: { readonly level: string; readonly entry: unknown }[] = [];
  now = NOW;

  port(requestId = 'r1'): Audit {
    const log = (level: string) => (entry: unknown) => void this.log.push({ level, entry });
    const logger = { info: log('info'), error: log('error') } as unknown as Accessors['log']; // as: nothing else of it is used
    return audit({ ...this.store.accessors, log: logger }, { now: () => this.now }, requestId);
  }
}

let stage: Stage;
beforeEach(() => {
  stage = new Stage();
});

describe('the records of who did what', () => {
  test('are one line in the log and one record each, with the request id', async () => {
    const event = { what: 'linked', ticketNumber: '11', roomId: 'room', by: 'alice' } as const;
    await stage.port('request-7').note(event);
    expect(stage.log).toEqual([{ level: 'info', entry: { msg: 'audit', requestId: 'request-7', ...event } }]);
    expect(await stage.port().recent({ limit: 5 })).toEqual([{ ...event, at: NOW, requestId: 'request-7' }]);
  });

  test('come newest first, over days, and no more than wanted', async () => {
    for (const [ago, by] of [
      [3, 'a'],
      [1, 'b'],
      [0, 'c'],
      [0, 'd'],
    ] as const) {
      stage.now = NOW - ago * DAY;
      await stage.port().note({ what: 'noted', by });
    }
    const newest = async (limit: number): Promise<unknown[]> => (await stage.port().recent({ limit })).map(({ by }) => by);
    stage.now = NOW;
    expect(await newest(10)).toEqual(['d', 'c', 'b', 'a']);
    stage.store.reads = 0;
    expect(await newest(2)).toEqual(['d', 'c']);
    expect(stage.store.reads).toBe(1);
    expect(await newest(3)).toEqual(['d', 'c', 'b']);
  });

  test('are found by their ticket', async () => {
    await stage.port().note({ what: 'noted', ticketNumber: '11' });
    await stage.port().note({ what: 'replied', ticketNumber: '12' });
    await stage.port().note({ what: 'changed', ticketNumber: '11' });
    expect((await stage.port().recent({ ticketNumber: '11', limit: 5 })).map(({ what }) => what)).toEqual(['changed', 'noted']);
    expect(await stage.port().recent({ ticketNumber: '13', limit: 5 })).toEqual([]);
  });

  test('go when they are older than ninety days, and no others', async () => {
    for (const ago of [0, 89, 90, 91, 300]) {
      stage.now = NOW - ago * DAY;
      await stage.port().note({ what: 'noted', ticketNumber: '11', detail: String(ago) });
    }
    stage.now = NOW;
    await stage.port().forgetOld();
    const left = (await stage.port().recent({ ticketNumber: '11', limit: 10 })).map(({ detail }) => detail);
    expect(left).toEqual(['0', '89']);
    expect(stage.store.stored).toHaveLength(2);
  });

  test('that cannot be written are in the log, and what was done is done', async () => {
    stage.store.beforeInsert = () => {
      throw new Error('the database is away');
    };
    await expect(stage.port().note({ what: 'noted', by: 'alice' })).resolves.toBeUndefined();
    expect(stage.log.at(-1)).toMatchObject({ level: 'error', entry: { what: 'noted', by: 'alice', error: 'Error: the database is away' } });
  });
});
