import type { ActionsBlock, LayoutBlock } from '@rocket.chat/ui-kit';
import type { Card } from '../../domain/card';
import type { OffRules } from '../../domain/off-the-record';
import { hoursAhead } from '../../domain/otobo-time';
import { shorten } from '../../domain/shorten';
import type { MissingPerson } from '../../domain/told';
import { inertLine, link } from '../../text/inert';
import { momentText } from '../../text/moment';
import type { Translate } from '../../text/translate';
import { section, small } from './blocks';
import { cardButtons } from './card-buttons';
import { shortTitle } from './room-texts';

/** A message with this block is a ticket's card. */
export const CARD_BLOCK = 'otobo-card';
/** Where a card says who linked the room. */
export const LINKED_BLOCK = `${CARD_BLOCK}-linked`;
const MAX_NAMED = 20;
const LONGEST_VALUE = 80;
/** So many characters of a message stand in one line on a phone, 380 px wide. */
const LINE = 42;

/** In whose language and on whose clock a card is written, and what it says of the transcript. */
export interface CardReader {
  readonly say: Translate;
  readonly language: string;
  readonly timeZone: string;
  /** How to stay out of the transcript. */
  readonly off: OffRules;
}

/** The card for clients that show no blocks, and for notifications. */
export function cardText({ ticket }: Card, say: Translate): string {
  return `${inertLine(say('card.title', { number: ticket.number }))} ${inertLine(shortTitle(ticket))}`;
}

/**
 * The card as Rocket.Chat's blocks.
 *
 * @param linked what a card that is brought up to date says already of who linked the room
 */
export function cardBlocks(card: Card, reader: CardReader, appId: string, linked?: LayoutBlock): LayoutBlock[] {
  const { say } = reader;
  return [
    section(appId, CARD_BLOCK, mainText(card, reader)),
    ...(card.missing.length > 0 ? [section(appId, `${CARD_BLOCK}-missing`, missingText(card.missing, say))] : []),
    ...(card.closed ? [section(appId, `${CARD_BLOCK}-closed`, say('card.closed'))] : originBlocks(card, reader, appId, linked)),
    ...buttons(card, appId, say),
  ];
}

function mainText(card: Card, reader: CardReader): string {
  const { ticket } = card;
  const number = inertLine(reader.say('card.title', { number: ticket.number }));
  return [number, inertLine(shortTitle(ticket)), ...fieldLines(card, reader), customerLink(card, reader.say)]
    .filter((line) => line !== '')
    .join('\n');
}

/** Two short fields share a line. */
function fieldLines({ ticket }: Card, { say, language, timeZone }: CardReader): string[] {
  const moment = (at: number | undefined): string => (at === undefined ? '' : momentText(at, language, hoursAhead(timeZone, at)));
  const { customerUser, customerId } = ticket;
  const company = customerId === customerUser ? undefined : customerId;
  const customer = customerUser && company ? `${customerUser} (${company})` : (customerUser ?? company);
  const pairs: [label: string, value: string | undefined][][] = [
    [
      [say('card.state'), ticket.state],
      [say('card.priority'), ticket.priority],
    ],
    [[say('card.queue'), ticket.queue]],
    [
      [say('card.owner'), ticket.owner],
      [say('card.responsible'), ticket.responsible],
    ],
    [[say('ticket.customer'), customer]],
    [[say('ticket.pending'), moment(ticket.pendingUntil)]],
    [[say('changes.escalatesAt'), moment(ticket.escalatesAt)]],
  ];
  return pairs.flatMap((pair) => {
    const fields = pair.flatMap(([label, value]) =>
      value ? [{ label, value: shorten(value.slice(0, LONGEST_VALUE * 4), LONGEST_VALUE) }] : [],
    );
    const shown = fields.map(({ label, value }) => `${label}: ${inertLine(value)}`);
    const width = fields.map(({ label, value }) => `${label}: ${value}`).join(' · ').length;
    return width <= LINE && shown.length > 1 ? [shown.join(' · ')] : shown;
  });
}

/** Only customers have a use for their portal. */
function customerLink({ ticket, guarded }: Card, say: Translate): string {
  return guarded && ticket.customerUrl ? link(say('card.open_customer'), ticket.customerUrl) : '';
}

/** Whose room it is, and what becomes of what is said there. */
function originBlocks({ linkedBy }: Card, { say, off }: CardReader, appId: string, linked: LayoutBlock | undefined): LayoutBlock[] {
  if (linked) return [linked];
  if (linkedBy !== undefined) return [small(appId, LINKED_BLOCK, say('card.linked', { by: inertLine(linkedBy) }))];
  return [
    small(appId, `${CARD_BLOCK}-ownership`, say('card.ownership')),
    small(appId, `${CARD_BLOCK}-transcript`, transcriptKept(off, say)),
  ];
}

/** What is said in a room that the app made is kept when it is closed; who does not want that has to know how. */
function transcriptKept({ prefix, reaction }: OffRules, say: Translate): string {
  const how = prefix !== '' && reaction !== '' ? 'both' : prefix !== '' ? 'prefix' : reaction !== '' ? 'reaction' : 'none';
  return say('card.transcript', { how, prefix: inertLine(prefix), reaction });
}

function buttons(card: Card, appId: string, say: Translate): ActionsBlock[] {
  const blockId = `${CARD_BLOCK}-buttons`;
  const elements = cardButtons(card, appId, blockId, say);
  return elements.length > 0 ? [{ type: 'actions', appId, blockId, elements }] : [];
}

/** What is left of a card after an unlink, or of a deleted ticket's: it is none any more. */
export function retiredBlocks(text: string, appId: string): LayoutBlock[] {
  return [section(appId, 'otobo-retired', text)];
}

/** @returns how many people are missing, and who */
export function missingText(missing: Card['missing'], say: Translate): string {
  return say('card.missing', { count: missing.length, people: named(missing, say) });
}

/** @returns names of people with the reason why they are missing, the first twenty of them */
function named(missing: readonly Pick<MissingPerson, 'name' | 'reason'>[], say: Translate): string {
  const names = missing.slice(0, MAX_NAMED).map(({ name, reason }) => `${inertLine(name)} (${say(`reason.${reason}`)})`);
  return missing.length > MAX_NAMED ? `${names.join(', ')}, …` : names.join(', ');
}
