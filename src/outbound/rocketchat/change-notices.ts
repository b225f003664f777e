import type { IMessage, IMessageRaw } from '@rocket.chat/apps-engine/definition/messages';
import type { LayoutBlock } from '@rocket.chat/ui-kit';
import type { News } from '../../domain/change-plan';
import { translator } from '../../text/translate';
import type { ChangeNotices, Workspace } from '../../usecases/ports';
import type { Accessors } from './accessors';
import { section } from './blocks';
import { changeText } from './change-text';
import { toIUser } from './chat-user';
import { grantedList } from './granted';
import { poster } from './posting';

/** Begins the id of the block that makes a message one about changes; the digest follows. */
const CHANGES_BLOCK = 'otobo-changes-';
/** The largest page of messages that the engine gives. */
const PAGE = 100;

/**
 * Messages about changes. They are recognised by their block, and only where the app's own user has sent them: anybody may send blocks.
 *
 * @param timeZone the one that OTOBO writes times in
 */
export function changeNotices(
  { read, modify }: Pick<Accessors, 'read' | 'modify'>,
  appId: string,
  workspace: Workspace,
  timeZone: string,
): ChangeNotices {
  const post = poster({ modify }, workspace);

  async function composed(news: News, digest: string): Promise<{ readonly text: string; readonly blocks: LayoutBlock[] }> {
    const language = await workspace.language();
    const text = changeText(news, translator(language), language, timeZone);
    return { text, blocks: [section(appId, `${CHANGES_BLOCK}${digest}`, text)] };
  }

  return {
    async find(roomId) {
      const [messages, { id: appUserId }] = await Promise.all([
        read.getRoomReader().getMessages(roomId, { limit: PAGE, sort: { createdAt: 'desc' } }),
        workspace.appUser(),
      ]);
      return grantedList(messages, 'room.read')
        .filter(({ sender }) => sender._id === appUserId)
        .flatMap((message) => {
          const digest = digestIn(message);
          return digest === undefined ? [] : [{ messageId: message.id, digest }];
        });
    },

    async post(roomId, news, digest) {
      const { text, blocks } = await composed(news, digest);
      return post(roomId, text, blocks);
    },

    async edit(messageId, news, digest) {
      const [message, { text, blocks }, appUser] = await Promise.all([
        read.getMessageReader().getById(messageId),
        composed(news, digest),
        workspace.appUser(),
      ]);
      if (!message || digestIn(message) === undefined) return false;
      const builder = await modify.getUpdater().message(messageId, toIUser(appUser));
      await modify.getUpdater().finish(builder.setText(text).setBlocks(blocks));
      return true;
    },
  };
}

function digestIn({ blocks }: Pick<IMessageRaw | IMessage, 'blocks'>): string | undefined {
  const ids = blocks?.map((block) => ('blockId' in block ? block.blockId : ''));
  return ids?.find((id) => id.startsWith(CHANGES_BLOCK))?.slice(CHANGES_BLOCK.length);
}
