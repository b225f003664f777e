import type { EphemeralNotice, Message } from './shapes';

/** One line of a room as its reader sees it. */
export interface TimelineEntry {
  readonly message: Message;
  /** Only this reader sees it, and it is not stored. */
  readonly ephemeral: boolean;
  /** Follows the one before so closely that the sender is not named again. */
  readonly continues: boolean;
  /** The first of a new day: that day. */
  readonly day?: Date;
}

/** Messages of one sender within this time stand together. */
const TOGETHER_MS = 5 * 60_000;

const isSameDay = (one: Date, other: Date): boolean => one.toDateString() === other.toDateString();

/**
 * What a reader sees of a room, or of one thread in it: the messages, with what only they were shown in between.
 * @param thread the id of the message that started it; without it the room itself, in which replies of threads do not appear
 */
export function timeline(
  messages: readonly Message[],
  notices: readonly EphemeralNotice[],
  reader: string,
  roomId: string,
  thread?: string,
): TimelineEntry[] {
  const own = notices.filter(({ username, roomId: rid }) => username === reader && rid === roomId).map(({ message }) => message);
  const belongs = ({ _id, tmid }: Message): boolean => (thread === undefined ? tmid === undefined : _id === thread || tmid === thread);
  const shown = [
    ...messages.filter(belongs).map((message) => ({ message, ephemeral: false })),
    ...own.filter(belongs).map((message) => ({ message, ephemeral: true })),
  ].sort((one, other) => one.message.ts.localeCompare(other.message.ts));

  return shown.map(({ message, ephemeral }, at) => {
    const before = shown[at - 1];
    const time = new Date(message.ts);
    const startsDay = !before || !isSameDay(time, new Date(before.message.ts));
    const continues =
      !startsDay &&
      !ephemeral &&
      !before.ephemeral &&
      before.message.u.username === message.u.username &&
      before.message.t === undefined &&
      message.t === undefined &&
      time.getTime() - new Date(before.message.ts).getTime() < TOGETHER_MS;
    return { message, ephemeral, continues, ...(startsDay && { day: time }) };
  });
}
