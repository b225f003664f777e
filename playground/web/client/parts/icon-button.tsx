import type { ButtonHTMLAttributes, ReactNode } from 'react';
import type { IconName } from '../icon-names';
import { Icon } from './icon';

/** A button that shows an icon only; its label is what screen readers say and what hovering shows. */
export function IconButton({
  icon,
  label,
  ...rest
}: { readonly icon: IconName; readonly label: string } & ButtonHTMLAttributes<HTMLButtonElement>): ReactNode {
  return (
    <button type="button" className="icon-button" aria-label={label} title={label} {...rest}>
      <Icon name={icon} />
    </button>
  );
}
