import type { Form } from '../../domain/form';
import { openForm } from '../../usecases/forms/open-form';
import { formRulesOf } from '../policy';
import type { ClickHandler } from './answer-click';

/** @returns what a button does that opens a form */
export function formWanted(form: Form): ClickHandler {
  return async ({ by: user, place, triggerId, settings, ports }) => {
    if (place) await openForm({ form, user, place }, triggerId, formRulesOf(settings), ports);
    return undefined;
  };
}
