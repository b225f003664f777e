import type { ReactNode } from 'react';
import type { IconName } from '../icon-names';

/** @param label for icons that say something nobody else says; without it the icon is decoration */
export function Icon({ name, label }: { readonly name: IconName; readonly label?: string }): ReactNode {
  const spoken = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <svg className="icon" {...spoken}>
      <use href={`/page/icons.svg#${name}`} />
    </svg>
  );
}
