import type { Form } from '../../domain/form';
import { openForm } from '../../usecases/forms/open-form';
import { formRulesOf } from '../policy';
import type { Click, ClickHandler } from './answer-click';

/** @returns what a button does that opens a form */
export function formWanted(form: Form): ClickHandler {
  return (click) => openFormAt(form, click);
}

/** Opens a form about the room that a button stands in, and the message that it stands at. */
export async function openFormAt(form: Form, { by: user, place, messageId, triggerId, settings, ports }: Click): Promise<undefined> {
  if (!place) return;
  const order = { form, user, place, ...(messageId !== undefined && { messageId }) };
  await openForm(order, triggerId, formRulesOf(settings), ports);
}
