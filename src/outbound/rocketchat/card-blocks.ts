import type { LayoutBlock } from '@rocket.chat/ui-kit';
import type { Card } from '../../domain/room-plan';
import type { Participant } from '../../domain/participants';
import { inertLine, link } from '../../text/inert';
import type { Translate } from '../../text/translate';
import { shortTitle } from './room-texts';

/** A message with this block is a ticket's card. */
export const CARD_BLOCK = 'otobo-card';
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

/** The card as Rocket.Chat's blocks. In a guarded room it has only what a customer may read. */
export function cardBlocks(card: Card, appId: string, translate: Translate): LayoutBlock[] {
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
  blocks.push({
    type: 'context',
    appId,
    blockId: `${CARD_BLOCK}-${card.linkedBy === undefined ? 'ownership' : 'linked'}`,
    elements: [{ type: 'mrkdwn', text: origin(card, translate) }],
  });
  return blocks;
}

/** What is left of a card after an unlink: it is none any more. */
export function unlinkedBlocks(text: string, appId: string): LayoutBlock[] {
  return [section(appId, 'otobo-unlinked', text)];
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
