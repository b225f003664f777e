import { AppError } from '../../domain/errors';
import type { Form } from '../../domain/form';
import type { ChatUser } from '../../domain/member';
import { askQuestion } from '../ask-question';
import { inTimeToOpen } from '../in-time-to-open';
import { placeOf } from '../place-of';
import type { FillIn, Ports, Question, View } from '../ports';
import { unlessAway } from '../write-to-otobo';
import type { FormOrder, FormRules, PrepareForm } from './form-rules';
import { prepareAddForm, prepareCreateForm } from './create-form';
import { prepareLinkForm } from './link-form';
import { prepareCloseForm, prepareStateForm } from './state-form';
import { prepareWriteForm } from './write-form';

const FORMS: Readonly<Record<Form, PrepareForm>> = {
  write: prepareWriteForm,
  state: prepareStateForm,
  close: prepareCloseForm,
  link: prepareLinkForm,
  create: prepareCreateForm,
  add: prepareAddForm,
};

/**
 * Opens a form soon, with what OTOBO has said by then. Whoever may not do what the form does hears it at once; where OTOBO has not said so in
 * time, they hear it when they send the form.
 *
 * @param triggerId what the client waits with
 * @throws AppError `dialog_missing`, `room_without_ticket`, what `authorise` refuses with
 */
export async function openForm(order: FormOrder, triggerId: string | undefined, rules: FormRules, ports: Ports): Promise<void> {
  if (triggerId === undefined) throw new AppError('dialog_missing');
  const { user, place } = order;
  const view = await viewOf(order, rules, ports);
  const viewId = await askQuestion({ userId: user.id, ...place, about: fillIn(order, view) }, ports);
  await ports.views.open({ id: triggerId, user }, viewId, view);
}

/**
 * Asks OTOBO once more what may be chosen in a form that is open. What was typed in it stays.
 *
 * @throws AppError `view_outdated`, `question_not_yours`, what `openForm` refuses with
 */
export async function lookAgain(viewId: string, triggerId: string, user: ChatUser, rules: FormRules, ports: Ports): Promise<void> {
  const question = await openFormOf(viewId, user, ports);
  const { id, userId, about } = question;
  const place = placeOf(question);
  const view = await viewOf({ ...about, user, place }, rules, ports);
  if ('reply' in view) {
    await ports.questions.drop(id);
    await askQuestion({ userId, ...place, about: fillIn({ ...about, user, place }, view) }, ports, id);
  }
  await ports.views.update({ id: triggerId, user }, viewId, view);
}

/** @throws AppError `view_outdated`, `question_not_yours` */
async function openFormOf(viewId: string, user: ChatUser, { questions }: Ports): Promise<Question & { readonly about: FillIn }> {
  const question = await questions.find(viewId);
  if (question?.about.type !== 'FillIn') throw new AppError('view_outdated');
  if (question.userId !== user.id) throw new AppError('question_not_yours');
  return { ...question, about: question.about };
}

async function viewOf(order: FormOrder, rules: FormRules, ports: Ports): Promise<View> {
  const { blank, known } = await FORMS[order.form](order, rules, ports);
  const said = unlessAway(known);
  // What comes later than the dialog is asked for again when the form is sent.
  said.catch(() => undefined);
  return (await inTimeToOpen(said, ports)) ?? blank;
}

function fillIn({ form, messageId }: FormOrder, view: View): FillIn {
  return {
    type: 'FillIn',
    form,
    ...(view.type === 'Write' && typeof view.reply === 'object' && { reply: view.reply }),
    ...(messageId !== undefined && { messageId }),
  };
}
