import {
  RocketChatAssociationModel as Model,
  RocketChatAssociationRecord as Association,
} from '@rocket.chat/apps-engine/definition/metadata';
import type { Closing } from '../../src/domain/closing';
import { closings } from '../../src/outbound/rocketchat/closings';
import { FakePersistence } from './fake-persistence';

const CLOSING: Closing = {
  ticketId: '2',
  ticketNumber: '11',
  url: 'https://otobo.test/2',
  roomId: 'room',
  phase: 'announced',
  terms: { policy: 'delete', deleteAfter: 5 },
  revision: 1,
  changedAt: 2,
  since: 3,
  dueAt: 4,
  noticeId: 'm',
  removed: [],
};

describe('the closing of a room', () => {
  test('is one record, found by its room and by its ticket, and as long as there is something to do about it in a list', async () => {
    const port = closings(new FakePersistence().accessors);
    await port.write(CLOSING);
    await port.write({ ...CLOSING, roomId: 'other', ticketId: '3' });
    const transcript: Closing = { ...CLOSING, phase: 'transcript', revision: 2, addendum: true, removed: ['id-bob'] };
    await port.write(transcript);
    expect(await port.ofRoom('room')).toEqual(transcript);
    expect(await port.ofTicket('2')).toEqual([transcript]);
    expect((await port.active()).map(({ roomId }) => roomId).sort()).toEqual(['other', 'room']);
  });

  test('goes along with a room that moves to another ticket, and is that ticket’s then', async () => {
    const port = closings(new FakePersistence().accessors);
    await port.write(CLOSING);
    const moved: Closing = { ...CLOSING, ticketId: '9', revision: 2 };
    await port.move(moved, '2');
    expect([await port.ofTicket('2'), await port.ofTicket('9'), await port.active()]).toEqual([[], [moved], [moved]]);
    await port.write({ ...moved, phase: 'closed', revision: 3 });
    expect([await port.active(), (await port.ofRoom('room'))?.phase]).toEqual([[], 'closed']);
  });

  test.each<[string, Partial<Closing>, boolean, boolean]>([
    ['announced', { phase: 'announced' }, true, false],
    ['in transcript', { phase: 'transcript' }, true, false],
    ['closed, and to be deleted, with something still to be written', { phase: 'transcript', addendum: true, deleteAt: 9 }, true, false],
    ['closed, and to be deleted', { phase: 'closed', deleteAt: 9 }, false, true],
    ['closed', { phase: 'closed' }, false, false],
    ['stopped', { phase: 'stopped' }, false, false],
  ])('that is %s stands where it belongs, and nowhere else', async (_what, more, active, deleting) => {
    const port = closings(new FakePersistence().accessors);
    await port.write(CLOSING);
    await port.write({ ...CLOSING, phase: 'closed', deleteAt: 9, revision: 2 });
    await port.write({ ...CLOSING, ...more, revision: 3 });
    expect([(await port.active()).length, (await port.deleting()).length]).toEqual([Number(active), Number(deleting)]);
    expect(await port.ofRoom('room')).toMatchObject({ revision: 3 });
  });

  test('of which a crash has left two counts as it was written last, and the next write removes the older', async () => {
    const persistence = new FakePersistence();
    const port = closings(persistence.accessors);
    await port.write({ ...CLOSING, phase: 'closed', revision: 2 });
    // As a process that died before it removed the older one would have left it.
    const associations = ['closing-of-room-room', 'closing-of-ticket-2', 'closings-active'].map((id) => new Association(Model.MISC, id));
    persistence.insert(CLOSING, associations);
    expect(await port.ofRoom('room')).toMatchObject({ phase: 'closed' });
    expect(await port.ofTicket('2')).toHaveLength(1);
    expect(await port.active()).toHaveLength(1);
    await port.write({ ...CLOSING, phase: 'closed', revision: 3 });
    expect(await port.active()).toEqual([]);
    expect(persistence.stored).toHaveLength(1);
  });

  test('goes as a whole', async () => {
    const persistence = new FakePersistence();
    const port = closings(persistence.accessors);
    await port.write(CLOSING);
    await port.drop('room');
    expect(persistence.stored).toEqual([]);
    expect(await port.ofRoom('room')).toBeUndefined();
  });
});
