import { BlockContext, type ActionableElement } from '@rocket.chat/ui-kit';
import { createContext, useContext } from 'react';
import { initialValue, type InputValues } from './values';

/** A block element with what the app is told when somebody uses it. */
export type Actionable = Pick<ActionableElement, 'actionId' | 'blockId' | 'dispatchActionConfig'>;

/** What the elements of one message or view share. */
export interface SurfaceState {
  readonly values: InputValues;
  /** By action id: Rocket.Chat's clients find an error's place by nothing else. */
  readonly errors: Readonly<Record<string, string>>;
  readonly keep: (element: Actionable, value: unknown) => void;
  /** Tells the app. */
  readonly act: (element: Actionable, value: unknown) => void;
}

export const Surface = createContext<SurfaceState>({ values: {}, errors: {}, keep: () => undefined, act: () => undefined });

/** How the input block around an element names and describes it. */
export const Field = createContext<{ readonly labelledBy?: string; readonly describedBy?: string; readonly invalid?: boolean }>({});

/** @returns the attributes that tie an input to its label, hint and error */
export function useFieldAttributes(label: string | undefined): Record<string, string | boolean | undefined> {
  const { labelledBy, describedBy, invalid } = useContext(Field);
  return labelledBy === undefined
    ? { 'aria-label': label ?? 'Choose' }
    : { 'aria-labelledby': labelledBy, 'aria-describedby': describedBy, 'aria-invalid': invalid };
}

/**
 * An input's value, and what happens when it changes: it is kept, and the app is told at once outside of input blocks, inside only where
 * the element asks for it.
 */
export function useInput(element: Actionable, context: BlockContext): [value: unknown, change: (value: unknown) => void] {
  const { values, keep, act } = useContext(Surface);
  const dispatches = context === BlockContext.SECTION || context === BlockContext.ACTION || (element.dispatchActionConfig?.length ?? 0) > 0;
  const change = (value: unknown): void => {
    keep(element, value);
    if (dispatches) act(element, value);
  };
  return [values[element.actionId]?.value ?? initialValue(element), change];
}
