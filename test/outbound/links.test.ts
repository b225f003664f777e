import {
  RocketChatAssociationModel as Model,
  RocketChatAssociationRecord as Association,
} from '@rocket.chat/apps-engine/definition/metadata';
import type { Claim } from '../../src/domain/claim';
import type { Link } from '../../src/domain/room';
import { claims } from '../../src/outbound/rocketchat/claims';
import { links } from '../../src/outbound/rocketchat/links';
import { FakePersistence } from './fake-persistence';

const LINK: Link = {
  ticketId: '2',
  ticketNumber: '2026112310000011',
  roomId: 'room',
  origin: 'created',
  slug: 'ticket-2',
  cardId: 'card',
};

const ofTicket = async ({ accessors }: FakePersistence, ticketId: string): Promise<readonly Link[]> =>
  (await claims(accessors).ofTicket(ticketId)).links;

describe('the index from tickets to rooms', () => {
  test('keeps one record for a ticket and a room, however often it is written', async () => {
    const persistence = new FakePersistence();
    const { accessors, stored } = persistence;
    await links(accessors).write(LINK);
    await links(accessors).write({ ...LINK, cardId: 'another card' });
    expect(await ofTicket(persistence, '2')).toEqual([{ ...LINK, cardId: 'another card' }]);
    expect(stored).toHaveLength(1);
  });

  test('shows when a ticket leads to two rooms, and drops the one it is told to', async () => {
    const persistence = new FakePersistence();
    const { accessors } = persistence;
    await links(accessors).write(LINK);
    await links(accessors).write({ ...LINK, roomId: 'other room' });
    expect((await ofTicket(persistence, '2')).map(({ roomId }) => roomId)).toEqual(['room', 'other room']);
    await links(accessors).drop('2', ['room']);
    expect((await ofTicket(persistence, '2')).map(({ roomId }) => roomId)).toEqual(['other room']);
  });

  test('drops every record of a ticket and a room, where there are several', async () => {
    const persistence = new FakePersistence();
    await links(persistence.accessors).write(LINK);
    persistence.stored.push(...persistence.stored.map((one) => ({ ...one })));
    expect(await ofTicket(persistence, '2')).toHaveLength(2);
    await links(persistence.accessors).drop('2', ['room']);
    expect(persistence.stored).toEqual([]);
  });

  test("leaves other tickets' records alone", async () => {
    const persistence = new FakePersistence();
    const { accessors } = persistence;
    await links(accessors).write(LINK);
    await links(accessors).write({ ...LINK, ticketId: '22' });
    await links(accessors).drop('2', ['room']);
    expect(await ofTicket(persistence, '2')).toEqual([]);
    expect(await ofTicket(persistence, '22')).toEqual([{ ...LINK, ticketId: '22' }]);
  });

  test('shows who is about to link among what is linked, in one read', async () => {
    const persistence = new FakePersistence();
    const claim: Claim = { nonce: 'n', ticketId: '2', roomId: 'room', at: 1 };
    await claims(persistence.accessors).put(claim);
    await links(persistence.accessors).write(LINK);
    persistence.reads = 0;
    expect(await claims(persistence.accessors).ofTicket('2')).toEqual({ links: [LINK], claims: [claim] });
    expect(persistence.reads).toBe(1);
    expect(await claims(persistence.accessors).ofRoom('room')).toEqual({ links: [LINK], claims: [claim] });
    expect(await claims(persistence.accessors).ofRoom('other room')).toEqual({ links: [], claims: [] });
    expect(await links(persistence.accessors).ofRoom('room')).toEqual([LINK]);
  });

  test('keeps its records when a claim goes, and other claims, too', async () => {
    const { accessors } = new FakePersistence();
    const [mine, other] = ['mine', 'other'].map((nonce): Claim => ({ nonce, ticketId: '2', roomId: 'room', at: 1 }));
    if (!mine || !other) throw new Error('There are two.');
    for (const claim of [mine, other]) await claims(accessors).put(claim);
    await links(accessors).write(LINK);
    await claims(accessors).drop(mine);
    expect(await claims(accessors).ofTicket('2')).toEqual({ links: [LINK], claims: [other] });
  });

  test('takes a record of the first version, which does not say so, for that of a room that the app made', async () => {
    const persistence = new FakePersistence();
    const old = Object.fromEntries(Object.entries(LINK).filter(([field]) => field !== 'origin'));
    persistence.insert(old, [
      new Association(Model.MISC, 'ticket-2'),
      new Association(Model.ROOM, 'room'),
      new Association(Model.MISC, 'links'),
    ]);
    expect(await ofTicket(persistence, '2')).toEqual([LINK]);
  });

  test('passes over a record that is none', async () => {
    const persistence = new FakePersistence();
    persistence.insert({ ticketId: '2', roomId: 7 }, new Association(Model.MISC, 'ticket-2'));
    expect(await ofTicket(persistence, '2')).toEqual([]);
  });
});
