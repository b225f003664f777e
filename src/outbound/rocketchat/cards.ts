import type { IMessage, IMessageRaw } from '@rocket.chat/apps-engine/definition/messages';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { Cards, Workspace } from '../../usecases/ports';
import type { Translate } from '../../text/translate';
import type { Accessors } from './accessors';
import { CARD_BLOCK, cardBlocks, cardText } from './card-blocks';
import { toIUser } from './chat-user';
import { grantedId, grantedList } from './granted';
import { refusalOf } from './server-errors';

/** The largest page of messages that the engine gives. */
const PAGE = 100;

const hasCard = ({ blocks }: Pick<IMessageRaw | IMessage, 'blocks'>): boolean =>
  blocks?.some((block) => 'blockId' in block && block.blockId === CARD_BLOCK) ?? false;

/** A message and a room where the engine looks at the id only. */
const messageOf = (id: string): IMessage => ({ id }) as IMessage;
const roomOf = (id: string): IRoom => ({ id }) as IRoom;

/** Ticket cards as messages of the app's user. */
export function cards(
  { read, modify }: Pick<Accessors, 'read' | 'modify'>,
  appId: string,
  workspace: Workspace,
  translate: () => Promise<Translate>,
): Cards {
  async function setReadOnly(roomId: string, readOnly: boolean): Promise<void> {
    const builder = await modify.getUpdater().room(roomId, toIUser(await workspace.appUser()));
    await modify.getUpdater().finish(builder.setReadOnly(readOnly));
  }

  return {
    isCard: async (messageId) => {
      const message = await read.getMessageReader().getById(messageId);
      return message ? hasCard(message) : false;
    },

    find: async (roomId, page) => {
      const messages = await read
        .getRoomReader()
        .getMessages(roomId, { limit: PAGE, sort: { createdAt: page === 'oldest' ? 'asc' : 'desc' } });
      const found = grantedList(messages, 'room.read')
        .filter(hasCard)
        .map(({ id }) => id);
      return page === 'oldest' ? found : found.reverse();
    },

    async post(roomId, card) {
      const say = await translate();
      const sender = toIUser(await workspace.appUser());
      const message = modify
        .getCreator()
        .startMessage()
        .setSender(sender)
        .setRoom(roomOf(roomId))
        .setText(cardText(card, say))
        .setBlocks(cardBlocks(card, appId, say));
      const send = async (): Promise<string> => grantedId(await modify.getCreator().finish(message), 'message.write');
      try {
        return await send();
      } catch (error) {
        if (refusalOf(error) !== 'read_only') throw error;
        // The app's right to post in read-only rooms was not taken from it at creation by every server.
        await setReadOnly(roomId, false);
        try {
          return await send();
        } finally {
          await setReadOnly(roomId, true);
        }
      }
    },

    async delete(messageIds) {
      const sender = toIUser(await workspace.appUser());
      await Promise.all(messageIds.map((id) => modify.getDeleter().deleteMessage(messageOf(id), sender)));
    },
  };
}
