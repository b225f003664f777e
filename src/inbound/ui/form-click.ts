import type { Form } from '../../domain/form';
import { openForm } from '../../usecases/forms/open-form';
import { formRulesOf } from '../policy';
import { type Click, type ClickHandler, requirePlace } from './answer-click';

/** @returns what a button does that opens a form */
export function formWanted(form: Form): ClickHandler {
  return (click) => openFormAt(form, click);
}

/**
 * Opens a form about the room that a button stands in, and the message that it stands at.
 *
 * @throws AppError `view_outdated`, what `openForm` refuses with
 */
export async function openFormAt(form: Form, click: Click): Promise<undefined> {
  const { by: user, messageId, triggerId, settings, ports } = click;
  const order = { form, user, place: requirePlace(click), ...(messageId !== undefined && { messageId }) };
  await openForm(order, triggerId, formRulesOf(settings), ports);
}
