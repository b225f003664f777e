import type { Messages } from '../../usecases/ports';
import type { Accessors } from './accessors';

/** Messages of people, by their id. An id comes from outside: a message of another room is none. */
export function messages({ read }: Pick<Accessors, 'read'>): Messages {
  return {
    async text(messageId, roomId) {
      const message = await read.getMessageReader().getById(messageId);
      return message?.room.id === roomId ? message.text : undefined;
    },
  };
}
