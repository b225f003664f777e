import { articleText } from '../domain/article-text';
import type { ChatMessage } from '../domain/chat-message';
import type { ChatUser } from '../domain/member';
import { shownName } from '../domain/person-header';
import type { ArticleFiles, ArticleText } from '../domain/write';
import { translator } from '../text/translate';
import { messageInArticle, type MessageRules, type ReadingMessages } from './message-in-article';

/**
 * What a message of a room is as an internal article, in the language of the workspace.
 *
 * @param by who wants it noted
 * @throws AppError `text_too_long`
 */
export async function notedArticle(
  message: ChatMessage,
  roomId: string,
  by: ChatUser,
  rules: MessageRules,
  ports: ReadingMessages,
): Promise<ArticleText & ArticleFiles> {
  const [language, { said, about, address, files, room }] = await Promise.all([
    ports.workspace.language(),
    messageInArticle(message, roomId, rules, ports),
  ]);
  const say = translator(language);
  const author = shownName(message.sender.name ?? message.sender.username);
  const person = shownName(by.name ?? by.username);
  const subject =
    room && room.type !== 'direct'
      ? say('noted.subject', { author, person, room: room.slug })
      : say('noted.subject_direct', { author, person });
  const body = articleText([said, [...about, address].join('\n')].join('\n\n'));
  return { subject, body, ...(files.length > 0 && { files }) };
}
