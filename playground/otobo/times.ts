/** @returns `2026-11-23 01:16:29`: OTOBO's times are in the server's time zone (here UTC) and do not say so */
export function timestamp(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
}

/** @returns whole seconds since the epoch */
export function epochSeconds(ms: number): number {
  return Math.floor(ms / 1000);
}
