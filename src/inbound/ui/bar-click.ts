import { openTranscriptDialog } from '../../usecases/open-transcript-dialog';
import { openTicketBar, refreshTicketBar } from '../../usecases/ticket-bar';
import { chatRulesOf, transcriptRulesOf } from '../policy';
import type { ButtonClick, Click } from './answer-click';

/** Opens the bar about the ticket of a room. */
export async function barWanted({ by: user, place, triggerId, settings, ports }: Click): Promise<undefined> {
  if (place) await openTicketBar({ user, place }, triggerId, chatRulesOf(settings), ports);
}

/** Shows in a bar how things stand now. */
export async function refreshWanted({ by, value, triggerId, settings, ports }: ButtonClick): Promise<void> {
  await refreshTicketBar(value, triggerId, by, chatRulesOf(settings), ports);
}

/** Opens the dialog about a transcript of the room. */
export async function transcriptWanted({ by: user, place, triggerId, settings, ports }: Click): Promise<undefined> {
  if (place) await openTranscriptDialog({ user, place, triggerId }, transcriptRulesOf(settings), ports);
}
