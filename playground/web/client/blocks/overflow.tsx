import type { OverflowElement } from '@rocket.chat/ui-kit';
import { useContext, type ReactNode } from 'react';
import { safeLink } from '../markdown/safe-link';
import { Menu } from '../parts/menu';
import { Surface } from './surface-state';

/** A menu of actions; an entry with an address opens that as well. */
export function Overflow({ element }: { readonly element: OverflowElement }): ReactNode {
  const { act } = useContext(Surface);
  const entries = element.options.map(({ value, text, url }) => ({
    id: value,
    label: text.text,
    choose: () => {
      const href = url === undefined ? undefined : safeLink(url);
      if (href !== undefined) window.open(href, '_blank', 'noopener,noreferrer');
      act(element, value);
    },
  }));
  return <Menu icon="kebab" label="More actions" entries={entries} />;
}
