import type { LayoutBlock } from '@rocket.chat/ui-kit';
import { CLOSE_TICKET } from '../../domain/closing';
import type { Card } from '../../domain/room-plan';
import type { OffRules } from '../../domain/off-the-record';
import type { Participant } from '../../domain/participants';
import { inertLine, link } from '../../text/inert';
import type { Translate } from '../../text/translate';
import { shortTitle } from './room-texts';

/** A message with this block is a ticket's card. */
export const CARD_BLOCK = 'otobo-card';
/** Where a card says who linked the room. */
export const LINKED_BLOCK = `${CARD_BLOCK}-linked`;
const MAX_NAMED = 20;

const section = (appId: string, blockId: string, text: string): LayoutBlock => ({
  type: 'section',
  appId,
  blockId,
  text: { type: 'mrkdwn', text },
});

/** The card for clients that show no blocks, and for notifications. */
export function cardText({ ticket }: Card, translate: Translate): string {
  return `${inertLine(translate('card.title', { number: ticket.number }))} ${inertLine(shortTitle(ticket))}`;
}

/**
 * The card as Rocket.Chat's blocks. In a guarded room it has only what a customer may read.
 *
 * @param off how to stay out of the transcript
 * @param linked what it says already of who linked the room
 */
export function cardBlocks(card: Card, off: OffRules, appId: string, translate: Translate, linked?: LayoutBlock): LayoutBlock[] {
  const lines = [
    inertLine(translate('card.title', { number: card.ticket.number })),
    inertLine(shortTitle(card.ticket)),
    ...fields(card, translate),
    links(card, translate),
  ];
  const blocks = [section(appId, CARD_BLOCK, lines.filter((line) => line !== '').join('\n'))];
  if (card.missing.length > 0)
    blocks.push(
      section(
        appId,
        `${CARD_BLOCK}-missing`,
        translate('card.missing', { count: card.missing.length, people: named(card.missing, translate) }),
      ),
    );
  const last: LayoutBlock = {
    type: 'context',
    appId,
    blockId: card.linkedBy === undefined ? `${CARD_BLOCK}-ownership` : LINKED_BLOCK,
    elements: [{ type: 'mrkdwn', text: origin(card, translate) }],
  };
  if (card.linkedBy !== undefined || linked) return [...blocks, linked ?? last];
  const kept = { type: 'mrkdwn' as const, text: transcriptKept(off, translate) };
  return [
    ...blocks,
    last,
    { type: 'context', appId, blockId: `${CARD_BLOCK}-transcript`, elements: [kept] },
    closeButton(appId, translate),
  ];
}

const BUTTONS = `${CARD_BLOCK}-buttons`;
const CLOSED = `${CARD_BLOCK}-closed`;

/** For whoever may close the ticket; others are told that they may not. */
function closeButton(appId: string, translate: Translate): LayoutBlock {
  const text = { type: 'plain_text' as const, text: translate('close.button') };
  const button = { type: 'button' as const, appId, blockId: BUTTONS, actionId: CLOSE_TICKET, value: CLOSE_TICKET, text };
  return { type: 'actions', appId, blockId: BUTTONS, elements: [button] };
}

/** The card of a room that is closed: without the button, and saying so. */
export function closedBlocks(blocks: readonly LayoutBlock[], appId: string, translate: Translate): LayoutBlock[] {
  return [...withoutEnd(blocks), section(appId, CLOSED, translate('card.closed'))];
}

/** The same card when the room is open again. */
export function reopenedBlocks(blocks: readonly LayoutBlock[], appId: string, translate: Translate): LayoutBlock[] {
  return [...withoutEnd(blocks), closeButton(appId, translate)];
}

const withoutEnd = (blocks: readonly LayoutBlock[]): LayoutBlock[] =>
  blocks.filter((block) => !('blockId' in block) || ![BUTTONS, CLOSED].includes(block.blockId ?? ''));

/** What is left of a card after an unlink, or of a deleted ticket's: it is none any more. */
export function retiredBlocks(text: string, appId: string): LayoutBlock[] {
  return [section(appId, 'otobo-retired', text)];
}

/** What is said in a room that the app made is kept when it is closed; who does not want that has to know how. */
function transcriptKept({ prefix, reaction }: OffRules, translate: Translate): string {
  const how = prefix !== '' && reaction !== '' ? 'both' : prefix !== '' ? 'prefix' : reaction !== '' ? 'reaction' : 'none';
  return translate('card.transcript', { how, prefix: inertLine(prefix), reaction });
}

function origin({ linkedBy }: Card, translate: Translate): string {
  return linkedBy === undefined ? translate('card.ownership') : translate('card.linked', { by: inertLine(linkedBy) });
}

function fields({ ticket, guarded }: Card, translate: Translate): string[] {
  const shown = [
    ['card.queue', ticket.queue],
    ['card.state', ticket.state],
  ] as const;
  const internal = [
    ['card.priority', ticket.priority],
    ['card.owner', ticket.owner],
    ['card.responsible', ticket.responsible],
  ] as const;
  return [...shown, ...(guarded ? [] : internal)].flatMap(([key, value]) => (value ? [`${translate(key)}: ${inertLine(value)}`] : []));
}

/** Only who sees tickets as an agent has a use for the agents' address; the customers' own is for the rooms they may be in. */
function links({ ticket, guarded }: Card, translate: Translate): string {
  const agent = ticket.url ? link(translate('card.open_agent'), ticket.url) : '';
  const customer = guarded && ticket.customerUrl ? link(translate('card.open_customer'), ticket.customerUrl) : '';
  return [agent, customer].filter((part) => part !== '').join(' · ');
}

/** @returns names of people with the reason why they are missing, the first twenty of them */
export function named(missing: readonly Participant[], translate: Translate): string {
  const names = missing.slice(0, MAX_NAMED).map((one) => {
    const who = inertLine(one.person.name ?? one.person.login ?? one.person.email ?? '?');
    return 'reason' in one ? `${who} (${translate(`reason.${one.reason}`)})` : who;
  });
  return missing.length > MAX_NAMED ? `${names.join(', ')}, …` : names.join(', ');
}
