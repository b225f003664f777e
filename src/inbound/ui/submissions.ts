import type { IUIKitViewSubmitIncomingInteraction } from '@rocket.chat/apps-engine/definition/uikit/UIKitIncomingInteractionTypes';
import { randomUUID } from 'crypto';
import { AppError } from '../../domain/errors';
import type { ChatUser } from '../../domain/member';
import { TRANSCRIPT_RANGE } from '../../domain/transcript-dialog';
import { errorSentence } from '../../text/error-sentence';
import { type Translate, translator } from '../../text/translate';
import type { Ports } from '../../usecases/ports';
import type { RequestAccessors, Wiring } from '../api/endpoint';
import { stackOf } from '../stack-of';
import type { ClickAnswer } from './question-click';
import { transcriptChosen } from './transcript-dialog';

/** A dialog that somebody has submitted, whose account was read again. */
export interface Submission {
  readonly by: ChatUser;
  readonly viewId: string;
  /** What its parts hold, as the client says. */
  readonly state: unknown;
  readonly ports: Ports;
  /** In the language of who submitted it. */
  readonly say: Translate;
}

/** What is wrong, by the part of the dialog, or what is told to who submitted it, while it closes. */
export type SubmissionAnswer = { readonly errors: Readonly<Record<string, string>> } | { readonly told: ClickAnswer };

/**
 * A dialog of the app's was submitted; there is one kind only. The client waits for 5 s, so nothing here asks OTOBO. Everything that comes with
 * it may be made up.
 *
 * @returns what is wrong, by the part of the dialog; nothing where it may close
 */
export async function viewSubmitted(
  { view, user }: IUIKitViewSubmitIncomingInteraction,
  accessors: RequestAccessors,
  wiring: Pick<Wiring, 'settings' | 'ports'>,
): Promise<Readonly<Record<string, string>> | undefined> {
  const { log } = accessors;
  const requestId = randomUUID();
  try {
    const settings = await wiring.settings(accessors.read);
    const ports = wiring.ports(accessors, settings, requestId);
    const by = await ports.directory.byId(user.id);
    if (!by || !by.enabled || by.bot) return undefined;
    const say = translator(by.language ?? (await ports.workspace.language()));
    if (settings.paused) return { [TRANSCRIPT_RANGE]: errorSentence(new AppError('paused'), say) };
    const answer = await transcriptChosen({ by, viewId: view.id, state: view.state, ports, say }).catch((error: unknown) => {
      log.error({ msg: 'submission failed', requestId, view: view.id, error: stackOf(error) });
      return { errors: { [TRANSCRIPT_RANGE]: say('consent.failed') } };
    });
    if ('errors' in answer) return answer.errors;
    const { place, text, buttons } = answer.told;
    await ports.notices.tell(by, place, text, buttons);
  } catch (error) {
    log.error({ msg: 'submission not answered', requestId, view: view.id, error: stackOf(error) });
  }
  return undefined;
}
