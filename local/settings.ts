import { PUBLISHED_FORGE_LIMITS, type ForgeLimits } from './forge/rate-limits';
import { PUBLISHED_JIRA_LIMITS, type JiraLimits } from './jira/rate-limits';

/** What people and tests may turn: how far searches and queries trail writes, and Forge's and Jira's limits per time. */
export type SettingValues = ForgeLimits &
  JiraLimits & {
    /** How far Jira's searches trail writes, in milliseconds of the stand-in's clock. */
    readonly searchLagMs: number;
    /** How far queries of Forge's storage trail writes, likewise. */
    readonly queryLagMs: number;
    /**
     * How much of what was asked for a page of a search holds at most: 1 is all, 0.5 makes each page short by half, as
     * Jira's may be without being the last.
     */
    readonly searchPageShare: number;
    /** How long Jira's bulk operations take, in milliseconds of the stand-in's clock. */
    readonly bulkTaskMs: number;
  };

export type Settings = {
  readonly read: () => SettingValues;
  /** @throws a sentence that names what is no setting or no number. */
  readonly change: (given: Partial<SettingValues>) => void;
};

export const createSettings = (changed: (values: SettingValues) => void): Settings => {
  let current: SettingValues = {
    searchLagMs: 0,
    queryLagMs: 0,
    searchPageShare: 1,
    bulkTaskMs: 0,
    ...PUBLISHED_FORGE_LIMITS,
    ...PUBLISHED_JIRA_LIMITS,
  };
  return {
    read: () => current,
    change: (given) => {
      for (const [name, value] of Object.entries(given)) checkSetting(Object.keys(current), name, value);
      current = { ...current, ...given };
      changed(current);
    },
  };
};

const checkSetting = (known: readonly string[], name: string, value: unknown): void => {
  if (!known.includes(name)) throw new Error(`There is no setting ${name}; there are ${known.join(', ')}.`);
  if (typeof value !== 'number' || !(value >= 0)) throw new Error(`${name} is a number of 0 or more.`);
  if (name === 'searchPageShare' && value > 1) throw new Error(`${name} is a share, 1 at the most.`);
};
