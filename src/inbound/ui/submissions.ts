import type {
  IUIKitViewCloseIncomingInteraction,
  IUIKitViewSubmitIncomingInteraction,
} from '@rocket.chat/apps-engine/definition/uikit/UIKitIncomingInteractionTypes';
import { randomUUID } from 'crypto';
import { AppError } from '../../domain/errors';
import { errorSentence } from '../../text/error-sentence';
import { translator } from '../../text/translate';
import type { Question } from '../../usecases/ports';
import type { RequestAccessors, Wiring } from '../api/endpoint';
import { stackOf } from '../stack-of';
import type { ClickAnswer } from './answer-click';
import { formSent } from './forms/form-sent';
import type { Submission, SubmissionAnswer } from './submission';
import { transcriptChosen } from './transcript-dialog';
import { fieldsIn, firstInputOf } from './view-state';

type ViewWiring = Pick<Wiring, 'settings' | 'ports'>;

/**
 * A dialog of the app's was submitted. The client waits for 5 s, and closes the dialog then, whatever was typed in it. Everything that comes
 * with it may be made up.
 *
 * @returns what is wrong, by the input; nothing where the dialog may close
 */
export async function viewSubmitted(
  { view, user }: IUIKitViewSubmitIncomingInteraction,
  accessors: RequestAccessors,
  wiring: ViewWiring,
): Promise<Readonly<Record<string, string>> | undefined> {
  const { log } = accessors;
  const requestId = randomUUID();
  // Wherever it stands: the dialog has to stay, because what was typed is in it and nowhere else.
  const anywhere = (sentence: string): Readonly<Record<string, string>> => ({ [firstInputOf(view.blocks) ?? view.id]: sentence });
  let say = translator('en');
  try {
    const settings = await wiring.settings(accessors.read);
    const ports = wiring.ports(accessors, settings, requestId);
    const [by, question] = await Promise.all([ports.directory.byId(user.id), ports.questions.find(view.id)]);
    if (!by || !by.enabled || by.bot) return undefined;
    const language = by.language ?? (await ports.workspace.language());
    say = translator(language);
    if (settings.paused) return anywhere(errorSentence(new AppError('paused'), say));
    if (question?.userId !== by.id) return anywhere(errorSentence(new AppError('form_settled'), say));
    const submission = { by, question, fields: fieldsIn(view.state), settings, ports, say, language, log, requestId };
    const answer = await answerTo(submission);
    if ('errors' in answer) return answer.errors;
    if (answer.told) await tellDone(answer.told, submission);
    return undefined;
  } catch (error) {
    log.error({ msg: 'submission failed', requestId, view: view.id, error: stackOf(error) });
    return anywhere(say('consent.failed'));
  }
}

/** What was sent is done, whether or not the person can be told so: the dialog closes. */
async function tellDone({ place, text, buttons }: ClickAnswer, { by, ports, log, requestId }: Submission): Promise<void> {
  try {
    await ports.notices.tell(by, place, text, buttons);
  } catch (error) {
    log.error({ msg: 'submission not answered', requestId, error: stackOf(error) });
  }
}

/** Somebody has closed a bar of the app's, or a dialog without submitting it: its record is of no use any more. */
export async function viewClosed(
  { view, user }: IUIKitViewCloseIncomingInteraction,
  accessors: RequestAccessors,
  wiring: ViewWiring,
): Promise<void> {
  try {
    const ports = wiring.ports(accessors, await wiring.settings(accessors.read));
    const question = await ports.questions.find(view.id);
    if (question?.userId === user.id && OF_VIEWS.includes(question.about.type)) await ports.questions.drop(view.id);
  } catch (error) {
    accessors.log.error({ msg: 'view not cleared away', view: view.id, error: stackOf(error) });
  }
}

/** The others are asked by messages. */
const OF_VIEWS: readonly Question['about']['type'][] = ['ChooseTranscript', 'FillIn', 'LookAt'];

async function answerTo(submission: Submission): Promise<SubmissionAnswer> {
  const { about } = submission.question;
  if (about.type === 'FillIn') return formSent(submission, about);
  if (about.type === 'ChooseTranscript') return transcriptChosen(submission);
  throw new Error(`No client sends ${about.type}.`);
}
