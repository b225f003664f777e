import { useEffect, type ReactNode } from 'react';

/** Instead of a block or element that cannot be shown there: clients would show nothing, which is how such mistakes stay unseen. */
export function Unsupported({ type, place }: { readonly type: string; readonly place: string }): ReactNode {
  const sentence = `“${type}” cannot be shown in a ${place}.`;
  useEffect(() => console.error(sentence), [sentence]);
  return (
    <p className="unsupported" role="alert">
      {sentence}
    </p>
  );
}
