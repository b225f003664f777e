import { stopClosing } from '../../usecases/stop-closing';
import { rightsOf } from '../policy';
import type { Click } from './answer-click';

/** A click on the button under the announcement of a closing. Which room it is about is where it stands, whatever the click says. */
export async function stopClicked({ by, place, settings, ports }: Click): Promise<void> {
  if (place) await stopClosing(by, place.roomId, rightsOf(settings), ports);
}
