import type { LayoutBlock } from '@rocket.chat/ui-kit';
import { FORM_LOOK_AGAIN, type FormField, inputOf } from '../../../domain/form';
import { plain, section } from '../blocks';
import { option, type Reader, select, textInput } from './inputs';

/** What may be chosen, or a line to type it in where OTOBO has not said what that is. */
export function choiceOrText(reader: Reader, field: FormField, names: readonly string[] | undefined, usual?: string): LayoutBlock {
  const label = reader.say(`form.${field}`);
  if (!names) return textInput(reader, inputOf(field), label, usual === undefined ? {} : { initial: usual });
  return select(
    reader,
    inputOf(field),
    label,
    names.map((name) => option(name, name)),
    usual,
  );
}

/** Says that OTOBO is silent, and that it can be asked again. */
export function silence({ appId, viewId, say }: Reader, words: string): LayoutBlock[] {
  const button = { type: 'button' as const, appId, blockId: 'look-again', actionId: FORM_LOOK_AGAIN, value: viewId };
  return [
    section(appId, 'silence', words),
    { type: 'actions', appId, blockId: 'look-again', elements: [{ ...button, text: plain(say('form.look_again')) }] },
  ];
}
