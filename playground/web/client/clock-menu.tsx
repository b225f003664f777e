import type { ReactNode } from 'react';
import { ask, CHAT } from './api';
import { useLive } from './live';
import { READS } from './reads';
import { Menu } from './parts/menu';
import { useAttempt } from './parts/reports';

const MINUTE_MS = 60_000;
const JUMPS = [
  { label: '10 minutes', ms: 10 * MINUTE_MS },
  { label: '1 hour', ms: 60 * MINUTE_MS },
  { label: '1 day', ms: 24 * 60 * MINUTE_MS },
] as const;

/** @param ms of the playground's clock, always forward */
export function aheadText(ms: number): string {
  const minutes = Math.round(ms / MINUTE_MS);
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  return [days && `${days} d`, hours && `${hours} h`, rest && `${rest} min`].filter(Boolean).join(' ');
}

/** The time of both sides can be moved, so that nobody has to wait for what happens later. */
export function ClockMenu(): ReactNode {
  const clock = useLive(READS.clock());
  const attempt = useAttempt();
  const entries = JUMPS.map(({ label, ms }) => ({
    id: label,
    label: `Let ${label} pass`,
    choose: () => void attempt(ask('POST', `${CHAT}/clock/advance`, { ms })),
  }));
  return (
    <span className="clock">
      {clock && clock.aheadMs > 0 && <span>{aheadText(clock.aheadMs)} ahead</span>}
      <Menu icon="clock" label="Move the time" entries={entries} />
    </span>
  );
}
