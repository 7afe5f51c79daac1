import type { Clock } from '../seams';

/** A clock that runs with real time, `offset` milliseconds beside it; `moveTo` sets it to a moment and it runs on. */
export const createClock = (offset: number): Clock & { readonly offset: () => number } => {
  let current = offset;
  return {
    now: () => new Date(Date.now() + current),
    moveTo: (moment) => {
      current = moment.getTime() - Date.now();
    },
    offset: () => current,
  };
};
