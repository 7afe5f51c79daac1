import type { FaultRule, FaultTarget } from '../../local/forge/fault-rule';
import type { Faults } from '../../local/forge/faults';
import { pause } from './virtual-time';

const TARGETS: readonly FaultTarget[] = ['storage', 'jira', 'invoke'];

/** A share of all calls fails, in each way that a call can; all of them take their time, and some very long. */
const failing = (share: number, seed: number): FaultRule[] =>
  TARGETS.flatMap((target, index): FaultRule[] => {
    const rule = (number: number): Pick<FaultRule, 'target' | 'match' | 'seed'> => ({
      target,
      match: '',
      seed: seed * 100 + index * 10 + number,
    });
    return [
      { ...rule(1), share: 1, delayMs: 120 },
      { ...rule(2), share: 0.01, delayMs: 9_000 },
      { ...rule(3), share: share / 4, drop: true },
      { ...rule(4), share: share / 4, dropReply: true },
      { ...rule(5), share: share / 4, status: 503 },
      { ...rule(6), share: share / 4, status: 429 },
    ];
  });

/**
 * Lets five of a hundred calls fail as long as the work lasts: few most of the time, and every third in short storms,
 * so that there are calls which fail however often they are tried.
 */
export const fivePercentOf = async (faults: Faults, seed: number, work: Promise<unknown>): Promise<void> => {
  let isOver = false;
  const end = (): void => {
    isOver = true;
  };
  work.then(end, end);
  for (let turn = 0; !isOver; turn += 1) {
    const isStorm = turn % 2 === 1;
    faults.set(failing(isStorm ? STORMY : CALM, seed * 1_000 + turn));
    await pause(isStorm ? STORM_MS : CALM_MS);
  }
  faults.set([]);
};

const CALM = 0.035;
const CALM_MS = 19_000;
const STORMY = 0.35;
const STORM_MS = 1_000;
