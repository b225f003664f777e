/** Between a menu and the edges of the window. */
const MARGIN = 8;

/**
 * Places an open menu below its button, their right edges in line; above it, or further in, where the window ends. It is placed in the
 * window, because lists that scroll would cut it off.
 */
export function placeBeside(button: HTMLElement, menu: HTMLElement): void {
  const beside = button.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const below = beside.bottom + height + MARGIN <= innerHeight;
  const top = Math.max(MARGIN, below ? beside.bottom : beside.top - height);
  const left = Math.min(Math.max(MARGIN, beside.right - width), innerWidth - width - MARGIN);
  menu.style.top = `${top}px`;
  menu.style.left = `${left}px`;
}
