import type { ChatMessage } from '../../domain/chat-message';
import { shorten } from '../../domain/shorten';
import { ticketChoices } from '../create-ticket';
import { requireNotable, seenMessage } from '../seen-message';
import type { Ports } from '../ports';
import type { FormOrder, FormRules, PrepareForm } from './form-rules';

/** As long as the line of a list that people read. */
const LONGEST_TITLE = 120;

/**
 * The form for a new ticket, of a message where there is one: then its first line is offered as the title.
 *
 * @throws AppError `member_only`, `message_gone`, `message_not_noted`
 */
export const prepareCreateForm: PrepareForm = async (order, rules, ports) => {
  const { queue, priority } = rules.defaults;
  const message = await messageOf(order, rules, ports);
  const blank = {
    type: 'Create',
    usual: { queue, priority },
    ...(message && { message: { title: titleOf(message), files: message.files.length } }),
  } as const;
  return { blank, known: ticketChoices(order.user, rules, ports).then((choices) => ({ ...blank, ...choices })) };
};

/**
 * The form that asks for the ticket which a message goes into.
 *
 * @throws AppError `member_only`, `message_gone`, `message_not_noted`
 */
export const prepareAddForm: PrepareForm = async (order, rules, ports) => {
  await messageOf(order, rules, ports);
  const view = { type: 'Add' } as const;
  return { blank: view, known: Promise.resolve(view) };
};

/** @returns the message that the form is about, if it is about one */
async function messageOf({ user, place, messageId }: FormOrder, { off }: FormRules, ports: Ports): Promise<ChatMessage | undefined> {
  if (messageId === undefined) return undefined;
  const message = await seenMessage(user, messageId, place.roomId, ports);
  await requireNotable(message, off, ports);
  return message;
}

const titleOf = ({ text }: ChatMessage): string => shorten(text.trim().split('\n')[0]?.trim() ?? '', LONGEST_TITLE);
