import { RoomType } from '@rocket.chat/apps-engine/definition/rooms';
import type { Mark } from '../../src/domain/mark';
import { type RoomWithUnmapped, toRoom } from '../../src/outbound/rocketchat/room-shape';

const MARK: Mark = { v: 1, ticketId: '2', ticketNumber: '2026112310000011', sig: 'abc' };

/** A room as the engine gives it; the definitions ask for more than the server has. */
function engineRoom(more: Record<string, unknown> = {}): RoomWithUnmapped {
  return {
    id: 'room',
    slugifiedName: 'ticket-2',
    type: RoomType.PRIVATE_GROUP,
    creator: { id: 'id-alice', username: 'alice' },
    ...more,
  } as RoomWithUnmapped; // as: the rest is not looked at
}

describe("the engine's room", () => {
  test('is read with its mark, its announcement and its number of messages', () => {
    const room = engineRoom({
      createdAt: new Date(1_000),
      messageCount: 3,
      customFields: { otobo: MARK, other: 1 },
      _unmappedProperties_: { announcement: 'Ticket#2', archived: true, usersCount: 5 },
    });
    expect(toRoom(room)).toEqual({
      id: 'room',
      slug: 'ticket-2',
      type: 'private',
      creator: { id: 'id-alice', username: 'alice' },
      createdAt: 1_000,
      archived: true,
      encrypted: false,
      federated: false,
      announced: true,
      messageCount: 3,
      memberCount: 5,
      mark: MARK,
    });
  });

  test('may have no creator, as the general channel', () => {
    expect(toRoom(engineRoom({ creator: undefined })).creator).toEqual({ id: '', username: '' });
  });

  test('may lack what the server leaves out', () => {
    expect(toRoom(engineRoom())).toEqual({
      id: 'room',
      slug: 'ticket-2',
      type: 'private',
      creator: { id: 'id-alice', username: 'alice' },
      createdAt: 0,
      archived: false,
      encrypted: false,
      federated: false,
      announced: false,
      messageCount: 0,
      memberCount: 0,
    });
  });

  test('may bring its time as text', () => {
    expect(toRoom(engineRoom({ createdAt: '1970-01-01T00:00:01.000Z' })).createdAt).toBe(1_000);
  });

  test.each([
    [RoomType.PRIVATE_GROUP, 'private'],
    [RoomType.CHANNEL, 'public'],
    [RoomType.DIRECT_MESSAGE, 'direct'],
    [RoomType.LIVE_CHAT, 'omnichannel'],
    ['v', 'other'],
  ])('of type %j counts as %s', (type, expected) => {
    expect(toRoom(engineRoom({ type })).type).toBe(expected);
  });

  test('of two people has no name, and its id stands in its address', () => {
    const direct = toRoom(engineRoom({ type: RoomType.DIRECT_MESSAGE, slugifiedName: undefined }));
    expect(direct.slug).toBe('room');
    expect(direct).not.toHaveProperty('name');
  });

  test.each([
    [RoomType.CHANNEL, 'public'],
    [RoomType.PRIVATE_GROUP, 'private'],
  ])('that is a discussion is known by the room it was started in, here of type %j', (type, expected) => {
    expect(toRoom(engineRoom({ parentRoom: engineRoom({ type }) })).discussionIn).toBe(expected);
    expect(toRoom(engineRoom())).not.toHaveProperty('discussionIn');
  });

  test.each([
    ['encrypted', { _unmappedProperties_: { encrypted: true } }, { encrypted: true }],
    ['federated, as older servers say it', { _unmappedProperties_: { federated: true } }, { federated: true }],
    ['federated, as newer servers say it', { isFederated: true }, { federated: true }],
  ])('may be %s', (_what, more, expected) => {
    expect(toRoom(engineRoom(more))).toMatchObject(expected);
  });

  test('is called what people call it', () => {
    expect(toRoom(engineRoom({ displayName: 'Printers' })).name).toBe('Printers');
  });

  test.each([
    ['text', 'ticket 2'],
    ['a list', [MARK]],
    ['nothing', null],
    ['of another version', { ...MARK, v: 2 }],
    ['without a signature', { ...MARK, sig: undefined }],
    ['with a number for the ticket', { ...MARK, ticketId: 2 }],
  ])('has no mark where what stands there is %s', (_what, otobo) => {
    expect(toRoom(engineRoom({ customFields: { otobo } }))).not.toHaveProperty('mark');
  });

  test('keeps nothing of a mark but what a mark has', () => {
    expect(toRoom(engineRoom({ customFields: { otobo: { ...MARK, more: 'x' } } })).mark).toEqual(MARK);
  });
});
