import type { ChatUser } from '../domain/member';
import { keysOfUser } from '../domain/waiting';
import { admitWaiting, type Admitting, type AdmittingPolicy } from './admit-waiting';
import type { Ports } from './ports';

export type MeetingPolicy = AdmittingPolicy;
export type MeetingPorts = Admitting & Pick<Ports, 'book'>;

/**
 * Takes a user into the address book, and brings them in where they have been waited for. The user is read again, because an
 * event tells of a moment that may have passed; old servers tell of a new user before they store it.
 */
export async function meetUser(userId: string, policy: MeetingPolicy, ports: MeetingPorts & Pick<Ports, 'directory'>): Promise<void> {
  const user = await ports.directory.byId(userId);
  if (!user) return;
  await ports.book.learn(user);
  await admitWaiting(user, policy, ports);
}

/**
 * Takes somebody who was come across into the address book, and brings them in where they are waited for.
 *
 * @param awaited what anybody waits for, so that most people cost no look at the list
 */
export async function learnOf(user: ChatUser, awaited: ReadonlySet<string>, policy: MeetingPolicy, ports: MeetingPorts): Promise<void> {
  await ports.book.learn(user);
  const keys = keysOfUser(user, policy.recognition, await ports.keys.all());
  if (keys.some((key) => awaited.has(key))) await admitWaiting(user, policy, ports);
}

/** Takes a user who was deleted out of the address book. */
export async function userGone(userId: string, { book }: Pick<Ports, 'book'>): Promise<void> {
  await book.forget(userId);
}
