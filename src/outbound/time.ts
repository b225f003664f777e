import type { Time } from '../usecases/ports';

/** The clock of the machine. */
export const time: Time = {
  now: () => Date.now(),
  pause: (ms, until) =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      const end = (): void => {
        clearTimeout(timer);
        resolve();
      };
      until?.then(end, end);
    }),
};
