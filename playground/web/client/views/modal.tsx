import { useEffect, useId, useRef, type ReactNode } from 'react';
import { ask, CHAT, part } from '../api';
import type { OpenView } from '../chat/shapes';
import { useAttempt } from '../parts/reports';
import { ViewFrame } from './view-frame';

/** The browser's own modal dialog: it keeps the focus inside and gives it back. Escape closes the view, and the app is told. */
export function Modal({ username, open }: { readonly username: string; readonly open: OpenView }): ReactNode {
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const attempt = useAttempt();
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    dialog.current?.querySelector<HTMLElement>('.view-content :is(input, select, textarea, button)')?.focus();
    // A dialog gives the focus back by itself when it is closed, but not when it is taken off the page.
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className="modal"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        void attempt(ask('DELETE', `${CHAT}/users/${part(username)}/views/${part(open.view.id)}`));
      }}
    >
      <ViewFrame username={username} open={open} titleId={titleId} />
    </dialog>
  );
}
