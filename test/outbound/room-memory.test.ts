import { SHARDS, shardOf } from '../../src/domain/shard';
import type { Told } from '../../src/domain/told';
import { afterPass, afterVisits, type Walk, walkFrom } from '../../src/domain/walk';
import { newWatch } from '../../src/domain/watch';
import { ownArticles } from '../../src/outbound/rocketchat/own-articles';
import { merges } from '../../src/outbound/rocketchat/merges';
import { ruleOpenings } from '../../src/outbound/rocketchat/rule-openings';
import { toldRecords } from '../../src/outbound/rocketchat/told-records';
import { turns } from '../../src/outbound/rocketchat/turns';
import { unfurlings } from '../../src/outbound/rocketchat/unfurlings';
import { walkStore } from '../../src/outbound/rocketchat/walk-store';
import { watches } from '../../src/outbound/rocketchat/watches';
import { FakePersistence } from './fake-persistence';

const TOLD: Told = {
  ticketId: '2',
  ticketNumber: '11',
  roomId: 'room',
  fields: { title: 'Printer', state: 'open', pendingUntil: 7 },
  changedAt: 5,
  articleId: '16',
  agents: ['id-alice'],
  notice: { messageId: 'm', at: 3, before: { title: 'Plotter' }, articleIds: ['16'] },
};

describe('what a room knows of its ticket', () => {
  test('is one record for each ticket and room, written anew each time', async () => {
    const port = toldRecords(new FakePersistence().accessors);
    await port.write(TOLD);
    await port.write({ ...TOLD, changedAt: 6 });
    await port.write({ ...TOLD, roomId: 'other' });
    expect(await port.ofTicket('2')).toEqual([
      { ...TOLD, changedAt: 6 },
      { ...TOLD, roomId: 'other' },
    ]);
    await port.drop('2', 'room');
    expect(await port.ofTicket('2')).toEqual([{ ...TOLD, roomId: 'other' }]);
    expect(await port.ofTicket('3')).toEqual([]);
  });

  test('is found in the shard of its ticket, and in no other', async () => {
    const port = toldRecords(new FakePersistence().accessors);
    await port.write(TOLD);
    const shards = await Promise.all(Array.from({ length: SHARDS }, (_, shard) => port.ofShard(shard)));
    expect(shards.flatMap((found, shard) => (found.length > 0 ? [shard] : []))).toEqual([shardOf('2')]);
  });
});

describe('what the walk remembers', () => {
  const watch = newWatch({ ticketId: '2', ticketNumber: '11', roomId: 'room' }, 5);
  const everything = {
    ...watch,
    escalations: [{ at: 9, since: 5 }],
    openSince: 5,
    talkedAt: 4,
    listenedAt: 6,
    said: [{ kind: 'pending', of: 3, percent: 100, over: false, shown: true } as const],
    messageId: 'm',
    restUntil: 7,
  };

  test('of a room is one record, found in the shard of its ticket', async () => {
    const port = watches(new FakePersistence().accessors);
    await port.write(watch);
    await port.write(everything);
    await port.write({ ...watch, roomId: 'other' });
    expect(await port.ofShard(shardOf('2'))).toEqual([everything, { ...watch, roomId: 'other' }]);
    expect(await port.ofShard((shardOf('2') + 1) % SHARDS)).toEqual([]);
    await port.drop('2', 'other');
    expect(await port.ofShard(shardOf('2'))).toEqual([everything]);
  });

  test('of its own way is one record, which comes back as it was written', async () => {
    const { accessors, stored } = new FakePersistence();
    const port = walkStore(accessors);
    expect(await port.read()).toBeUndefined();
    const walk = afterVisits(walkFrom(undefined, 5), [{ room: watch, waits: true, unknown: true }]);
    const ended: Walk = { ...walk, round: { since: 1, compared: 2, differed: 1, failed: 0, endedAt: 4, rooms: 2 } };
    for (const one of [walk, ended, afterPass(ended, true, 9)]) {
      await port.write(one);
      expect(await port.read()).toEqual(one);
    }
    expect(stored).toHaveLength(1);
  });
});

describe("the app's own articles", () => {
  test('are known by their tickets, each once, until they are dropped', async () => {
    const port = ownArticles(new FakePersistence().accessors);
    await port.note('2', '16');
    await port.note('2', '16');
    await port.note('2', '17');
    await port.note('3', '18');
    await port.drop('2', ['16']);
    expect([await port.ofTicket('2'), await port.ofTicket('3')]).toEqual([['17'], ['18']]);
  });
});

describe('rooms that rules have opened', () => {
  test('are all remembered, until some are dropped', async () => {
    const port = ruleOpenings(new FakePersistence().accessors);
    for (const at of [1, 2, 3]) await port.put({ nonce: `n${at}`, at });
    await port.drop(['n1', 'n3']);
    expect(await port.all()).toEqual([{ nonce: 'n2', at: 2 }]);
  });
});

describe('tickets whose numbers were posted', () => {
  test('are all remembered, until some are dropped', async () => {
    const port = unfurlings(new FakePersistence().accessors);
    for (const at of [1, 2, 3]) await port.put({ nonce: `n${at}`, ticketId: '2', roomId: 'room', at });
    await port.drop(['n1', 'n3']);
    expect(await port.all()).toEqual([{ nonce: 'n2', ticketId: '2', roomId: 'room', at: 2 }]);
  });
});

describe('what has been done about a merge', () => {
  test('is known by the merged ticket', async () => {
    const port = merges(new FakePersistence().accessors);
    await port.note({ ticketId: '2', into: '9' });
    await port.note({ ticketId: '2', into: '12' });
    await port.note({ ticketId: '3', into: '9' });
    expect([await port.find('2'), await port.find('9')]).toEqual([{ ticketId: '2', into: '12' }, undefined]);
  });
});

describe('turns', () => {
  test('are found by what they are about, until they are given back', async () => {
    const port = turns(new FakePersistence().accessors);
    const turn = { subject: 'room-1', nonce: 'n', at: 2 };
    await port.put(turn);
    await port.put({ ...turn, nonce: 'm' });
    await port.put({ ...turn, subject: 'room-2', nonce: 'o' });
    await port.drop(turn);
    expect(await port.of('room-1')).toEqual([{ ...turn, nonce: 'm' }]);
  });
});
