import { articleText } from '../domain/article-text';
import type { ChatMessage, Quote, SentFile } from '../domain/chat-message';
import type { ChatUser } from '../domain/member';
import { hoursAhead } from '../domain/otobo-time';
import { shownName } from '../domain/person-header';
import { messageAddress } from '../domain/room-address';
import type { ArticleText } from '../domain/write';
import { momentText } from '../text/moment';
import { translator } from '../text/translate';
import { noteOrigin } from './note-origin';
import type { Ports } from './ports';

/**
 * What a message is as an internal article, in the language of the workspace and with times on OTOBO's clock.
 *
 * @param by who wants it noted
 * @param timeZone such as `Europe/Berlin`
 * @throws AppError `text_too_long`
 */
export async function notedArticle(
  message: ChatMessage,
  by: ChatUser,
  timeZone: string,
  ports: Pick<Ports, 'rooms' | 'messages' | 'workspace'>,
): Promise<ArticleText> {
  const [language, siteUrl] = await Promise.all([ports.workspace.language(), ports.workspace.siteUrl()]);
  const say = translator(language);
  const { room, thread } = await noteOrigin(message, say, ports);
  const author = shownName(message.author.name ?? message.author.username);
  const person = shownName(by.name ?? by.username);
  const subject =
    room && room.type !== 'direct'
      ? say('noted.subject', { author, person, room: room.slug })
      : say('noted.subject_direct', { author, person });
  const at = momentText(message.at, language, hoursAhead(timeZone, message.at));
  const { username } = message.author;
  const head = say(message.edited ? 'noted.head_edited' : 'noted.head', { author, username: shownName(username), at });
  const said = [...message.quotes.map(quoted), message.text.trim()].filter((part) => part !== '').join('\n\n');
  const about = [
    ...(message.files.length > 0 ? [say('noted.files', { count: message.files.length, files: message.files.map(named).join(', ') })] : []),
    ...(thread === undefined ? [] : [thread]),
    room ? messageAddress(room, message.id, siteUrl) : siteUrl,
  ].join('\n');
  return { subject, body: articleText([head, said, about].filter((part) => part !== '').join('\n\n')) };
}

function quoted({ author, text }: Quote): string {
  const lines = text.trim().split('\n');
  return [...(author === undefined ? [] : [`${shownName(author)}:`]), ...lines].map((line) => `> ${line}`.trimEnd()).join('\n');
}

function named({ name, description }: SentFile): string {
  const file = shownName(name);
  return description === undefined ? file : `${file} (${description.replace(/\s+/g, ' ').trim()})`;
}
