import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import type { Messages } from '../../usecases/ports';
import type { Accessors } from './accessors';
import { toMessage } from './message-shape';

/** Messages of people, by their id. An id comes from outside: a message of another room is none. */
export function messages({ read }: Pick<Accessors, 'read'>): Messages {
  const inRoom = async (id: string, roomId: string): Promise<(IMessage & { readonly id: string }) | undefined> => {
    const message = await read.getMessageReader().getById(id);
    return message?.room.id === roomId ? { ...message, id } : undefined;
  };
  return {
    text: async (messageId, roomId) => (await inRoom(messageId, roomId))?.text,
    async find(messageId, roomId) {
      const message = await inRoom(messageId, roomId);
      return message && toMessage(message);
    },
  };
}
