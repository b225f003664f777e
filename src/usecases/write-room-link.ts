import { AppError } from '../domain/errors';
import type { ChatUser } from '../domain/member';
import { roomAddress } from '../domain/room-address';
import type { Room } from '../domain/room';
import type { Write } from '../domain/write';
import type { Grant } from './authorise';
import type { Place, Ports } from './ports';
import { handOver, newWrite, type Outcome, type Writing } from './write-to-otobo';

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
  const url = room ? roomAddress(room, await ports.workspace.siteUrl()) : '';
  return newWrite({ ...order, change: { type: 'RoomLink', roomId: room?.id ?? '', url } }, ports.time.now());
}

/** Writes into the ticket where its room is. A refusal is returned, because room and ticket belong together all the same. */
export async function writeRoomLink(
  order: RoomLinkOrder,
  grant: Grant,
  ports: Writing & Pick<Ports, 'workspace'>,
): Promise<RoomLinkWritten> {
  const write = await roomLinkWrite(order, ports);
  return sendRoomLink(write, ports.outbox.put(write), grant, ports);
}

/** The same for a record that is being stored, or was stored together with the link. */
export async function sendRoomLink(write: Write, storing: Promise<void>, grant: Grant, ports: Writing): Promise<RoomLinkWritten> {
  try {
    return await handOver(write, storing, Promise.resolve(grant), ports);
  } catch (error) {
    if (error instanceof AppError) return { refusal: error };
    throw error;
  }
}
