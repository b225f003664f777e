import { ticketReference } from '../../domain/ticket-reference';
import type { Place } from '../../usecases/ports';
import { showTicket } from '../../usecases/show-ticket';
import { ticketText } from '../commands/render-ticket';
import { chatRulesOf } from '../policy';
import type { Click, ClickAnswer } from './question-click';

/** A click on the button under the number of a ticket that somebody has named. The number may be made up: who clicked is asked for their right. */
export async function showClicked(
  { by, value, settings, ports, say, language }: Click,
  place: Place | undefined,
): Promise<ClickAnswer | undefined> {
  const reference = ticketReference(value, []);
  if (!place || 'problem' in reference) return undefined;
  const shown = await showTicket(by, reference, place.roomId, chatRulesOf(settings), ports);
  return { text: ticketText(shown, { say, language, sender: by }), place };
}
