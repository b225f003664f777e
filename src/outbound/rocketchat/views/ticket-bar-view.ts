import type { LayoutBlock } from '@rocket.chat/ui-kit';
import type { Ticket } from '../../../domain/ticket';
import {
  CLOSE_TICKET,
  LINK_ROOM,
  MAKE_TRANSCRIPT,
  NEW_TICKET,
  OPEN_IN_OTOBO,
  REFRESH_BAR,
  SET_STATE,
  TAKE_TICKET,
  WRITE_ARTICLE,
} from '../../../domain/ticket-action';
import { errorSentence } from '../../../text/error-sentence';
import { isWebAddress } from '../../../text/inert';
import { peopleLines } from '../../../text/people-text';
import { articlesText, fieldsText } from '../../../text/ticket-text';
import type { BarContent, View } from '../../../usecases/ports';
import { plain, section } from '../blocks';
import type { Reader, Shown } from './inputs';

type ButtonElement = Extract<Extract<LayoutBlock, { type: 'actions' }>['elements'][number], { type: 'button' }>;
type Button = Omit<ButtonElement, 'appId' | 'blockId'>;
type TicketContent = Extract<BarContent, { type: 'ticket' }>;

/** The bar about the ticket of a room. All that its buttons carry is its id: what they are about stands in its record. */
export function ticketBarView({ content }: Extract<View, { type: 'TicketBar' }>, reader: Reader): Shown {
  return { title: reader.say('bar.title'), surface: 'bar', blocks: blocksOf(content, reader) };
}

function blocksOf(content: BarContent, reader: Reader): LayoutBlock[] {
  const { appId, say } = reader;
  switch (content.type) {
    case 'ticket':
      return ticketBlocks(content, reader);
    case 'silence':
      return [section(appId, 'silence', say('bar.silence')), actions(reader, 'look', [askAgain(reader)])];
    case 'refusal':
      return [section(appId, 'refusal', errorSentence(content.error, say)), actions(reader, 'look', [askAgain(reader)])];
    case 'no_ticket':
      return [
        section(appId, 'about', say('bar.no_ticket')),
        actions(reader, 'room', [
          button(reader, LINK_ROOM, say('bar.link')),
          button(reader, NEW_TICKET, say('form.create.title')),
          button(reader, REFRESH_BAR, say('bar.refresh')),
        ]),
      ];
  }
}

/** Clients fold buttons away where there are more than five in a row. */
function ticketBlocks({ ticket, articles, people }: TicketContent, reader: Reader): LayoutBlock[] {
  const { appId, say } = reader;
  return [
    section(appId, 'ticket', fieldsText(ticket, reader)),
    actions(reader, 'work', [
      button(reader, TAKE_TICKET, say('card.take')),
      button(reader, WRITE_ARTICLE, say('bar.write')),
      button(reader, SET_STATE, say('bar.state')),
      ...(ticket.stateType === 'closed' ? [] : [button(reader, CLOSE_TICKET, say('close.button'))]),
    ]),
    actions(reader, 'look', [
      button(reader, MAKE_TRANSCRIPT, say('bar.transcript')),
      ...openInOtobo(ticket, reader),
      button(reader, REFRESH_BAR, say('bar.refresh')),
    ]),
    ...(articles.length > 0 ? [section(appId, 'articles', articlesText(articles, reader))] : []),
    section(appId, 'people', people ? peopleLines(people, say) : say('bar.people_unknown')),
  ];
}

function openInOtobo({ url }: Ticket, reader: Reader): Button[] {
  if (url === undefined || !isWebAddress(url)) return [];
  return [{ ...button(reader, OPEN_IN_OTOBO, reader.say('card.open_agent')), url }];
}

const askAgain = (reader: Reader): Button => button(reader, REFRESH_BAR, reader.say('form.look_again'));

const button = ({ viewId }: Reader, actionId: string, label: string): Button => ({
  type: 'button',
  actionId,
  value: viewId,
  text: plain(label),
});

const actions = ({ appId }: Reader, blockId: string, buttons: readonly Button[]): LayoutBlock => ({
  type: 'actions',
  appId,
  blockId,
  elements: buttons.map((one) => ({ ...one, appId, blockId })),
});
