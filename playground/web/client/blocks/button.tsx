import type { ButtonElement } from '@rocket.chat/ui-kit';
import { useContext, type ReactNode } from 'react';
import { safeLink } from '../markdown/safe-link';
import { Surface } from './surface-state';

/** A button tells the app; with an address it opens that as well. */
export function BlockButton({ element }: { readonly element: ButtonElement }): ReactNode {
  const { act } = useContext(Surface);
  const { text, url, value, style, secondary } = element;
  const className = `button ${style ? `button-${style}` : ''} ${secondary ? 'button-secondary' : ''}`;
  const click = (): void => act(element, value);
  if (url === undefined) {
    return (
      <button type="button" className={className} onClick={click}>
        {text.text}
      </button>
    );
  }
  const href = safeLink(url);
  if (href === undefined) {
    return (
      <button type="button" className={className} disabled title="This address is not offered as a link.">
        {text.text}
      </button>
    );
  }
  return (
    <a className={className} href={href} target="_blank" rel="noopener noreferrer" onClick={click}>
      {text.text}
    </a>
  );
}
