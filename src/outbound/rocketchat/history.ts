import type { History } from '../../usecases/ports';
import type { Accessors } from './accessors';
import { grantedList } from './granted';
import { toMessage } from './message-shape';

/** What was said in rooms, through the engine's accessors. */
export function history({ read }: Pick<Accessors, 'read'>): History {
  return {
    async page(roomId, skip, limit) {
      const page = await read.getRoomReader().getMessages(roomId, { limit, skip, sort: { createdAt: 'asc' } });
      return grantedList(page, 'room.read').map(toMessage);
    },
    async byId(messageId, roomId) {
      const message = await read.getMessageReader().getById(messageId);
      return message?.room.id === roomId ? toMessage(message) : undefined;
    },
  };
}
