import type { IMessage, IMessageRaw } from '@rocket.chat/apps-engine/definition/messages';
import type { LayoutBlock } from '@rocket.chat/ui-kit';
import type { Cards, Workspace } from '../../usecases/ports';
import { inertLine } from '../../text/inert';
import type { Translate } from '../../text/translate';
import type { Accessors } from './accessors';
import { CARD_BLOCK, cardBlocks, type CardReader, cardText, retiredBlocks, LINKED_BLOCK } from './card-blocks';
import { toIUser } from './chat-user';
import { grantedList } from './granted';
import { poster } from './posting';

/** The largest page of messages that the engine gives. */
const PAGE = 100;

const hasCard = ({ blocks }: Pick<IMessageRaw | IMessage, 'blocks'>): boolean =>
  blocks?.some((block) => 'blockId' in block && block.blockId === CARD_BLOCK) ?? false;

/** What a card says of who linked the room. */
function linkedBlock({ blocks }: IMessage): LayoutBlock | undefined {
  // as: the app has posted it, and it posts nothing else under this id
  return blocks?.find((block) => 'blockId' in block && block.blockId === LINKED_BLOCK) as LayoutBlock | undefined;
}

/** Whether what is stored is what was sent; the server adds ids of its own to it. */
function holds(stored: unknown, sent: unknown): boolean {
  if (typeof sent !== 'object' || sent === null) return stored === sent;
  if (typeof stored !== 'object' || stored === null) return false;
  if (Array.isArray(sent) && !(Array.isArray(stored) && stored.length === sent.length)) return false;
  const values = new Map<string, unknown>(Object.entries(stored));
  return Object.entries(sent).every(([key, value]) => holds(values.get(key), value));
}

/** A message where the engine looks at the id only. */
const messageOf = (id: string): IMessage => ({ id }) as IMessage;

/** Ticket cards as messages of the app's user. */
export function cards(
  { read, modify }: Pick<Accessors, 'read' | 'modify'>,
  appId: string,
  workspace: Workspace,
  translate: () => Promise<Translate>,
  rules: Pick<CardReader, 'timeZone' | 'off'>,
): Cards {
  const post = poster({ modify }, workspace);
  const reader = async (): Promise<CardReader> => {
    const [say, language] = await Promise.all([translate(), workspace.language()]);
    return { ...rules, say, language };
  };
  /** A line where the card was: it is none any more. */
  const retire = async (messageId: string, line: (say: Translate) => string): Promise<void> => {
    const message = await read.getMessageReader().getById(messageId);
    if (!message || !hasCard(message)) return;
    const builder = await modify.getUpdater().message(messageId, toIUser(await workspace.appUser()));
    const text = line(await translate());
    await modify.getUpdater().finish(builder.setText(text).setBlocks(retiredBlocks(text, appId)));
  };
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
      const to = await reader();
      return post(roomId, cardText(card, to.say), cardBlocks(card, to, appId));
    },

    async refresh(messageId, card) {
      const message = await read.getMessageReader().getById(messageId);
      if (!message || !hasCard(message)) return;
      const [to, appUser] = await Promise.all([reader(), workspace.appUser()]);
      const [text, blocks] = [cardText(card, to.say), cardBlocks(card, to, appId, linkedBlock(message))];
      // Clients mark what was edited.
      if (message.text === text && holds(message.blocks, blocks)) return;
      const builder = await modify.getUpdater().message(messageId, toIUser(appUser));
      await modify.getUpdater().finish(builder.setText(text).setBlocks(blocks));
    },

    sayUnlinked: (messageId, ticketNumber, by) =>
      retire(messageId, (say) => say('card.unlinked', { number: inertLine(ticketNumber), by: inertLine(by) })),

    sayMerged: (messageId, ticketNumber, into) =>
      retire(messageId, (say) => say('card.merged', { merged: inertLine(ticketNumber), number: inertLine(into) })),

    sayDeleted: (messageId, ticketNumber) => retire(messageId, (say) => say('card.deleted', { number: inertLine(ticketNumber) })),

    async delete(messageIds) {
      const sender = toIUser(await workspace.appUser());
      await Promise.all(messageIds.map((id) => modify.getDeleter().deleteMessage(messageOf(id), sender)));
    },
  };
}
