/** @param ts a message's time @returns the time of day, as readers in this place write it */
export const clockTime = (ts: string): string => new Date(ts).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
