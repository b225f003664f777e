import {
  RocketChatAssociationModel as Model,
  RocketChatAssociationRecord as Association,
} from '@rocket.chat/apps-engine/definition/metadata';
import type { Link } from '../../src/domain/room';
import { links } from '../../src/outbound/rocketchat/links';
import { FakePersistence } from './fake-persistence';

const LINK: Link = { ticketId: '2', ticketNumber: '2026112310000011', roomId: 'room', slug: 'ticket-2', cardId: 'card' };

describe('the index from tickets to rooms', () => {
  test('keeps one record for a ticket and a room, however often it is written', async () => {
    const { accessors, stored } = new FakePersistence();
    await links(accessors).write(LINK);
    await links(accessors).write({ ...LINK, cardId: 'another card' });
    expect(await links(accessors).ofTicket('2')).toEqual([{ ...LINK, cardId: 'another card' }]);
    expect(stored).toHaveLength(1);
  });

  test('shows when a ticket leads to two rooms, and drops the one it is told to', async () => {
    const { accessors } = new FakePersistence();
    await links(accessors).write(LINK);
    await links(accessors).write({ ...LINK, roomId: 'other room' });
    expect((await links(accessors).ofTicket('2')).map(({ roomId }) => roomId)).toEqual(['room', 'other room']);
    await links(accessors).drop('2', ['room']);
    expect((await links(accessors).ofTicket('2')).map(({ roomId }) => roomId)).toEqual(['other room']);
  });

  test('drops every record of a ticket and a room, where there are several', async () => {
    const persistence = new FakePersistence();
    await links(persistence.accessors).write(LINK);
    persistence.stored.push(...persistence.stored.map((one) => ({ ...one })));
    expect(await links(persistence.accessors).ofTicket('2')).toHaveLength(2);
    await links(persistence.accessors).drop('2', ['room']);
    expect(persistence.stored).toEqual([]);
  });

  test("leaves other tickets' records alone", async () => {
    const { accessors } = new FakePersistence();
    await links(accessors).write(LINK);
    await links(accessors).write({ ...LINK, ticketId: '22' });
    await links(accessors).drop('2', ['room']);
    expect(await links(accessors).ofTicket('2')).toEqual([]);
    expect(await links(accessors).ofTicket('22')).toEqual([{ ...LINK, ticketId: '22' }]);
  });

  test('passes over a record that is none', async () => {
    const persistence = new FakePersistence();
    persistence.insert({ ticketId: '2', roomId: 7 }, new Association(Model.MISC, 'ticket-2'));
    expect(await links(persistence.accessors).ofTicket('2')).toEqual([]);
  });
});
