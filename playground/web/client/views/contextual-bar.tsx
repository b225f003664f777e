import { useId, type ReactNode } from 'react';
import type { OpenView } from '../chat/shapes';
import { ViewFrame } from './view-frame';

export function ContextualBar({ username, open }: { readonly username: string; readonly open: OpenView }): ReactNode {
  const titleId = useId();
  return (
    <aside className="side-panel" aria-labelledby={titleId}>
      <ViewFrame username={username} open={open} titleId={titleId} />
    </aside>
  );
}
