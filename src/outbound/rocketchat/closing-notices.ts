import type { LayoutBlock } from '@rocket.chat/ui-kit';
import { type Closing, STOP_CLOSING } from '../../domain/closing';
import { hoursAhead } from '../../domain/otobo-time';
import { errorSentence } from '../../text/error-sentence';
import { inertLine, link } from '../../text/inert';
import { momentText } from '../../text/moment';
import type { Translate } from '../../text/translate';
import type { ClosingNotices, Workspace } from '../../usecases/ports';
import type { Accessors } from './accessors';
import { section } from './blocks';
import { toIUser } from './chat-user';
import { poster } from './posting';

const BLOCK = 'otobo-closing';
const TEXT = `${BLOCK}-text`;

/** What is said in a room about its closing. Its readers are in several time zones: times are on OTOBO's clock, and say so. */
export function closingNotices(
  { read, modify }: Pick<Accessors, 'read' | 'modify'>,
  appId: string,
  workspace: Workspace,
  translate: () => Promise<Translate>,
  timeZone: string,
): ClosingNotices {
  const post = poster({ modify }, workspace);
  const moment = async (at: number): Promise<string> => momentText(at, await workspace.language(), hoursAhead(timeZone, at));

  async function values({ ticketNumber, terms, deleteAt, dueAt }: Closing): Promise<Record<string, string>> {
    const [at, until] = await Promise.all([moment(dueAt), moment(deleteAt ?? dueAt + terms.deleteAfter)]);
    return { number: inertLine(ticketNumber), policy: terms.policy, at, until };
  }
  const tell = async (closing: Closing, key: 'closing.closed' | 'closing.reopened'): Promise<void> => {
    const say = await translate();
    const text = say(key, await values(closing));
    await post(closing.roomId, closing.url === undefined ? text : `${text} ${link(say('card.open_agent'), closing.url)}`);
  };

  return {
    async announce(closing) {
      const say = await translate();
      const text = say('closing.announced', await values(closing));
      return post(closing.roomId, text, [section(appId, TEXT, text), stopButton(closing, appId, say)]);
    },

    async announcementOver({ noticeId, ticketNumber, stoppedBy = '' }, how) {
      // It may have been deleted by somebody.
      if (noticeId === undefined || !(await read.getMessageReader().getById(noticeId))) return;
      const say = await translate();
      const text = say(`closing.${how}`, { number: inertLine(ticketNumber), by: inertLine(stoppedBy) });
      const builder = await modify.getUpdater().message(noticeId, toIUser(await workspace.appUser()));
      await modify.getUpdater().finish(builder.setText(text).setBlocks([section(appId, TEXT, text)]));
    },

    closed: (closing) => tell(closing, 'closing.closed'),
    reopened: (closing) => tell(closing, 'closing.reopened'),

    async refused(closing, error) {
      const say = await translate();
      await post(closing.roomId, say('closing.refused', { ...(await values(closing)), cause: errorSentence(error, say) }));
    },
  };
}

function stopButton({ roomId }: Closing, appId: string, say: Translate): LayoutBlock {
  return {
    type: 'actions',
    appId,
    blockId: BLOCK,
    elements: [
      {
        type: 'button',
        appId,
        blockId: BLOCK,
        actionId: STOP_CLOSING,
        value: roomId,
        text: { type: 'plain_text', text: say('closing.stop') },
      },
    ],
  };
}
