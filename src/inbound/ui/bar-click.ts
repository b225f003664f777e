import { openTranscriptDialog } from '../../usecases/open-transcript-dialog';
import { openTicketBar, refreshTicketBar } from '../../usecases/ticket-bar';
import { chatRulesOf, transcriptRulesOf } from '../policy';
import { type ButtonClick, type Click, requirePlace } from './answer-click';

/** Opens the bar about the ticket of a room. */
export async function barWanted(click: Click): Promise<undefined> {
  const { by: user, triggerId, settings, ports } = click;
  await openTicketBar({ user, place: requirePlace(click) }, triggerId, chatRulesOf(settings), ports);
}

/** Shows in a bar how things stand now. */
export async function refreshWanted({ by, value, triggerId, settings, ports }: ButtonClick): Promise<void> {
  await refreshTicketBar(value, triggerId, by, chatRulesOf(settings), ports);
}

/** Opens the dialog about a transcript of the room. */
export async function transcriptWanted(click: Click): Promise<undefined> {
  const { by: user, triggerId, settings, ports } = click;
  await openTranscriptDialog({ user, place: requirePlace(click), triggerId }, transcriptRulesOf(settings), ports);
}
