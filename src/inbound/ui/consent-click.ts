import type { IUIKitBlockIncomingInteraction } from '@rocket.chat/apps-engine/definition/uikit/UIKitIncomingInteractionTypes';
import { CONSENT_NO, CONSENT_YES } from '../../domain/consent';
import { answerConsent } from '../../usecases/answer-consent';
import type { Ports } from '../../usecases/ports';
import type { RequestAccessors, Wiring } from '../api/endpoint';

/**
 * A click on a button of the app's. Which room and customer it is about comes with the click; whether there is such a
 * question, and who may answer it, does not.
 */
export async function blockClicked(
  { actionId, value, user, room }: IUIKitBlockIncomingInteraction,
  accessors: RequestAccessors,
  wiring: Pick<Wiring, 'settings' | 'ports'>,
): Promise<void> {
  if ((actionId !== CONSENT_YES && actionId !== CONSENT_NO) || !room || value === undefined) return;
  let ports: Ports | undefined;
  try {
    ports = wiring.ports(accessors, await wiring.settings(accessors.read));
    const by = await ports.directory.byId(user.id);
    if (!by) return;
    await answerConsent({ roomId: room.id, userId: value, by, granted: actionId === CONSENT_YES }, ports);
    await ports.book.learn(by);
  } catch (error) {
    accessors.log.error({ msg: 'click not answered', actionId, error: error instanceof Error ? error.stack : String(error) });
    await ports?.notices.whisper(user, room.id, 'consent.failed');
  }
}
