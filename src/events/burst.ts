/** What a process was told of one site within a quarter of a minute. */
export type Burst = {
  readonly since: number;
  readonly until: number;
  told: number;
  /** Whether a refresh is asked for that is begun after all of it. */
  isAskedFor: boolean;
};

const BURST_MS = 15_000;

/**
 * The burst that is under way at a site, or a new one. It is kept in the process alone: where another process is told
 * the rest, or this one is gone, more is asked than need be and nothing is lost.
 */
export const burstOf = (installation: string, now: number): Burst => {
  const known = bursts.get(installation);
  if (known && known.since <= now && now < known.until) return known;
  for (const [key, { until }] of bursts) if (until <= now) bursts.delete(key);
  const burst = { since: now, until: now + BURST_MS, told: 0, isAskedFor: false };
  bursts.set(installation, burst);
  return burst;
};

const bursts = new Map<string, Burst>();
