import type { Told } from '../../src/domain/told';
import { ownArticles } from '../../src/outbound/rocketchat/own-articles';
import { toldRecords } from '../../src/outbound/rocketchat/told-records';
import { turns } from '../../src/outbound/rocketchat/turns';
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
