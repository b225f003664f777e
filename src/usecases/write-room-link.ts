import { AppError } from '../domain/errors';
import type { ChatUser } from '../domain/member';
import { roomAddress } from '../domain/room-address';
import type { Room } from '../domain/room';
import type { Write } from '../domain/write';
import type { Grant } from './authorise';
import type { ChatRules } from './chat-rules';
import type { Place, Ports } from './ports';
import { handOver, newWrite, type Outcome, ownWrite } from './write-to-otobo';

/** Whether the ticket says where its room is: it does, or it will; or OTOBO has refused to take it. */
export type RoomLinkWritten = Outcome | { readonly refusal: AppError };

/** Somebody has opened, linked or unlinked the ticket's room. */
export interface RoomLinkOrder {
  readonly user: ChatUser;
  readonly place: Place;
  readonly action: 'open' | 'link';
  readonly ticketId: string;
  /** Absent after an unlink. */
  readonly room?: Pick<Room, 'id' | 'slug' | 'type'>;
}

/** @returns the record of what is to be written into the ticket, which nobody has stored yet */
export async function roomLinkWrite({ room, ...order }: RoomLinkOrder, ports: Pick<Ports, 'time' | 'workspace'>): Promise<Write> {
  return newWrite({ ...order, change: { type: 'RoomLink', ...(await roomLink(room, ports)) } }, ports.time.now());
}

async function roomLink(
  room: RoomLinkOrder['room'],
  { workspace }: Pick<Ports, 'workspace'>,
): Promise<{ readonly roomId: string; readonly url: string }> {
  return room ? { roomId: room.id, url: roomAddress(room, await workspace.siteUrl()) } : { roomId: '', url: '' };
}

/**
 * The same where the app itself knows of it: the scheduled job writes it, in nobody's name.
 *
 * @param room absent for a ticket that has none any more
 */
export async function ownRoomLinkWrite(
  ticketId: string,
  room: RoomLinkOrder['room'],
  ports: Pick<Ports, 'time' | 'workspace'>,
): Promise<Write> {
  return ownWrite(ticketId, { type: 'RoomLink', ...(await roomLink(room, ports)) }, ports.time.now());
}

/** Writes into the ticket where its room is. A refusal is returned, because room and ticket belong together all the same. */
export async function writeRoomLink(order: RoomLinkOrder, grant: Grant, rules: ChatRules, ports: Ports): Promise<RoomLinkWritten> {
  const write = await roomLinkWrite(order, ports);
  return sendRoomLink(write, ports.outbox.put(write), grant, rules, ports);
}

/** The same for a record that is being stored, or was stored together with the link. */
export async function sendRoomLink(
  write: Write,
  storing: Promise<void>,
  grant: Grant,
  rules: ChatRules,
  ports: Ports,
): Promise<RoomLinkWritten> {
  try {
    return await handOver(write, storing, Promise.resolve(grant), rules, ports);
  } catch (error) {
    if (error instanceof AppError) return { refusal: error };
    throw error;
  }
}
