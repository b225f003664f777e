import type { BlockContext, DatePickerElement, LinearScaleElement, PlainTextInputElement, TimePickerElement } from '@rocket.chat/ui-kit';
import { useId, type ReactNode } from 'react';
import { useFieldAttributes, useInput } from './surface-state';

interface Props<Element> {
  readonly element: Element;
  readonly context: BlockContext;
}

const shown = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

export function TextInput({ element, context }: Props<PlainTextInputElement>): ReactNode {
  const [value, change] = useInput(element, context);
  const { placeholder, minLength, maxLength, multiline } = element;
  const attributes = {
    className: 'input',
    ...useFieldAttributes(placeholder?.text),
    ...(placeholder && { placeholder: placeholder.text }),
    ...(minLength && { minLength }),
    ...(maxLength && { maxLength }),
    value: shown(value),
  };
  return multiline ? (
    <textarea rows={4} {...attributes} onChange={({ target }) => change(target.value)} />
  ) : (
    <input type="text" {...attributes} onChange={({ target }) => change(target.value)} />
  );
}

/** Dates are `2026-11-23`, times `14:05`, whatever the reader's country writes. */
export function MomentInput({ element, context }: Props<DatePickerElement | TimePickerElement>): ReactNode {
  const [value, change] = useInput(element, context);
  return (
    <input
      type={element.type === 'datepicker' ? 'date' : 'time'}
      className="input"
      {...useFieldAttributes(element.placeholder?.text)}
      value={shown(value)}
      onChange={({ target }) => change(target.value)}
    />
  );
}

/** A number between two others, 0 and 10 where the element does not say. */
export function LinearScale({ element, context }: Props<LinearScaleElement>): ReactNode {
  const [value, change] = useInput(element, context);
  const name = useId();
  const { minValue = 0, maxValue = 10, preLabel, postLabel } = element;
  const numbers = Array.from({ length: Math.max(0, maxValue - minValue + 1) }, (_, at) => String(minValue + at));
  return (
    <div role="radiogroup" className="scale" {...useFieldAttributes(undefined)}>
      {preLabel && <span>{preLabel.text}</span>}
      {numbers.map((number) => (
        <label key={number}>
          <input type="radio" name={name} checked={shown(value) === number} onChange={() => change(number)} />
          {number}
        </label>
      ))}
      {postLabel && <span>{postLabel.text}</span>}
    </div>
  );
}
