import { valueMeant } from '../domain/choice';
import { articleText } from '../domain/article-text';
import { AppError } from '../domain/errors';
import type { ChatUser } from '../domain/member';
import { shownName } from '../domain/person-header';
import { roomAddress, threadAddress } from '../domain/room-address';
import type { ArticleFiles, Change } from '../domain/write';
import { translator } from '../text/translate';
import { authorise, type Grant } from './authorise';
import type { ChatRules } from './chat-rules';
import { messageInArticle, type MessageRules } from './message-in-article';
import type { Place, Ports, TicketOptions } from './ports';
import { requireNotable, seenMessage } from './seen-message';
import { mayPass, type Outcome, unlessAway, writeToOtobo } from './write-to-otobo';

/** A ticket's title fits into one field of OTOBO's database. */
const MOST_CHARACTERS = 250;

/** A new ticket as somebody wants it; values as typed. */
export interface NewTicket {
  readonly user: ChatUser;
  readonly place: Place;
  readonly title: string;
  /** What the first article says; the title by default. */
  readonly body?: string;
  /** Id of a message of that room which goes into the first article, with its files. */
  readonly messageId?: string;
  /** The one from the settings by default. */
  readonly queue?: string;
  /** OTOBO's own by default. */
  readonly type?: string;
  /** The one from the settings by default. */
  readonly priority?: string;
  /** Login or address; whoever makes the ticket by default. */
  readonly customer?: string;
}

/** The rules, and what is set for new tickets. */
export interface NewTicketRules extends ChatRules, MessageRules {
  readonly defaults: { readonly queue: string; readonly priority: string; readonly open: string };
}

/** What somebody may choose for a new ticket; absent where OTOBO does not say. */
export type TicketChoices = Pick<TicketOptions, 'queues' | 'types' | 'priorities'>;

const CHOICES = ['queues', 'types', 'priorities'] as const satisfies readonly (keyof TicketChoices)[];

type Fields = Pick<Extract<Change, { type: 'Create' }>, 'queue' | 'ticketType' | 'priority'>;

/** Asks OTOBO once. @throws AppError what `authorise` refuses with */
export async function ticketChoices(user: ChatUser, { rights }: Pick<ChatRules, 'rights'>, ports: Ports): Promise<TicketChoices> {
  return (await authorise(user, 'create', { options: CHOICES }, rights, ports)).options;
}

/**
 * Makes a ticket. Its first article says where in the chat it came from.
 *
 * @throws AppError `text_missing`, `text_too_long`, `queue_missing`, `value_unknown` with what the person may choose, `member_only`,
 * `message_gone`, `message_not_noted`, what `authorise` and OTOBO refuse with
 */
export async function createTicket(order: NewTicket, rules: NewTicketRules, ports: Ports): Promise<Outcome> {
  const { user, place, customer } = order;
  const title = articleText(order.title).replace(/\s+/g, ' ');
  if (title.length > MOST_CHARACTERS) throw new AppError('text_too_long', { length: String(title.length), max: String(MOST_CHARACTERS) });
  const { fields, asking } = await chosenFields(order, rules, ports);
  await unlessAway(asking);
  const change = {
    type: 'Create',
    title,
    ...fields,
    state: rules.defaults.open,
    ...(await firstArticle(order, title, rules, ports)),
    ...(customer !== undefined && { customer }),
  } as const;
  return writeToOtobo({ user, place, action: 'create', change }, asking, rules, ports);
}

type FirstArticle = { readonly subject: string; readonly body: string } & ArticleFiles;

async function firstArticle(
  { user, place, ...order }: NewTicket,
  title: string,
  rules: NewTicketRules,
  ports: Ports,
): Promise<FirstArticle> {
  const say = translator(await ports.workspace.language());
  const subject = say('create.subject', { person: shownName(user.name ?? user.username) });
  const typed = order.body?.trim() ?? '';
  const words = typed === '' ? title : typed;
  if (order.messageId === undefined) {
    return { subject, body: articleText(`${words}\n\n${say('create.origin', { url: await addressOf(place, ports) })}`) };
  }
  const message = await seenMessage(user, order.messageId, place.roomId, ports);
  await requireNotable(message, rules.off, ports);
  const { said, about, address, files } = await messageInArticle(message, place.roomId, rules, ports);
  const origin = [...about, say('create.origin', { url: address })].join('\n');
  return { subject, body: articleText([words, said, origin].join('\n\n')), ...(files.length > 0 && { files }) };
}

async function addressOf({ roomId, threadId }: Place, { workspace, rooms }: Ports): Promise<string> {
  const [siteUrl, room] = await Promise.all([workspace.siteUrl(), rooms.byId(roomId)]);
  if (!room) return siteUrl;
  return threadId === undefined ? roomAddress(room, siteUrl) : threadAddress(room, threadId, siteUrl);
}

/**
 * @returns what is set, and the answer of OTOBO to whether the person may create in that queue; that OTOBO is away is handed on, because the
 * ticket is kept then, with all values as they were typed
 */
async function chosenFields(
  order: NewTicket,
  { rights, defaults }: NewTicketRules,
  ports: Ports,
): Promise<{ readonly fields: Fields; readonly asking: Promise<Grant> }> {
  const { user } = order;
  const queue = order.queue ?? defaults.queue;
  const among = (name: string, { types, priorities }: TicketChoices): Fields => ({
    queue: name,
    ...(order.type !== undefined && { ticketType: valueMeant('type', order.type, types) }),
    priority: order.priority === undefined ? defaults.priority : valueMeant('priority', order.priority, priorities),
  });
  const inQueue = (name: string): Promise<Grant> => authorise(user, 'create', { queue: name, options: CHOICES }, rights, ports);
  if (queue !== '') {
    try {
      const grant = await inQueue(queue);
      return { fields: among(queue, grant.options), asking: Promise.resolve(grant) };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (mayPass(error)) return { fields: among(queue, {}), asking: Promise.reject(error) };
      if (error.code !== 'queue_hidden') throw error;
    }
  }
  const choices = await ticketChoices(user, { rights }, ports);
  const found = queueAmong(choices.queues ?? [], queue);
  return { fields: among(found, choices), asking: inQueue(found) };
}

/** @param typed empty where nobody named one @throws AppError `queue_missing`, `queue_hidden`, `value_unknown` */
function queueAmong(queues: readonly string[], typed: string): string {
  if (typed === '') throw new AppError('queue_missing', { offered: queues.length > 0 ? queues.join(', ') : 'none' });
  if (queues.length === 0) throw new AppError('queue_hidden', { queue: typed });
  return valueMeant('queue', typed, queues);
}
