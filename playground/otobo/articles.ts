import type { Helpdesk } from './helpdesk';
import { record } from './history';
import type { HistoryType } from './names';
import { fullName } from './people';
import type { Agent, Article, Attachment, CommunicationChannel, SenderType, Ticket } from './records';

export interface ArticleDraft {
  readonly channel: CommunicationChannel;
  readonly senderType: SenderType;
  readonly visibleForCustomer: boolean;
  /** The writer's full name when it is left out. */
  readonly from?: string;
  readonly to?: string;
  readonly cc?: string;
  readonly subject: string;
  readonly body: string;
  /** Media type and character set, as in a mail header. Plain UTF-8 text when it is left out. */
  readonly contentType?: string;
  /** By channel and sender when it is left out. */
  readonly historyType?: HistoryType;
  readonly historyComment?: string;
  readonly attachments?: readonly Attachment[];
}

/** Appends the article to the ticket and its history. */
export function addArticle(helpdesk: Helpdesk, ticket: Ticket, draft: ArticleDraft, by: Agent): Article {
  const [mimeType = '', charset = 'utf-8'] = (draft.contentType ?? 'text/plain; charset=utf-8').split(/;\s*charset=/);
  const article: Article = {
    id: helpdesk.nextArticleId++,
    channel: draft.channel,
    senderType: draft.senderType,
    visibleForCustomer: draft.visibleForCustomer,
    from: draft.from ?? fullName(by),
    to: draft.to ?? '',
    cc: draft.cc ?? '',
    subject: draft.subject,
    body: draft.body,
    mimeType,
    charset,
    createdAt: helpdesk.time.now(),
    createdBy: by.id,
    attachments: draft.attachments ?? [],
  };
  ticket.articles.push(article);
  helpdesk.touch(ticket, by);
  record(helpdesk, ticket, by, draft.historyType ?? usualHistoryType(article), draft.historyComment ?? '%%', article.id);
  if (article.senderType === 'agent') {
    ticket.unlockTimeoutFrom = helpdesk.time.now();
    record(helpdesk, ticket, by, 'Misc', 'Reset of unlock time.');
  }
  return article;
}

function usualHistoryType({ channel, senderType }: Article): HistoryType {
  if (channel === 'Phone') return 'PhoneCallCustomer';
  if (channel === 'Email') return senderType === 'customer' ? 'EmailCustomer' : 'EmailAgent';
  return 'AddNote';
}
