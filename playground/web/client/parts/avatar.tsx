import { createContext, useContext, type ReactNode } from 'react';

/** The user names of apps: they have the app's icon for a picture. */
export const AppUsers = createContext<readonly string[]>([]);

const HUES = ['b600', 'g800', 'o600', 'p500', 'r500', 'y800', 'b800', 'p700'] as const;

/** As Rocket.Chat draws it for who has no picture: the first letter on a colour of their own. The app has its icon. */
export function Avatar({ username, small = false }: { readonly username: string; readonly small?: boolean }): ReactNode {
  const sum = Array.from(username).reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  const hue = HUES[sum % HUES.length] ?? 'b600';
  const className = small ? 'avatar avatar-small' : 'avatar';
  if (useContext(AppUsers).includes(username)) return <img className={className} src="/page/icon.png" alt="" />;
  return (
    <span className={className} style={{ backgroundColor: `var(--color-${hue})` }} aria-hidden>
      {(username[0] ?? '?').toUpperCase()}
    </span>
  );
}
