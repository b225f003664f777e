import { ticketReference } from '../../domain/ticket-reference';
import { showTicket } from '../../usecases/show-ticket';
import { ticketText } from '../commands/render-ticket';
import { chatRulesOf } from '../policy';
import type { ClickHandler } from './answer-click';

/** A click on the button under the number of a ticket that somebody has named. The number may be made up: who clicked is asked for their right. */
export const showClicked: ClickHandler = async ({ by, value, place, settings, ports, say, language }) => {
  const reference = ticketReference(value, []);
  if (!place || 'problem' in reference) return undefined;
  const shown = await showTicket(by, reference, place.roomId, chatRulesOf(settings), ports);
  return { text: ticketText(shown, { say, language, sender: by }), place };
};
