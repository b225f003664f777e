import { ticketReference } from '../../domain/ticket-reference';
import { ticketText } from '../../text/ticket-text';
import { showTicket } from '../../usecases/show-ticket';
import { chatRulesOf } from '../policy';
import type { ButtonHandler } from './answer-click';

/** A click on the button under the number of a ticket that somebody has named. The number may be made up: who clicked is asked for their right. */
export const showClicked: ButtonHandler = async ({ by, value, place, settings, ports, say, language }) => {
  const reference = ticketReference(value, []);
  if (!place || 'problem' in reference) return undefined;
  const shown = await showTicket(by, reference, place.roomId, chatRulesOf(settings), ports);
  return { text: ticketText(shown, { say, language, utcOffset: by.utcOffset }), place };
};
