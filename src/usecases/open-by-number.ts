import type { ChatUser } from '../domain/member';
import { roomAddress } from '../domain/room-address';
import type { RoomOutcome } from './answers';
import { authorise } from './authorise';
import type { ChatRules } from './chat-rules';
import { completeTicket, ticketById } from './complete-ticket';
import { openRoom } from './open-room';
import type { Place, Ports } from './ports';
import { type RoomLinkWritten, writeRoomLink } from './write-room-link';

export interface Opened {
  readonly ticketNumber: string;
  readonly outcome: RoomOutcome;
  /** Whether the person who asked is in the room. */
  readonly inside: boolean;
  /** Of the room, for browsers. */
  readonly address: string;
  readonly written: RoomLinkWritten;
}

/**
 * Opens a ticket's room for somebody in the chat, with the people whom OTOBO names. Who asks may come to own it, and is no member for that
 * alone.
 *
 * @throws AppError `ticket_hidden`, `right_missing`, `busy`, `otobo_*`, and what keeps the room from being opened
 */
export async function openByNumber(
  { sender, place, ticketId }: { readonly sender: ChatUser; readonly place: Place; readonly ticketId: string },
  rules: ChatRules,
  ports: Ports,
): Promise<Opened> {
  const grant = await authorise(sender, 'open', { ticketId }, rules.rights, ports);
  const request = await completeTicket(ticketById(ticketId), rules.publicUrl, ports, { articles: 1 });
  const actor = { ...grant.agent, type: 'Agent' as const, roles: [] };
  const outcome = await openRoom({ ...request, actor, actorUser: sender }, rules.policy, ports);
  if (outcome.refusal) throw outcome.refusal;
  const { room } = outcome;
  if (room?.id === undefined) throw new Error('There is neither a room nor a refusal.');
  const { id, slug, type } = room;
  const [siteUrl, members, written] = await Promise.all([
    ports.workspace.siteUrl(),
    ports.rooms.members(id),
    writeRoomLink({ user: sender, place, action: 'open', ticketId, room: { id, slug, type } }, grant, rules, ports),
  ]);
  const inside = members.some((member) => member.id === sender.id);
  return { ticketNumber: request.ticket.number, outcome, inside, address: roomAddress({ slug, type }, siteUrl), written };
}
