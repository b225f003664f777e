import type { ReactNode } from 'react';

/** Instead of a block or element that cannot be shown there: clients would show nothing, which is how such mistakes stay unseen. */
export function Unsupported({ type, place }: { readonly type: string; readonly place: string }): ReactNode {
  return (
    <p className="unsupported" role="alert">
      “{type}” cannot be shown in a {place}.
    </p>
  );
}
