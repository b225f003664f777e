import type { ActionsBlock } from '@rocket.chat/ui-kit';
import type { Card } from '../../domain/card';
import { CLOSE_TICKET, MORE_ACTIONS, OPEN_IN_OTOBO, SHOW_PEOPLE, TAKE_TICKET, WRITE_ARTICLE } from '../../domain/ticket-action';
import { isWebAddress } from '../../text/inert';
import type { Translate } from '../../text/translate';
import { plain } from './blocks';

type Element = ActionsBlock['elements'][number];

/**
 * The buttons of a card, four at most: on a phone each takes a line of its own. Whoever may not do what one does is told so when they click.
 * In a closed room there is only the way to the ticket.
 */
export function cardButtons({ ticket, closed }: Card, appId: string, blockId: string, say: Translate): Element[] {
  const button = (actionId: string, text: string): Element => ({
    type: 'button',
    appId,
    blockId,
    actionId,
    value: actionId,
    text: plain(text),
  });
  const way: Element[] =
    ticket.url !== undefined && isWebAddress(ticket.url)
      ? [
          {
            type: 'button',
            appId,
            blockId,
            actionId: OPEN_IN_OTOBO,
            value: OPEN_IN_OTOBO,
            text: plain(say('card.open_agent')),
            url: ticket.url,
          },
        ]
      : [];
  if (closed) return way;
  return [
    button(TAKE_TICKET, say('card.take')),
    button(WRITE_ARTICLE, say('card.note')),
    ...way,
    {
      type: 'overflow',
      appId,
      blockId,
      actionId: MORE_ACTIONS,
      options: [
        { value: SHOW_PEOPLE, text: plain(say('card.people')) },
        { value: CLOSE_TICKET, text: plain(say('close.button')) },
      ],
    },
  ];
}
