import type { Helpdesk, TicketEvent } from '../helpdesk';
import type { Article, Attachment, Ticket } from '../records';
import { ticketFields } from '../ticket-fields';
import type { Invoker } from './web-service';

type Fields = Record<string, unknown>;

const TICKET_FIELDS = ['Title', 'Queue', 'Lock', 'Type', 'State', 'Priority', 'Owner', 'Responsible', 'CustomerUser'];
const ARTICLE_FIELDS = ['CommunicationChannel', 'SenderType', 'From', 'Subject', 'Body', 'ContentType', 'Charset', 'MimeType'];

/**
 * What OTOBO's built-in invokers TicketCreate and TicketUpdate send about a ticket. Articles, attachments and dynamic fields
 * come twice: at the top (for a receiving OTOBO) and inside the ticket.
 */
export function ticketBody(helpdesk: Helpdesk, ticket: Ticket, invoker: Invoker, { eventData }: TicketEvent): Fields {
  const articles = chosenArticles(ticket, invoker, eventData.ArticleID);
  const sent = articles.map((article) => articleFields(article, invoker));
  const attachments = articles.flatMap((article) => article.attachments.map(attachmentFields));
  const dynamicFields = chosenDynamicFields(ticket, invoker);
  const withDynamicFields = dynamicFields.length > 0 ? { DynamicField: dynamicFields } : {};
  return {
    TicketID: ticket.id,
    TicketNumber: ticket.number,
    Ticket: {
      ...pick(allTicketFields(helpdesk, ticket), invoker.requestTicketFields ?? TICKET_FIELDS),
      Article: sent,
      ...withDynamicFields,
    },
    ...(sent.length > 0
      ? { Article: invoker.countLastArticle === undefined ? withoutAttachment(sent[0]) : sent.map(withoutAttachment) }
      : {}),
    ...(attachments.length > 0 ? { Attachment: attachments } : {}),
    ...withDynamicFields,
  };
}

/** Newest first. An event about one article sends that one. */
function chosenArticles(ticket: Ticket, invoker: Invoker, articleId: unknown): Article[] {
  if (articleId !== undefined && invoker.countLastArticle === undefined) return ticket.articles.filter(({ id }) => id === articleId);
  return [...ticket.articles].reverse().slice(0, invoker.countLastArticle);
}

/** Only fields that have a value are sent. */
function chosenDynamicFields(ticket: Ticket, { requestDynamicFieldsTicket: wanted }: Invoker): Fields[] {
  return [...ticket.dynamicFields]
    .filter(([name, value]) => value !== null && (wanted?.includes(name) ?? true))
    .map(([Name, Value]) => ({ Name, Value }))
    .sort((a, b) => (a.Name < b.Name ? -1 : 1));
}

function allTicketFields(helpdesk: Helpdesk, ticket: Ticket): Fields {
  return { ...ticketFields(helpdesk, ticket), CustomerUser: ticket.customerUser };
}

function articleFields(article: Article, invoker: Invoker): Fields {
  // OTOBO writes `utf8` here, whatever the article says.
  const charset = article.charset.replace(/^utf-8$/i, 'utf8');
  const all: Fields = {
    ArticleID: article.id,
    CommunicationChannel: article.channel,
    SenderType: article.senderType,
    IsVisibleForCustomer: article.visibleForCustomer ? 1 : 0,
    From: article.from,
    To: article.to,
    Cc: article.cc,
    Subject: article.subject,
    Body: article.body,
    ContentType: `${article.mimeType}; charset=${charset}`,
    Charset: charset,
    MimeType: article.mimeType,
    CreateBy: article.createdBy,
  };
  const attachments = article.attachments.length > 0 ? { Attachment: article.attachments.map(attachmentFields) } : {};
  return { ...pick(all, invoker.requestArticleFields ?? ARTICLE_FIELDS), ...attachments };
}

function withoutAttachment(article: Fields | undefined): Fields {
  return Object.fromEntries(Object.entries(article ?? {}).filter(([name]) => name !== 'Attachment'));
}

function attachmentFields({ filename, contentType, content }: Attachment, index: number): Fields {
  return {
    FileID: String(index + 1),
    Filename: filename,
    ContentType: contentType,
    MimeType: contentType.split(';')[0],
    Disposition: 'attachment',
    FilesizeRaw: String(content.length),
    // Lines of 76 characters, as in a mail.
    Content: content.toString('base64').replace(/.{1,76}/g, '$&\n'),
  };
}

function pick(fields: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(names.filter((name) => name in fields).map((name) => [name, fields[name]]));
}
