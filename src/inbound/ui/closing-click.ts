import { inertLine } from '../../text/inert';
import { askBeforeClosing } from '../../usecases/ask-before-closing';
import { stopClosing } from '../../usecases/stop-closing';
import { choice } from '../commands/render-linking';
import { rightsOf } from '../policy';
import type { Click, ClickAnswer } from './question-click';

/** A click on the button under the announcement of a closing. Which room it is about is where it stands, whatever the click says. */
export async function stopClicked({ by, settings, ports }: Click, roomId: string | undefined): Promise<void> {
  if (roomId !== undefined) await stopClosing(by, roomId, rightsOf(settings), ports);
}

/** A click on the card's button: who clicked is asked once more. */
export async function closeClicked({ by, settings, ports, say }: Click, roomId: string | undefined): Promise<ClickAnswer | undefined> {
  if (roomId === undefined) return undefined;
  const place = { roomId };
  const { questionId, ticket } = await askBeforeClosing(by, place, rightsOf(settings), ports);
  const text = say('close.ask', { number: inertLine(ticket.number), state: inertLine(settings.defaults.closed) });
  return { text, buttons: choice(questionId, 'close.yes', say), place };
}
