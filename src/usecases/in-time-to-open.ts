import type { Ports } from './ports';

/** A client waits for a dialog for 5 s, and takes one only; to show something else, somebody has to click in it. */
const OPENS_WITHIN_MS = 1_500;

/** @returns what a dialog is to show, or nothing where that takes longer than a client should wait for a dialog */
export function inTimeToOpen<Shown>(preparing: Promise<Shown>, { time }: Pick<Ports, 'time'>): Promise<Shown | undefined> {
  return Promise.race([preparing, time.pause(OPENS_WITHIN_MS, preparing).then(() => undefined)]);
}
