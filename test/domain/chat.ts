import type { ChatUser } from '../../src/domain/member';
import { decodeMapping } from '../../src/domain/people-mapping';
import type { Discovery, Recognition } from '../../src/domain/person-search';
import type { Room } from '../../src/domain/room';
import type { Ticket } from '../../src/domain/ticket';

/** A user with one verified address, as tests need them by the dozen. */
export function user(username: string, more: Partial<ChatUser> = {}): ChatUser {
  return {
    id: `id-${username}`,
    username,
    enabled: true,
    bot: false,
    roles: ['user'],
    addresses: [{ address: `${username}@corp.test`, verified: true }],
    ...more,
  };
}

/** How people are recognised. `mapping` is written as an admin writes it. */
export function recognition(discovery: Discovery, { mapping = '', acceptUnverified = false } = {}): Recognition {
  return { discovery, mapping: decodeMapping(mapping).names, acceptUnverified };
}

export function room(slug: string, more: Partial<Room> = {}): Room {
  return {
    id: `room-${slug}`,
    slug,
    type: 'private',
    creator: { id: 'id-alice', username: 'alice' },
    createdAt: 0,
    archived: false,
    encrypted: false,
    federated: false,
    announced: true,
    messageCount: 1,
    memberCount: 2,
    ...more,
  };
}

export const TICKET: Ticket = {
  id: '2',
  number: '2026112310000011',
  title: 'Printer 1 is burning',
  queue: 'Support',
  state: 'open',
  priority: '3 normal',
  owner: 'alice',
  responsible: 'bob',
};
