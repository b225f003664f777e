import { choose } from '../domain/choice';
import { articleText } from '../domain/article-text';
import { AppError } from '../domain/errors';
import type { ChatUser } from '../domain/member';
import { shownName } from '../domain/person-header';
import { roomAddress, threadAddress } from '../domain/room-address';
import { translator } from '../text/translate';
import { authorise, type Grant } from './authorise';
import type { ChatRules } from './chat-rules';
import type { Place, Ports } from './ports';
import { mayPass, type Outcome, writeToOtobo } from './write-to-otobo';

/** A ticket's title fits into one field of OTOBO's database. */
const MOST_CHARACTERS = 250;

export interface NewTicket {
  readonly user: ChatUser;
  readonly place: Place;
  readonly title: string;
  /** As typed; the one from the settings by default. */
  readonly queue?: string;
  /** Login or address; whoever makes the ticket by default. */
  readonly customer?: string;
}

/** The rules, and what is set for new tickets. */
export interface NewTicketRules extends ChatRules {
  readonly defaults: { readonly queue: string; readonly priority: string; readonly open: string };
}

/**
 * Makes a ticket of a title. Its first article says where in the chat it came from.
 *
 * @throws AppError `text_missing`, `text_too_long`, `queue_missing`, `value_unknown` with the queues that the person may choose, what
 * `authorise` and OTOBO refuse with
 */
export async function createTicket(order: NewTicket, rules: NewTicketRules, ports: Ports): Promise<Outcome> {
  const { user, place } = order;
  const title = articleText(order.title).replace(/\s+/g, ' ');
  if (title.length > MOST_CHARACTERS) throw new AppError('text_too_long', { length: String(title.length), max: String(MOST_CHARACTERS) });
  const { queue, asking } = await queueFor(order, rules, ports);
  const [siteUrl, language, room] = await Promise.all([
    ports.workspace.siteUrl(),
    ports.workspace.language(),
    ports.rooms.byId(place.roomId),
  ]);
  const say = translator(language);
  const url =
    room === undefined ? siteUrl : place.threadId === undefined ? roomAddress(room, siteUrl) : threadAddress(room, place.threadId, siteUrl);
  const change = {
    type: 'Create',
    title,
    queue,
    state: rules.defaults.open,
    priority: rules.defaults.priority,
    subject: say('create.subject', { person: shownName(user.name ?? user.username) }),
    body: say('create.body', { title, url }),
    ...(order.customer !== undefined && { customer: order.customer }),
  } as const;
  return writeToOtobo({ user, place, action: 'create', change }, asking(), rules, ports);
}

/**
 * @returns the queue, and the answer of OTOBO to whether the person may create in it; that OTOBO is away is handed on, because the ticket is
 * kept then
 */
async function queueFor(
  { user, queue: typed }: NewTicket,
  { rights, defaults }: NewTicketRules,
  ports: Ports,
): Promise<{ readonly queue: string; readonly asking: () => Promise<Grant> }> {
  const queue = typed ?? defaults.queue;
  const inQueue = (name: string): Promise<Grant> => authorise(user, 'create', { queue: name }, rights, ports);
  try {
    if (queue === '') throw new AppError('queue_missing');
    const grant = await inQueue(queue);
    return { queue, asking: () => Promise.resolve(grant) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (queue !== '' && mayPass(error)) return { queue, asking: () => Promise.reject(error) };
    if (error.code !== 'queue_missing' && error.code !== 'queue_hidden') throw error;
    const { options } = await authorise(user, 'create', { options: ['queues'] }, rights, ports);
    const queues = options.queues ?? [];
    if (queue === '') throw new AppError('queue_missing', { offered: queues.length > 0 ? queues.join(', ') : 'none' });
    if (queues.length === 0) throw error;
    const found = meant(queue, queues);
    return { queue: found, asking: () => inQueue(found) };
  }
}

/** @throws AppError `value_unknown` */
function meant(typed: string, allowed: readonly string[]): string {
  const choice = choose(typed, allowed);
  if ('value' in choice) return choice.value;
  throw new AppError('value_unknown', { field: 'queue', value: typed, offered: choice.offered.join(', ') });
}
