import type { ActionableElement, LayoutBlock } from '@rocket.chat/ui-kit';

/** What an input holds, and the block it stands in. */
export interface InputValue {
  readonly blockId: string | undefined;
  readonly value: unknown;
}

/** By action id, as Rocket.Chat's clients keep them: two inputs with the same action id share one value. */
export type InputValues = Readonly<Record<string, InputValue>>;

/** What an element shows before anybody has touched it; empty texts, zero and no choice are nothing, as in Rocket.Chat's clients. */
export function initialValue(element: object): unknown {
  const { initialValue, initialTime, initialDate, initialOption, initialOptions } = element as Initial; // as: the elements differ in which of these they have
  const [single, several] =
    initialOption && 'value' in initialOption ? [initialOption.value, initialOptions] : [undefined, initialOption ?? initialOptions];
  return [initialValue, initialTime, initialDate, single].find(Boolean) ?? several?.map(({ value }) => value);
}

interface Initial {
  readonly initialValue?: unknown;
  readonly initialTime?: string;
  readonly initialDate?: string;
  readonly initialOption?: { readonly value: string } | readonly { readonly value: string }[];
  readonly initialOptions?: readonly { readonly value: string }[];
}

/**
 * The values of a view at the moment it is opened. Rocket.Chat's clients read them then and never again: an input that comes with a later
 * update shows its initial value, but is not part of what is submitted until somebody changes it.
 */
export function valuesOf(blocks: readonly LayoutBlock[]): InputValues {
  const found = blocks.flatMap((block) => elementsOf(block).map((element) => [block.blockId, element] as const));
  return Object.fromEntries(found.map(([blockId, element]) => [element.actionId, { blockId, value: initialValue(element) }]));
}

function elementsOf(block: LayoutBlock): ActionableElement[] {
  const elements: readonly object[] = 'element' in block ? [block.element] : 'elements' in block ? block.elements : [];
  return elements.filter((element): element is ActionableElement => 'actionId' in element);
}

/** What is submitted: block id → action id → value. What belongs to no block is left out. */
export function submission(values: InputValues): Record<string, Record<string, unknown>> {
  const state: Record<string, Record<string, unknown>> = {};
  for (const [actionId, { blockId, value }] of Object.entries(values)) {
    if (blockId !== undefined) state[blockId] = { ...state[blockId], [actionId]: value };
  }
  return state;
}
