import { chosenMessage, noteMessage } from '../../usecases/note-message';
import { notedText } from '../commands/render-write';
import { notingRulesOf } from '../policy';
import type { ClickHandler } from './answer-click';
import { openFormAt } from './form-click';

/** A message is to go into the ticket of its room; in a room without one, the person is asked into which. */
export const addToTicket: ClickHandler = async (click) => {
  const { by, place, messageId, settings, ports, say } = click;
  if (!place || messageId === undefined) return undefined;
  const marked = await chosenMessage(by, messageId, place.roomId, ports);
  if (!marked) return openFormAt('add', click);
  const noting = await noteMessage(marked, notingRulesOf(settings), ports);
  return { text: notedText(noting, marked.message.sender, marked.ticket.number, say), place };
};

/** A ticket is to be made of a message. */
export const newFromMessage: ClickHandler = (click) => openFormAt('create', click);
