import { maySee, type Requester } from '../access';
import type { Helpdesk } from '../helpdesk';
import { CHANNEL_IDS, SENDER_TYPE_IDS } from '../names';
import type { Article, Attachment, Ticket } from '../records';
import { ticketFields } from '../ticket-fields';
import { epochSeconds, timestamp } from '../times';
import { missing, noAccess } from './answer';
import { authenticate, type Call } from './authentication';
import { flag, list, text, type Parameters } from '../parameters';

/** Tickets by id, with articles, attachments and dynamic fields as asked for. Fails as a whole when one of them is out of reach. */
export function ticketGet(call: Call) {
  const who = authenticate('TicketGet', call);
  const ids = list(call.parameters, 'TicketID').flatMap((one) => one.split(','));
  if (ids.length === 0) throw missing('TicketGet', 'TicketID');
  const tickets = ids.map((id) => call.helpdesk.tickets.get(Number(id)));
  return {
    Ticket: tickets.map((ticket) => {
      if (!ticket || !maySee(who, ticket)) throw noAccess('TicketGet');
      return oneTicket(call.helpdesk, ticket, call.parameters, who);
    }),
  };
}

function oneTicket(helpdesk: Helpdesk, ticket: Ticket, parameters: Parameters, who: Requester) {
  return {
    ...ticketFields(helpdesk, ticket),
    TimeUnit: 0,
    ...(flag(parameters, 'DynamicFields') ? { DynamicField: dynamicFields(helpdesk, ticket) } : {}),
    ...(flag(parameters, 'AllArticles') ? { Article: articles(ticket, parameters, who) } : {}),
  };
}

/** All fields that are configured, by name; null where the ticket has no value. */
function dynamicFields(helpdesk: Helpdesk, ticket: Ticket) {
  const names = helpdesk.dynamicFields.map(({ name }) => name).sort();
  return names.map((Name) => ({ Name, Value: ticket.dynamicFields.get(Name) ?? null }));
}

/** The oldest comes first. Numbers count what the reader cannot see, too. */
function articles(ticket: Ticket, parameters: Parameters, who: Requester) {
  const numbers = articleNumbers(ticket);
  const numbered = ticket.articles.map((article) => ({ article, number: numbers.indexOf(article.id) + 1 }));
  const visible = numbered.filter(({ article }) => 'agent' in who || article.visibleForCustomer);
  const ordered = text(parameters, 'ArticleOrder') === 'DESC' ? visible.reverse() : visible;
  const limit = Number(text(parameters, 'ArticleLimit') ?? ordered.length);
  return ordered.slice(0, limit).map(({ article, number }) => oneArticle(ticket, article, number, flag(parameters, 'Attachments')));
}

/** @returns ids by number: in the order of their time, and the other way round within one second (recorded so) */
function articleNumbers({ articles }: Ticket): number[] {
  const inOrder = [...articles].sort((a, b) => epochSeconds(a.createdAt) - epochSeconds(b.createdAt) || b.id - a.id);
  return inOrder.map(({ id }) => id);
}

function oneArticle(ticket: Ticket, article: Article, number: number, withAttachments: boolean) {
  return {
    ArticleID: article.id,
    ArticleNumber: number,
    TicketID: ticket.id,
    From: article.from,
    To: article.to,
    Cc: article.cc,
    Bcc: '',
    ReplyTo: '',
    Subject: article.subject,
    Body: article.body,
    ContentType: `${article.mimeType}; charset=${article.charset}`,
    MimeType: article.mimeType,
    Charset: article.charset,
    ContentCharset: article.charset,
    SenderType: article.senderType,
    SenderTypeID: String(SENDER_TYPE_IDS[article.senderType]),
    CommunicationChannelID: CHANNEL_IDS[article.channel],
    IsVisibleForCustomer: article.visibleForCustomer ? 1 : 0,
    IsDeleted: 0,
    IsEdited: 0,
    IncomingTime: epochSeconds(article.createdAt),
    CreateTime: timestamp(article.createdAt),
    CreateBy: article.createdBy,
    ChangeTime: timestamp(article.createdAt),
    ChangeBy: article.createdBy,
    MessageID: '',
    InReplyTo: '',
    References: '',
    TimeUnit: 0,
    ...(withAttachments && article.attachments.length > 0 ? { Attachment: article.attachments.map(oneAttachment) } : {}),
  };
}

function oneAttachment({ filename, contentType, content }: Attachment, index: number) {
  return {
    FileID: String(index + 1),
    Filename: filename,
    ContentType: contentType,
    Content: content.toString('base64'),
    FilesizeRaw: String(content.length),
    Disposition: 'attachment',
    ContentID: '',
    ContentAlternative: '',
  };
}
