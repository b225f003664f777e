import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { IconName } from '../icon-names';
import { IconButton } from './icon-button';
import { placeBeside } from './place-beside';

/** An entry of a menu. */
export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly danger?: boolean;
  readonly choose: () => void;
}

/** A button that opens a menu; arrow keys move in it, Escape leaves it. */
export function Menu({
  icon,
  label,
  entries,
}: {
  readonly icon: IconName;
  readonly label: string;
  readonly entries: readonly MenuEntry[];
}): ReactNode {
  const [open, setOpen] = useState(false);
  const whole = useRef<HTMLSpanElement>(null);
  const list = useRef<HTMLSpanElement>(null);
  const items = (): HTMLButtonElement[] => [...(whole.current?.querySelectorAll<HTMLButtonElement>('[role=menuitem]') ?? [])];
  useLayoutEffect(() => {
    if (open && whole.current && list.current) placeBeside(whole.current, list.current);
  }, [open]);
  useEffect(() => {
    if (open) items()[0]?.focus();
  }, [open]);

  const leave = (): void => {
    setOpen(false);
    whole.current?.querySelector('button')?.focus();
  };
  const move = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') leave();
    else if (step === undefined) return;
    else {
      const all = items();
      const at = all.findIndex((item) => item === document.activeElement);
      all.at((at + step) % all.length)?.focus();
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <span
      className="menu"
      ref={whole}
      onKeyDown={open ? move : undefined}
      onBlur={({ relatedTarget }) => {
        if (!whole.current?.contains(relatedTarget)) setOpen(false);
      }}
    >
      <IconButton icon={icon} label={label} aria-haspopup="menu" aria-expanded={open} onClick={() => setOpen(!open)} />
      {open && (
        <span ref={list} role="menu" aria-label={label} className="menu-list">
          {entries.map(({ id, label: text, danger, choose }) => (
            <button
              key={id}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className={danger ? 'danger' : undefined}
              onClick={() => {
                leave();
                choose();
              }}
            >
              {text}
            </button>
          ))}
        </span>
      )}
    </span>
  );
}
