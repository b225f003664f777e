import type { BlockContext, Option, StaticSelectElement } from '@rocket.chat/ui-kit';
import type { ReactNode } from 'react';
import { useFieldAttributes, useInput, type Actionable } from './surface-state';

/** One of a list that opens. What has been chosen can be changed, but not taken back, as in Rocket.Chat. */
export function StaticSelect({ element, context }: { readonly element: StaticSelectElement; readonly context: BlockContext }): ReactNode {
  return (
    <Select element={element} context={context} placeholder={element.placeholder.text}>
      {element.options.map(toOption)}
      {element.optionGroups?.map(({ label, options }) => (
        <optgroup key={label.text} label={label.text}>
          {options.map(toOption)}
        </optgroup>
      ))}
    </Select>
  );
}

interface SelectProps {
  readonly element: Actionable;
  readonly context: BlockContext;
  readonly placeholder: string;
  readonly children: ReactNode;
}

/** @param props.children the options */
export function Select({ element, context, placeholder, children }: SelectProps): ReactNode {
  const [value, change] = useInput(element, context);
  return (
    <select
      className="input"
      {...useFieldAttributes(placeholder)}
      value={typeof value === 'string' ? value : ''}
      onChange={({ target }) => change(target.value)}
    >
      <option value="" disabled>
        {placeholder}
      </option>
      {children}
    </select>
  );
}

function toOption({ value, text }: Option): ReactNode {
  return (
    <option key={value} value={value}>
      {text.text}
    </option>
  );
}
