import type { LayoutBlock } from '@rocket.chat/ui-kit';
import { plainLine } from '../../../domain/plain-line';
import type { Translate } from '../../../text/translate';
import { plain } from '../blocks';

/** Who a view is shown to, and where what they do in it goes. */
export interface Reader {
  readonly viewId: string;
  readonly appId: string;
  /** In their language. */
  readonly say: Translate;
  /** Such as `de`, for dates. */
  readonly language: string;
  /** Hours that their clock is ahead of UTC. */
  readonly utcOffset: number;
}

/** A view before it gets its frame. */
export interface Shown {
  readonly title: string;
  readonly blocks: readonly LayoutBlock[];
  /** What stands on the button that sends it; nothing can be sent without. */
  readonly submit?: string;
  /** Where it stands: beside the room; over everything where nothing is said. A bar has a button of the client's that closes it. */
  readonly surface?: 'bar';
}

export type Option = Extract<Extract<LayoutBlock, { type: 'input' }>['element'], { type: 'static_select' }>['options'][number];

type InputElement = Extract<LayoutBlock, { type: 'input' }>['element'];
type Own<Element> = Element extends unknown ? Omit<Element, 'appId' | 'blockId' | 'actionId'> : never;

/** One line of a list to choose from; clients show it as it is. */
export const option = (value: string, text: string): Option => ({ value, text: plain(plainLine(text)) });

/** @param id of the input and of its block: clients look for an error's place by either */
export function input(appId: string, id: string, label: string, element: Own<InputElement>): LayoutBlock {
  return { type: 'input', appId, blockId: id, label: plain(label), element: { ...element, appId, blockId: id, actionId: id } };
}

/** @param choice what is chosen at first */
export function select(
  { appId, say }: Pick<Reader, 'appId' | 'say'>,
  id: string,
  label: string,
  options: readonly Option[],
  choice?: string,
): LayoutBlock {
  const chosen = options.find(({ value }) => value === choice);
  return input(appId, id, label, {
    type: 'static_select',
    placeholder: plain(say('form.choose')),
    options: [...options],
    ...(chosen && { initialValue: chosen.value }),
  });
}

/** @param at `lines`: for text of several lines @param placeholder an example of what may stand there */
export function textInput(
  { appId }: Pick<Reader, 'appId'>,
  id: string,
  label: string,
  { lines = false, placeholder, initial }: { readonly lines?: boolean; readonly placeholder?: string; readonly initial?: string } = {},
): LayoutBlock {
  return input(appId, id, label, {
    type: 'plain_text_input',
    ...(lines && { multiline: true }),
    ...(placeholder !== undefined && { placeholder: plain(placeholder) }),
    ...(initial !== undefined && { initialValue: initial }),
  });
}
