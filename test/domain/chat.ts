import type { ChatMessage } from '../../src/domain/chat-message';
import type { ClosingTerms } from '../../src/domain/closing';
import type { ChatUser } from '../../src/domain/member';
import { decodeMapping } from '../../src/domain/people-mapping';
import type { Discovery, Recognition } from '../../src/domain/person-search';
import type { Room } from '../../src/domain/room';
import type { Ticket } from '../../src/domain/ticket';
import { firstKnown } from '../../src/domain/change-plan';
import type { Told } from '../../src/domain/told';

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

export const TERMS: ClosingTerms = { policy: 'read_only', deleteAfter: 30 * 86_400_000 };
/** What a room knows that was told of `TICKET` once, long ago. */
export function toldTo({ id }: Pick<Room, 'id'>, more: Partial<Told> = {}): Told {
  return {
    ticketId: TICKET.id,
    ticketNumber: TICKET.number,
    roomId: id,
    agents: ['id-alice', 'id-bob'],
    ...firstKnown(TICKET, [], 0),
    card: { guarded: false, missing: [] },
    ...more,
  };
}

/** Something that alice has said in the room `room`. */
export function message(more: Partial<ChatMessage> = {}): ChatMessage {
  return {
    id: 'm1',
    sender: { id: 'id-alice', username: 'alice', name: 'Alice' },
    text: 'The toner is empty.',
    at: Date.UTC(2026, 10, 23, 9, 5),
    system: false,
    files: [],
    attachments: [],
    reactions: new Map(),
    ...more,
  };
}
