import { canonicalJson } from './backup';

/** What is to happen to many issues at once, and what has become of each so far. A pure value: who has it can go on. */
export type BulkPlan = readonly BulkItem[];

export type BulkItem = {
  readonly issueId: string;
  readonly issueKey: string;
  /** What the issue held when it was read, and what it shall hold; `undefined` is nothing. */
  readonly before: unknown;
  readonly after: unknown;
  readonly state: BulkState;
};

export type BulkState =
  | { readonly name: 'waiting' }
  /** Jira was asked, and it is not known what it has done. */
  | { readonly name: 'sent' }
  /** Jira says that it is through with it; the issue itself has not been asked. */
  | { readonly name: 'written' }
  | { readonly name: 'done' }
  /** It held what it shall hold before anything was written. */
  | { readonly name: 'already' }
  /** Somebody else changed it in between, to `now`. */
  | { readonly name: 'changed'; readonly now: unknown }
  | { readonly name: 'not-found' }
  | { readonly name: 'forbidden' }
  /** It would serve more key results than an issue may. */
  | { readonly name: 'full' }
  /** A newer version of the app wrote it and may mean more by it. */
  | { readonly name: 'newer' }
  /** Nothing was written, for `reason` in Jira's words where it gave one. */
  | { readonly name: 'failed'; readonly reason: string | null };

/** What an issue holds, asked just now. */
export type Held = { readonly issueId: string; readonly issueKey: string; readonly value: unknown };

/** The same of several, by their ids; issues that are not there or hidden are not in it. */
export type Present = ReadonlyMap<string, Held>;

export type BulkStateName = BulkState['name'];

/** Issues that hold the same and shall hold the same, which one request can write. */
export type BulkGroup = {
  readonly before: unknown;
  readonly after: unknown;
  readonly items: readonly BulkItem[];
};

/** Jira edits at most so many issues in one bulk operation. */
const MOST_ISSUES_AT_ONCE = 1000;

/** Whether an issue that holds one of them holds the other; `undefined` is nothing, which JSON cannot say. */
export const isSameValue = (a: unknown, b: unknown): boolean =>
  a === undefined || b === undefined ? a === b : canonicalJson(a) === canonicalJson(b);

/** What is still to be written, in groups of at most `most` issues. */
export const groupsOf = (plan: BulkPlan, most = MOST_ISSUES_AT_ONCE): BulkGroup[] => {
  const groups = new Map<string, BulkItem[]>();
  for (const item of plan.filter(({ state }) => state.name === 'waiting')) {
    const name = canonicalJson([
      item.before === undefined,
      item.before,
      item.after === undefined,
      item.after,
    ]);
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return [...groups.values()].flatMap((items) =>
    Array.from({ length: Math.ceil(items.length / most) }, (_, index) => ({
      before: items[0]?.before,
      after: items[0]?.after,
      items: items.slice(index * most, (index + 1) * most),
    })),
  );
};

/** The plan with the issues in another state. */
export const withState = (plan: BulkPlan, issueIds: ReadonlySet<string>, state: BulkState): BulkPlan =>
  plan.map((item) => (issueIds.has(item.issueId) ? { ...item, state } : item));

/** Those of which only the issue itself can say what has become of them. */
export const openItems = (plan: BulkPlan): BulkItem[] =>
  plan.filter(({ state }) => state.name === 'sent' || state.name === 'written');

/**
 * What has become of the open issues that were asked about, now that it is known what each holds.
 *
 * @param unmoved - The state of one that holds what it held before.
 * @param isGuarded - Whether Jira passes over what was changed in between; where not, only what neither it held nor it
 *   shall hold tells that somebody else changed it.
 */
export const settled = (
  plan: BulkPlan,
  asked: ReadonlySet<string>,
  found: Present,
  unmoved: (item: BulkItem) => BulkState,
  isGuarded = true,
): BulkPlan => {
  const stateOf = (item: BulkItem): BulkState => {
    const held = found.get(item.issueId);
    if (held === undefined) return { name: 'not-found' };
    const now = held.value;
    if (isSameValue(now, item.after)) return { name: 'done' };
    const isTheirs = isGuarded ? !isSameValue(now, item.before) : holdsAnother(now, item);
    return isTheirs ? { name: 'changed', now } : unmoved(item);
  };
  return plan.map((item) => (asked.has(item.issueId) ? { ...item, state: stateOf(item) } : item));
};

const holdsAnother = (now: unknown, { before, after }: BulkItem): boolean => {
  const ours = [before, after].flat();
  return Array.isArray(now) && now.some((one) => !ours.includes(one));
};

/** A plan that takes back what was written, and nothing else: what somebody else changed since stays. */
export const undoOf = (plan: BulkPlan): BulkPlan =>
  plan
    .filter(({ state }) => state.name === 'done')
    .map((item) => ({ ...item, before: item.after, after: item.before, state: { name: 'waiting' } }));
