import type { FaultRule, FaultTarget } from '../../local/forge/fault-rule';

const TARGETS: readonly FaultTarget[] = ['storage', 'jira', 'invoke'];

/** Of every hundred calls five fail, in each way that a call can; all of them take their time, and some very long. */
export const fivePercent = (seed: number): FaultRule[] =>
  TARGETS.flatMap((target, index): FaultRule[] => {
    const rule = (number: number): Pick<FaultRule, 'target' | 'match' | 'seed'> => ({
      target,
      match: '',
      seed: seed * 100 + index * 10 + number,
    });
    return [
      { ...rule(1), share: 1, delayMs: 120 },
      { ...rule(2), share: 0.01, delayMs: 9_000 },
      { ...rule(3), share: 0.0125, drop: true },
      { ...rule(4), share: 0.0125, dropReply: true },
      { ...rule(5), share: 0.0125, status: 503 },
      { ...rule(6), share: 0.0125, status: 429 },
    ];
  });
