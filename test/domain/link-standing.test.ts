import { isGood, isLive } from '../../src/domain/claim';
import { isOpenToAll, unlinkable } from '../../src/domain/linkable';
import { type LinkSight, standingOf } from '../../src/domain/link-standing';
import type { Located } from '../../src/domain/observation';
import type { Link, Room } from '../../src/domain/room';
import { room } from './chat';

const NOW = 10_000_000;
const link = (more: Partial<Link> = {}): Link => ({
  ticketId: '2',
  ticketNumber: '20',
  roomId: 'room-blue',
  origin: 'linked',
  slug: 'blue',
  cardId: 'card',
  ...more,
});
const located = (more: Partial<Located> = {}): Located => ({ linked: false, staleLinks: [], duplicates: [], taken: new Set(), ...more });
const claim = (at: number, nonce = 'other') => ({ nonce, ticketId: '2', roomId: 'room-blue', at });
const standing = (more: Partial<LinkSight>): string =>
  standingOf({ ticketId: '2', roomId: 'room-blue', located: located(), ofRoom: [], claims: [], now: NOW, ...more }).type;

const OLD = room('red', { createdAt: NOW - 60_001 });
const YOUNG = room('red', { createdAt: NOW - 60_000 });

describe('a ticket and a room that are to be linked', () => {
  test.each<[string, Partial<LinkSight>, string]>([
    ['are free when nothing stands between them', {}, 'free'],
    ['are free when a record of the ticket leads nowhere', { located: located({ staleLinks: ['gone'] }) }, 'free'],
    ["are free when somebody's claim has lapsed", { claims: [claim(NOW - 120_000)] }, 'free'],
    ['are contested while somebody claims one of them', { claims: [claim(NOW - 119_999)] }, 'contested'],
    ['are contested while the ticket has a room that was only just made', { located: located({ room: YOUNG }) }, 'contested'],
    ['are refused when the ticket has an older room', { located: located({ room: OLD }) }, 'ticket_taken'],
    [
      'are refused when the ticket has a room with its record',
      { located: located({ room: YOUNG, link: link({ roomId: YOUNG.id }) }) },
      'ticket_taken',
    ],
    ['are refused when the ticket is linked, even twice', { located: located({ room: YOUNG, linked: true }) }, 'ticket_taken'],
    ['are refused when the room has another ticket', { ofRoom: [link({ ticketId: '3' })] }, 'room_taken'],
    ["are refused when the room's own mark names another ticket", { markedFor: { id: '3', number: '30' } }, 'room_taken'],
    ['belong together when they are linked', { located: located({ room: room('blue'), linked: true }), ofRoom: [link()] }, 'same'],
    [
      'belong together when the room was opened for the ticket',
      { located: located({ room: room('blue') }), markedFor: { id: '2', number: '20' } },
      'same',
    ],
  ])('%s', (_what, sight, expected) => {
    expect(standing(sight)).toBe(expected);
  });
});

describe('a claim', () => {
  test('is written on for a minute, and respected for two, so that nobody writes when others have stopped waiting', () => {
    expect([59_999, 60_000].map((age) => isGood(claim(NOW - age), NOW))).toEqual([true, false]);
    expect([119_999, 120_000].map((age) => isLive(claim(NOW - age), NOW))).toEqual([true, false]);
  });
});

describe('a room', () => {
  test.each<[string, Partial<Room>, string | undefined]>([
    ['private', {}, undefined],
    ['public', { type: 'public' }, undefined],
    ['direct', { type: 'direct' }, undefined],
    ['encrypted', { encrypted: true }, 'encrypted'],
    ['archived', { archived: true }, 'archived'],
    ['federated', { federated: true }, 'federated'],
    ["a visitor's", { type: 'omnichannel' }, 'omnichannel'],
    ['of a kind that nobody knows', { type: 'other' }, 'other'],
  ])('that is %s can be linked, or not for this reason', (_what, more, reason) => {
    expect(unlinkable(room('blue', more))).toBe(reason);
  });

  test.each<[string, Partial<Room>, boolean]>([
    ['a channel', { type: 'public' }, true],
    ['a discussion of a channel', { discussionIn: 'public' }, true],
    ['a discussion of a private room', { discussionIn: 'private' }, false],
    ['a private room', {}, false],
    ['a direct room', { type: 'direct' }, false],
  ])('that is %s is open to everybody, or not', (_what, more, expected) => {
    expect(isOpenToAll(room('blue', more))).toBe(expected);
  });
});
