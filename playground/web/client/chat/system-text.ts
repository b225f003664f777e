import type { Message } from './shapes';

/** What the server's own messages say; the message's own text is a name in most of them. */
const TEXTS: Readonly<Record<string, (text: string) => string>> = {
  uj: () => 'joined the channel',
  ut: () => 'joined the conversation',
  ul: () => 'left the channel',
  au: (text) => `added ${text}`,
  ru: (text) => `removed ${text}`,
  r: (text) => `changed the room name to ${text}`,
  rm: () => 'Message removed',
  'room-archived': () => 'archived the room',
  'room-unarchived': () => 'unarchived the room',
  'room-set-read-only': () => 'made the room read-only',
  'room-removed-read-only': () => 'made the room writable again',
  room_changed_privacy: (text) => `changed the room type to ${text}`,
  message_pinned: () => 'pinned a message',
  'discussion-created': (text) => `started a discussion: ${text}`,
};

/** @returns undefined for what a person or an app wrote */
export function systemText({ t, msg }: Pick<Message, 't' | 'msg'>): string | undefined {
  if (t === undefined) return undefined;
  return TEXTS[t]?.(msg) ?? `${t} ${msg}`.trim();
}
