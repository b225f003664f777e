import type { ArticleDraft } from '../articles';
import type { CommunicationChannel, SenderType, Attachment } from '../records';
import { CHANNEL_IDS, HISTORY_TYPE_IDS, SENDER_TYPE_IDS, type HistoryType } from '../names';
import { invalid, missing } from './answer';
import { flag, group, groups, text, type Parameters } from '../parameters';

/** Addresses that OTOBO takes for made up (its setting CheckEmailInvalidAddress): those at example.com and the like. */
const MADE_UP = /@(anywhere|demo|example|foo|localhost)\.\w{2,3}>?$/i;
const ADDRESS = /^[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+$/;

/** What the history says about an article when the request does not. */
interface HistoryDefaults {
  readonly historyType: HistoryType;
  readonly historyComment: string;
}

/** @returns the article that a request wants to add; undefined when it has none. @throws MissingParameter, InvalidParameter */
export function readArticle(operation: string, parameters: Parameters, usual: HistoryDefaults): ArticleDraft | undefined {
  const article = group(parameters, 'Article');
  if (!article) return undefined;
  const subject = required(operation, article, 'Subject');
  const body = required(operation, article, 'Body');
  const from = text(article, 'From');
  if (from !== undefined && !isAcceptableAddress(from)) throw invalid(operation, 'Article->From');
  const [to, cc] = [text(article, 'To'), text(article, 'Cc')];
  return {
    channel: readChannel(operation, article),
    senderType: readSenderType(operation, article),
    visibleForCustomer: flag(article, 'IsVisibleForCustomer'),
    subject,
    body,
    contentType:
      text(article, 'ContentType') ?? `${required(operation, article, 'MimeType')}; charset=${required(operation, article, 'Charset')}`,
    historyType: readHistoryType(operation, article) ?? usual.historyType,
    historyComment: text(article, 'HistoryComment') ?? usual.historyComment,
    attachments: groups(parameters, 'Attachment').map((attachment) => readAttachment(operation, attachment)),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(cc === undefined ? {} : { cc }),
  };
}

function required(operation: string, article: Parameters, name: string): string {
  const value = text(article, name);
  if (value === undefined) throw missing(operation, `Article->${name}`);
  return value;
}

function readChannel(operation: string, article: Parameters): CommunicationChannel {
  const name = text(article, 'CommunicationChannel') ?? 'Internal';
  if (!isKeyOf(CHANNEL_IDS, name)) throw invalid(operation, 'Article->CommunicationChannelID or Article->CommunicationChannel');
  return name;
}

function readSenderType(operation: string, article: Parameters): SenderType {
  const name = text(article, 'SenderType') ?? 'agent';
  if (!isKeyOf(SENDER_TYPE_IDS, name)) throw invalid(operation, 'Article->SenderTypeID or Article->SenderType');
  return name;
}

function readHistoryType(operation: string, article: Parameters): HistoryType | undefined {
  const name = text(article, 'HistoryType');
  if (name !== undefined && !isKeyOf(HISTORY_TYPE_IDS, name)) throw invalid(operation, 'Article->HistoryType');
  return name;
}

function readAttachment(operation: string, attachment: Parameters): Attachment {
  const [content, contentType, filename] = ['Content', 'ContentType', 'Filename'].map((name) => {
    const value = text(attachment, name);
    if (value === undefined) throw missing(operation, `Attachment->${name}`);
    return value;
  }) as [string, string, string]; // one of each, as `text` never leaves a gap here
  return { filename, contentType, content: Buffer.from(content, 'base64') };
}

/** @param from an address, or a name with one in angle brackets */
export function isAcceptableAddress(from: string): boolean {
  const address = /<([^<>]*)>\s*$/.exec(from)?.[1] ?? from;
  return ADDRESS.test(address) && !MADE_UP.test(address);
}

function isKeyOf<Names extends object>(names: Names, name: string): name is keyof Names & string {
  return Object.hasOwn(names, name);
}
