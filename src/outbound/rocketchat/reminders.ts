import type { IMessage, IMessageRaw } from '@rocket.chat/apps-engine/definition/messages';
import type { Heard, Reminders } from '../../usecases/ports';
import type { Accessors } from './accessors';
import { toIUser } from './chat-user';
import { grantedList } from './granted';
import { poster } from './posting';
import { REMINDER_BLOCK, reminderBlocks, type ReminderReader, reminderText } from './reminder-blocks';
import type { WorkspaceAccess } from './workspace';

/** The largest page of messages that the engine gives. */
const PAGE = 100;

const isReminder = ({ blocks }: Pick<IMessageRaw | IMessage, 'blocks'>): boolean =>
  blocks?.some((block) => 'blockId' in block && block.blockId === REMINDER_BLOCK) ?? false;

/**
 * Reminders as messages of the app's user, in the language of the workspace.
 *
 * @param timeZone OTOBO's
 */
export function reminders(
  { read, modify }: Pick<Accessors, 'read' | 'modify'>,
  appId: string,
  workspace: WorkspaceAccess,
  timeZone: string,
): Reminders {
  const post = poster({ modify }, workspace);
  async function reader(): Promise<ReminderReader> {
    const [say, language] = await Promise.all([workspace.translate(), workspace.language()]);
    return { say, language, timeZone };
  }

  return {
    // The server leaves its own messages out, about who came and went.
    async listen(roomId) {
      const [messages, appUser] = await Promise.all([
        read.getRoomReader().getMessages(roomId, { limit: PAGE, sort: { createdAt: 'desc' } }),
        workspace.appUser(),
      ]);
      return heard(grantedList(messages, 'room.read'), appUser.id);
    },

    async post(roomId, stages) {
      const text = reminderText(stages, await reader());
      return post(roomId, text, reminderBlocks(text, stages, appId));
    },

    async edit(messageId, stages) {
      const message = await read.getMessageReader().getById(messageId);
      if (!message || !isReminder(message)) return false;
      const builder = await modify.getUpdater().message(messageId, toIUser(await workspace.appUser()));
      const text = reminderText(stages, await reader());
      await modify.getUpdater().finish(builder.setText(text).setBlocks(reminderBlocks(text, stages, appId)));
      return true;
    },
  };
}

function heard(newestFirst: readonly IMessageRaw[], appUserId: string): Heard {
  const talk = newestFirst.find(({ sender }) => sender._id !== appUserId);
  const reminder = newestFirst.find((message) => message.sender._id === appUserId && isReminder(message));
  return {
    ...(talk && { talkedAt: new Date(talk.createdAt).getTime() }),
    ...(reminder && { reminderId: reminder.id }),
  };
}
