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
  const inside = new Set(room && seen.inside.get(room.id)?.members.map(({ id }) => id));
  const members = memberLists(everybody, (userId) => (inside.has(userId) ? 'present' : { list: 'Unresolved', reason: 'not_in_room' }));
  if (!room) return { result: 'none', members };
  return {
    result: 'found',
    room: { id: room.id, slug: room.slug, type: room.type, owner: { username: room.creator.username, source: 'Existing', tried: [] } },
    members,
  };
}
