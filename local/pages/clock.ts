import { rest } from './rest';

let shift = 0;

/** Milliseconds from the real time to the stand-in's. */
export const clockShift = (): number => shift;

export const now = (): Date => new Date(Date.now() + shift);

/** Reads the stand-in's time. Less than two seconds of difference is only the way there and back. */
export const readClock = async (): Promise<void> => {
  const { now: there } = await rest<{ now: string }>('/local/clock');
  const difference = Date.parse(there) - Date.now();
  shift = Math.abs(difference) < 2000 ? 0 : difference;
};
