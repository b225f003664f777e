import { customersMayJoin } from '../domain/admission';
import type { ChatUser } from '../domain/member';
import { unusableAccount } from '../domain/person-search';
import { keysOfUser, type Waiting } from '../domain/waiting';
import { askConsent } from './ask-consent';
import type { Ports } from './ports';
import { refreshCard, type Refreshing } from './refresh-card';
import type { Policy } from './ticket-request';

export type Admitting = Refreshing & Pick<Ports, 'consents' | 'additions' | 'notices' | 'keys'>;
export type AdmittingPolicy = Pick<Policy, 'recognition' | 'customers' | 'customerQueues' | 'adding' | 'colleagues'>;

/** Brings a user into the rooms of all tickets that have waited for them: an account is new, or its address is verified now. */
export async function admitWaiting(user: ChatUser, policy: AdmittingPolicy, ports: Admitting): Promise<void> {
  if (unusableAccount(user)) return;
  const keys = keysOfUser(user, policy.recognition, await ports.keys.all());
  const entries = (await Promise.all(keys.map((key) => ports.waiting.byKey(key)))).flat();
  const roomIds = [...new Set(entries.map(({ roomId }) => roomId))];
  await Promise.all(
    roomIds.map(async (roomId) => {
      const here = entries.filter((entry) => entry.roomId === roomId);
      if (!(await admit(user, roomId, here, policy, ports))) return;
      await Promise.all(here.map(({ ticketId, key }) => ports.waiting.drop(ticketId, [key])));
      const newcomer = { id: user.id, agent: here.every(({ type }) => type === 'Agent') };
      const ticketIds = [...new Set(here.map(({ ticketId }) => ticketId))];
      await Promise.all(ticketIds.map((ticketId) => refreshCard(ticketId, roomId, newcomer, policy, ports)));
    }),
  );
}

/** @returns whether the wait is over; it goes on for whom the server keeps out */
async function admit(
  user: ChatUser,
  roomId: string,
  entries: readonly Waiting[],
  policy: AdmittingPolicy,
  ports: Admitting,
): Promise<boolean> {
  const [room, members, cards, asked] = await Promise.all([
    ports.rooms.byId(roomId),
    ports.rooms.members(roomId),
    ports.cards.find(roomId, 'oldest'),
    ports.consents.ofRoom(roomId),
  ]);
  if (!room || room.archived || isIn(members, user)) return true;
  // Whoever waits as an agent and as a customer comes in as a customer.
  const customer = entries.find(({ type }) => type !== 'Agent');
  if (customer && !customersMayJoin(policy, await queueNow(customer, ports))) return true;
  if (customer && room.messageCount > cards.length) {
    if (!asked.includes(user.id)) await askConsent({ roomId, person: user, agents: customer.agents }, ports);
    return true;
  }
  await ports.rooms.addMembers(roomId, [user.username]);
  if (!isIn(await ports.rooms.members(roomId), user)) return false;
  await ports.additions.remember(roomId, [user.id]);
  if (policy.adding === 'welcome') await ports.notices.welcome(roomId, [user.username]);
  return true;
}

/** The ticket may have moved since somebody began to wait. */
async function queueNow({ ticketId, queue }: Waiting, { told }: Admitting): Promise<string | undefined> {
  const [known] = await told.ofTicket(ticketId);
  return known ? known.fields.queue : queue;
}

const isIn = (members: readonly ChatUser[], user: ChatUser): boolean => members.some(({ id }) => id === user.id);
