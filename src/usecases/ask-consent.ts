import type { ChatUser } from '../domain/member';
import type { Ports } from './ports';

/**
 * Asks the people of a room whether a customer may come in and read what was said before. The question first, the record second:
 * asked twice is better than never.
 *
 * @param agents ids of who may answer besides the room's owner
 */
export async function askConsent(
  { roomId, person, agents }: { readonly roomId: string; readonly person: ChatUser; readonly agents: readonly string[] },
  { notices, consents }: Pick<Ports, 'notices' | 'consents'>,
): Promise<void> {
  const messageId = await notices.askConsent(roomId, person);
  await consents.add({ roomId, userId: person.id, agents, messageId });
}
