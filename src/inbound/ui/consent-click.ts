import { answerConsent } from '../../usecases/answer-consent';
import { policyOf } from '../policy';
import type { ButtonClick } from './answer-click';

/**
 * A click under the question whether a customer may come in. Which room and customer it is about comes with the click; whether there is such
 * a question, and who may answer it, does not.
 */
export async function consentClicked({ by, value, place, settings, ports }: ButtonClick, granted: boolean): Promise<void> {
  if (place) await answerConsent({ roomId: place.roomId, userId: value, by, granted }, policyOf(settings), ports);
}
