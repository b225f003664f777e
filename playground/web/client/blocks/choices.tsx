import type {
  BlockContext,
  CheckboxElement,
  MultiStaticSelectElement,
  Option,
  RadioButtonElement,
  ToggleSwitchElement,
} from '@rocket.chat/ui-kit';
import { useId, type ReactNode } from 'react';
import { TextOf } from './text-object';
import { useFieldAttributes, useInput } from './surface-state';

interface Props<Element> {
  readonly element: Element;
  readonly context: BlockContext;
}

const chosen = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []);

/** Several of a list: boxes to tick, switches to turn, or the entries of a list that takes a limited number. */
export function ManyOf({ element, context }: Props<CheckboxElement | ToggleSwitchElement | MultiStaticSelectElement>): ReactNode {
  const [value, change] = useInput(element, context);
  const attributes = useFieldAttributes('placeholder' in element ? element.placeholder.text : undefined);
  const list = chosen(value);
  const isFull = list.length >= (('maxSelectItems' in element ? element.maxSelectItems : undefined) ?? Infinity);
  const toggle = ({ value: own }: Option): void => change(list.includes(own) ? list.filter((one) => one !== own) : [...list, own]);
  const groups = 'optionGroups' in element ? (element.optionGroups ?? []) : [];
  return (
    <div role="group" className={element.type === 'multi_static_select' ? 'choices choices-boxed' : 'choices'} {...attributes}>
      {[...element.options, ...groups.flatMap(({ options }) => options)].map((option) => (
        <Choice
          key={option.value}
          option={option}
          kind={element.type === 'toggle_switch' ? 'switch' : 'checkbox'}
          checked={list.includes(option.value)}
          disabled={isFull && !list.includes(option.value)}
          choose={() => toggle(option)}
        />
      ))}
    </div>
  );
}

/** One of a list, all of them in sight. */
export function OneOf({ element, context }: Props<RadioButtonElement>): ReactNode {
  const [value, change] = useInput(element, context);
  const name = useId();
  return (
    <div role="radiogroup" className="choices" {...useFieldAttributes(undefined)}>
      {element.options.map((option) => (
        <Choice
          key={option.value}
          option={option}
          kind="radio"
          name={name}
          checked={value === option.value}
          choose={() => change(option.value)}
        />
      ))}
    </div>
  );
}

interface ChoiceProps {
  readonly option: Option;
  readonly kind: 'checkbox' | 'radio' | 'switch';
  readonly name?: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly choose: () => void;
}

function Choice({ option, kind, name, checked, disabled = false, choose }: ChoiceProps): ReactNode {
  return (
    <label className="choice">
      <input
        type={kind === 'radio' ? 'radio' : 'checkbox'}
        role={kind === 'switch' ? 'switch' : undefined}
        className={kind}
        name={name}
        checked={checked}
        disabled={disabled}
        onChange={choose}
      />
      <span>
        <TextOf text={option.text} />
        {option.description && <small>{option.description.text}</small>}
      </span>
    </label>
  );
}
