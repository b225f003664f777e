import { useEffect, useId, useRef, type ReactNode } from 'react';
import { ask, CHAT, part } from '../api';
import type { OpenView } from '../chat/shapes';
import { useReport } from '../parts/reports';
import { ViewFrame } from './view-frame';

export function ContextualBar({ username, open }: { readonly username: string; readonly open: OpenView }): ReactNode {
  const titleId = useId();
  return (
    <aside className="side-panel" aria-labelledby={titleId}>
      <ViewFrame username={username} open={open} titleId={titleId} />
    </aside>
  );
}

/** As in Rocket.Chat, a bar belongs to the room in which it was opened: whoever leaves the room closes it, and the app is told. */
export function useClosedOnLeaving(bar: OpenView | undefined, username: string): void {
  const shown = useRef(bar);
  const report = useReport();
  useEffect(() => {
    shown.current = bar;
  }, [bar]);
  useEffect(
    () => () => {
      if (shown.current) void ask('DELETE', `${CHAT}/users/${part(username)}/views/${part(shown.current.view.id)}`).catch(report);
    },
    [username, report],
  );
}
