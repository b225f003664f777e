import type { IMessage, IMessageRaw } from '@rocket.chat/apps-engine/definition/messages';
import type { Cards, Workspace } from '../../usecases/ports';
import { inertLine } from '../../text/inert';
import type { Translate } from '../../text/translate';
import type { Accessors } from './accessors';
import { CARD_BLOCK, cardBlocks, cardText, unlinkedBlocks } from './card-blocks';
import { toIUser } from './chat-user';
import { grantedList } from './granted';
import { poster } from './posting';

/** The largest page of messages that the engine gives. */
const PAGE = 100;

const hasCard = ({ blocks }: Pick<IMessageRaw | IMessage, 'blocks'>): boolean =>
  blocks?.some((block) => 'blockId' in block && block.blockId === CARD_BLOCK) ?? false;

/** A message where the engine looks at the id only. */
const messageOf = (id: string): IMessage => ({ id }) as IMessage;

/** Ticket cards as messages of the app's user. */
export function cards(
  { read, modify }: Pick<Accessors, 'read' | 'modify'>,
  appId: string,
  workspace: Workspace,
  translate: () => Promise<Translate>,
): Cards {
  const post = poster({ modify }, workspace);
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
      return post(roomId, cardText(card, say), cardBlocks(card, appId, say));
    },

    async sayUnlinked(messageId, ticketNumber, by) {
      const message = await read.getMessageReader().getById(messageId);
      if (!message || !hasCard(message)) return;
      const builder = await modify.getUpdater().message(messageId, toIUser(await workspace.appUser()));
      const text = (await translate())('card.unlinked', { number: ticketNumber, by: inertLine(by) });
      await modify.getUpdater().finish(builder.setText(text).setBlocks(unlinkedBlocks(text, appId)));
    },

    async delete(messageIds) {
      const sender = toIUser(await workspace.appUser());
      await Promise.all(messageIds.map((id) => modify.getDeleter().deleteMessage(messageOf(id), sender)));
    },
  };
}
