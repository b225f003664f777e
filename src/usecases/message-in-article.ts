import type { ChatMessage, MessageAttachment } from '../domain/chat-message';
import { fileLine } from '../domain/file-entry';
import { bringsInOffTheRecord, type OffRules } from '../domain/off-the-record';
import { hoursAhead } from '../domain/otobo-time';
import { shownName } from '../domain/person-header';
import type { Room } from '../domain/room';
import { messageAddress } from '../domain/room-address';
import { attachmentLines } from '../domain/transcript-sentences';
import type { AttachedFile } from '../domain/write';
import { momentText } from '../text/moment';
import { type Translate, translator } from '../text/translate';
import { filesOfMessages } from './files-of-messages';
import { noteOrigin } from './note-origin';
import type { Ports } from './ports';

/** The settings about messages in articles. */
export interface MessageRules {
  readonly off: OffRules;
  /** How large a file may be that is attached, in bytes. */
  readonly attachLimit: number;
  /** The zone that OTOBO writes times in, such as `Europe/Berlin`. */
  readonly otoboTimeZone: string;
}

/** What a message is in an article. */
export interface MessageInArticle {
  /** Who wrote it when, what it quotes, and what it says. */
  readonly said: string;
  /** Lines about its files, and its thread. */
  readonly about: readonly string[];
  /** Where people's browsers find it. */
  readonly address: string;
  readonly files: readonly AttachedFile[];
  readonly room?: Room;
}

export type ReadingMessages = Pick<Ports, 'rooms' | 'history' | 'files' | 'workspace'>;

/** Puts a message of a room into words, in the language of the workspace and with times on OTOBO's clock. */
export async function messageInArticle(
  message: ChatMessage,
  roomId: string,
  rules: MessageRules,
  ports: ReadingMessages,
): Promise<MessageInArticle> {
  const [language, siteUrl] = await Promise.all([ports.workspace.language(), ports.workspace.siteUrl()]);
  const say = translator(language);
  const { id, at, threadId, sender, edited, text } = message;
  const [{ room, thread }, attachments, sent] = await Promise.all([
    noteOrigin({ roomId, ...(threadId !== undefined && { threadId }) }, rules.off, say, ports),
    attachmentsIn(message, roomId, rules.off, say, ports),
    filesOfMessages([message], roomId, { wanted: 'attached', largest: rules.attachLimit }, ports),
  ]);
  const head = say(edited ? 'noted.head_edited' : 'noted.head', {
    author: shownName(sender.name ?? sender.username),
    username: shownName(sender.username),
    at: momentText(at, language, hoursAhead(rules.otoboTimeZone, at)),
  });
  const entries = sent.entries.get(id) ?? [];
  const descriptions = message.files.map(({ description }) => (description === undefined ? '' : ` (${onOneLine(description)})`));
  return {
    said: [head, ...attachments, text.trim()].filter((part) => part !== '').join('\n\n'),
    about: [
      ...entries.map((entry, place) => `${fileLine(entry, say)}${descriptions[place] ?? ''}`),
      ...(thread === undefined ? [] : [thread]),
    ],
    address: room ? messageAddress(room, id, siteUrl) : siteUrl,
    files: sent.attached(say),
    ...(room && { room }),
  };
}

/** Quotations and cards, apart from the sender's own words. What somebody does not want kept is in nobody's quotation either. */
function attachmentsIn(
  { attachments }: ChatMessage,
  roomId: string,
  off: OffRules,
  say: Translate,
  { history }: Pick<Ports, 'history'>,
): Promise<string[]> {
  return Promise.all(
    attachments.map(async (attachment) => {
      const { quotes } = attachment;
      const quoted = quotes === undefined ? undefined : await history.byId(quotes, roomId);
      const lines = bringsInOffTheRecord(attachment, quoted, off) ? [say('noted.quote_hidden')] : linesOf(attachment, say);
      return lines.map((line) => `> ${line}`.trimEnd()).join('\n');
    }),
  );
}

function linesOf(attachment: MessageAttachment, say: Translate): string[] {
  const { author, text, link = '', quotes } = attachment;
  if (quotes === undefined) return attachmentLines({ kind: 'card', ...attachment }, say).flatMap((part) => part.split('\n'));
  return [...(author === undefined ? [] : [`${shownName(author)}:`]), ...(text ?? link).trim().split('\n')];
}

const onOneLine = (words: string): string => words.replace(/\s+/g, ' ').trim();
