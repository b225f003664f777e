import { roomAddress } from '../domain/room-address';
import type { Origin, Room } from '../domain/room';
import type { Ticket } from '../domain/ticket';
import { inertLine, link } from '../text/inert';
import { type Translate, translator } from '../text/translate';
import type { Ports } from './ports';

type Telling = Pick<Ports, 'notices' | 'workspace'>;

/** A room where the surviving ticket is talked about. */
export interface OtherRoom {
  readonly room: Room;
  readonly origin: Origin;
}

/** Tells a room, if it can be written in, that its ticket was merged into one that has a room, and shows the way there. */
export async function tellOfOther(room: Room, other: OtherRoom, from: Ticket, to: Ticket, ports: Telling): Promise<void> {
  if (!canBeWrittenIn(room)) return;
  const say = await inLanguageOfRooms(ports);
  // Who is in this room may not know of a room that was there before the ticket.
  const way = other.origin === 'created' ? link(say('merging.go'), roomAddress(other.room, await ports.workspace.siteUrl())) : 'none';
  await ports.notices.post(room.id, say('merging.elsewhere', { merged: inertLine(from.number), survivor: nameOf(to), room: way }));
}

/** Tells a room, if it can be written in, that it is the surviving ticket's from now on. */
export async function tellOfMove(room: Room, origin: Origin, from: Ticket, to: Ticket, ports: Telling): Promise<void> {
  if (!canBeWrittenIn(room)) return;
  const say = await inLanguageOfRooms(ports);
  const key = origin === 'created' ? 'merging.moved' : 'merging.moved_linked';
  await ports.notices.post(room.id, say(key, { merged: inertLine(from.number), survivor: nameOf(to), number: inertLine(to.number) }));
}

const inLanguageOfRooms = async ({ workspace }: Telling): Promise<Translate> => translator(await workspace.language());

/** The number alone: what a ticket is about is not for everybody who may be in the other one's room. */
const nameOf = ({ number, url }: Ticket): string => link(`Ticket#${inertLine(number)}`, url ?? '');

const canBeWrittenIn = ({ archived, encrypted }: Room): boolean => !archived && !encrypted;
