import type { ChatUser } from '../domain/member';
import { unusableAccount } from '../domain/person-search';
import type { GuardRules } from '../domain/guard';
import type { Consent, Ports } from './ports';
import { refreshCard, type Refreshing } from './refresh-card';

/** A click under the question whether a customer may come in. */
export interface ConsentAnswer {
  readonly roomId: string;
  /** The customer. */
  readonly userId: string;
  readonly by: ChatUser;
  readonly granted: boolean;
}

type Answering = Refreshing & Pick<Ports, 'directory' | 'consents' | 'additions' | 'notices' | 'audit'>;

/** Lets a customer in, or keeps them out; only the room's owner and the ticket's agents who are in the room may say. A no can be taken back. */
export async function answerConsent({ roomId, userId, by, granted }: ConsentAnswer, rules: GuardRules, ports: Answering): Promise<void> {
  const [consent, room, members, person, [link]] = await Promise.all([
    ports.consents.find(roomId, userId),
    ports.rooms.byId(roomId),
    ports.rooms.members(roomId),
    ports.directory.byId(userId),
    ports.links.ofRoom(roomId),
  ]);
  if (!room || room.archived || !consent || !person) return ports.notices.whisper(by, roomId, 'consent.settled');
  if (!mayAnswer(by, consent, room.creator.id, members)) return ports.notices.whisper(by, roomId, 'consent.not_yours');
  if (granted && !(await letIn(roomId, person, ports))) return ports.notices.whisper(by, roomId, 'consent.failed');
  const about = { roomId, by: by.username, detail: person.username, ...(link && { ticketNumber: link.ticketNumber }) };
  await Promise.all([
    ports.notices.consentAnswered(consent.messageId, person, by, granted),
    ...(granted ? [ports.audit.note({ what: 'consented', ...about })] : []),
  ]);
  if (granted && link) await refreshCard(link.ticketId, roomId, { id: userId, agent: false }, rules, ports);
}

/** @returns whether the server let them in */
async function letIn(roomId: string, person: ChatUser, { rooms, additions, consents }: Answering): Promise<boolean> {
  if (unusableAccount(person)) return false;
  await rooms.addMembers(roomId, [person.username]);
  if (!(await rooms.members(roomId)).some(({ id }) => id === person.id)) return false;
  await additions.remember(roomId, [person.id]);
  await consents.drop(roomId, person.id);
  return true;
}

function mayAnswer({ id }: ChatUser, { agents }: Consent, ownerId: string, members: readonly ChatUser[]): boolean {
  return members.some((member) => member.id === id) && (id === ownerId || agents.includes(id));
}
