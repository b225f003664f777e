import { memberLists } from '../domain/member-lists';
import { locate } from '../domain/observation';
import type { StatusAnswer } from './answers';
import { findParticipants } from './find-participants';
import { observeRoom } from './observe-room';
import type { Ports } from './ports';
import { admissionRules, type Policy, slugsFor, type TicketRequest } from './ticket-request';

/** Is there a room, who of the ticket's people is in it, and who is missing; reads only. */
export async function ticketStatus(request: TicketRequest, policy: Policy, ports: Ports): Promise<StatusAnswer> {
  const slugs = slugsFor(request.ticket, policy);
  const [{ seen, keys }, everybody] = await Promise.all([
    observeRoom(request.ticket.id, slugs, ports),
    findParticipants(request.people, policy.recognition, ports, admissionRules(request, policy), request.ticket.queue),
  ]);
  const { room } = locate(request.ticket.id, slugs, seen, keys);
  const members = room ? (seen.inside.get(room.id)?.members ?? []) : [];
  const ids = new Set(members.map(({ id }) => id));
  const lists = memberLists(everybody, (userId) => (ids.has(userId) ? 'present' : { list: 'Unresolved', reason: 'not_in_room' }));
  if (!room) return { result: 'none', inside: [], members: lists };
  const owner = { username: room.creator.username, source: 'Existing' as const, tried: [] };
  return {
    result: 'found',
    room: { id: room.id, slug: room.slug, type: room.type, owner },
    inside: members.map(({ username }) => username).sort(),
    members: lists,
  };
}
