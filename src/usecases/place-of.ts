import type { Place } from './ports';

/** @returns the place alone out of what is kept with it, such as a question */
export function placeOf({ roomId, threadId }: Place): Place {
  return { roomId, ...(threadId !== undefined && { threadId }) };
}
