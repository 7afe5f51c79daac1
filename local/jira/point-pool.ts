import { createWindows, HOUR } from '../windows';

/**
 * The points that an app's back end has used in this hour (UTC) on all the sites that it is installed in. Sites that
 * are to share them are given the same pool.
 */
export type PointPool = {
  readonly take: (points: number) => void;
  readonly used: () => number;
  /** When it is filled again, in milliseconds from now. */
  readonly resetsIn: () => number;
};

export const createPointPool = (now: () => Date): PointPool => {
  const windows = createWindows(now);
  return {
    take: (points) => windows.add('points', HOUR, points),
    used: () => windows.used('points', HOUR),
    resetsIn: () => HOUR - (now().getTime() % HOUR),
  };
};
