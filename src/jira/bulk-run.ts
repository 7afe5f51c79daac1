import { problemOf, type Problem } from '../contract/outcome';
import {
  groupsOf,
  openItems,
  settled,
  withState,
  type BulkGroup,
  type BulkItem,
  type BulkPlan,
  type BulkState,
  type Held,
  type Present,
} from '../domain/bulk-plan';
import { createFollow, type Follow } from './bulk-follow';
import type { TaskProgress } from './bulk-task';
import type { JiraApi } from './jira-api';
import { readBulkRights } from './permissions';

/** One way of changing many issues: how it is written, and how an issue tells what it holds. */
export type BulkKind = {
  /** What each issue holds; those that are not there or hidden are left out. At most 100 issues. */
  readonly read: (issueIds: readonly string[]) => Promise<readonly Held[]>;
  /** Has Jira write a group. */
  readonly write: (group: BulkGroup, follow: Follow) => Promise<Written>;
  /** Whether Jira passes over what was changed in between. */
  readonly isGuarded: boolean;
};

export type Written = {
  /** How far Jira is with it; `null` where it does not tell. */
  readonly progress: TaskProgress | null;
  /** Waits until Jira is through with it. `null` where nothing is left to wait for; others may be written meanwhile. */
  readonly rest: (() => Promise<TaskProgress>) | null;
};

/** What a run needs of where it happens. */
export type BulkRun = {
  readonly jira: JiraApi;
  readonly kind: BulkKind;
  readonly pause: (milliseconds: number) => Promise<void>;
  /** Asked before each group; what was not begun by then stays as it is. */
  readonly isCancelled: () => boolean;
  /** Told after every step. `share` is how much of everything is through, 0 to 1. */
  readonly onProgress: (plan: BulkPlan, share: number) => void;
};

export type BulkEnd = {
  readonly plan: BulkPlan;
  /** Why it ended before its end; `null` when it did not, or was cancelled. */
  readonly stoppedBy: Problem | null;
};

/**
 * Writes what waits in a plan, group by group, then asks the issues themselves what has become of them. A plan that an
 * earlier run left open can be given again: what is not known is read first, and only what was not written is written.
 */
export const runBulk = async (given: BulkPlan, run: BulkRun): Promise<BulkEnd> => {
  const walk = startWalk(given, run);
  try {
    await walk.settle(() => ({ name: 'waiting' }));
    await walk.writeAll();
    await walk.settleAtEnd();
    return { plan: walk.plan(), stoppedBy: null };
  } catch (error) {
    return { plan: walk.plan(), stoppedBy: problemOf(error) ?? LOST };
  }
};

const startWalk = (given: BulkPlan, { jira, kind, pause, isCancelled, onProgress }: BulkRun) => {
  let plan = given;
  /** What Jira says of issues that it did not write. */
  const reasons = new Map<string, string>();
  let losses = 0;
  let furthest = 0;
  /** Groups that Jira is at, the oldest first. */
  const inFlight: Flight[] = [];
  const isInFlight = ({ issueId }: BulkItem): boolean => inFlight.some(({ ids }) => ids.has(issueId));
  const show = (next: BulkPlan, share = 0): void => {
    plan = next;
    furthest = Math.max(furthest, shareOf(plan, share));
    onProgress(plan, furthest);
  };
  const follow = createFollow(pause, (share) => show(plan, share));

  const settle = async (unmoved: (item: BulkItem) => BulkState): Promise<void> => {
    const open = openItems(plan).map(({ issueId }) => issueId);
    for (let start = 0; start < open.length; start += ISSUES_PER_READ) {
      const some = open.slice(start, start + ISSUES_PER_READ);
      const found = byId(await kind.read(some));
      show(settled(plan, new Set(some), found, unmoved, kind.isGuarded));
    }
  };

  const note = (ids: ReadonlySet<string>, progress: TaskProgress | null): void => {
    progress?.failures.forEach((reason, id) => reasons.set(id, reason));
    if (progress?.trouble) for (const id of ids) reasons.set(id, progress.trouble);
    if (progress?.isOver ?? false) show(withState(plan, ids, { name: 'written' }));
  };

  const write = async (group: BulkGroup): Promise<void> => {
    const ids = new Set(group.items.map(({ issueId }) => issueId));
    show(withState(plan, ids, { name: 'sent' }));
    let isTaken = false;
    try {
      const { progress, rest } = await kind.write(group, (...task) => {
        isTaken = true;
        return follow(...task);
      });
      note(ids, progress);
      if (rest !== null && !(progress?.isOver ?? false)) inFlight.push({ ids, rest });
    } catch (error) {
      const problem = problemOf(error);
      // What Jira has taken it works on, whatever it answers to how far it is.
      if (isTaken) return recover(error);
      if (problem?.code === 'invalid') {
        return show(withState(plan, ids, { name: 'failed', reason: problem.message }));
      }
      if (isRefusal(error)) {
        show(withState(plan, ids, { name: 'waiting' }));
        throw error;
      }
      await recover(error);
    }
  };

  /**
   * Waits for the group that was sent last. Those before it are likely through by then, which the issues themselves say
   * for all of them at once: asking for each would cost a call more each.
   */
  const land = async (): Promise<void> => {
    const flight = inFlight.pop();
    if (flight === undefined || !openItems(plan).some(({ issueId }) => flight.ids.has(issueId))) return;
    try {
      note(flight.ids, await flight.rest());
    } catch (error) {
      return recover(error);
    }
    if (inFlight.length > 0) await settle(({ state }) => state);
  };

  const landAll = async (): Promise<void> => {
    while (inFlight.length > 0) await land();
  };

  /** An answer got lost. As long as the issues can be asked, they say whether what was sent has arrived. */
  const recover = async (error: unknown): Promise<void> => {
    const wait = RECOVERY_PAUSES_MS[losses];
    losses += 1;
    if (wait === undefined) throw error;
    await pause(wait);
    await settle((item) => (isInFlight(item) ? item.state : { name: 'waiting' }));
  };

  return {
    plan: () => plan,
    settle,
    writeAll: async () => {
      try {
        for (;;) {
          const group = isCancelled() ? undefined : groupsOf(plan)[0];
          if (group === undefined && inFlight.length === 0) return;
          if (group === undefined || inFlight.length === MOST_IN_FLIGHT) await landAll();
          else await write(group);
        }
      } catch (error) {
        if (isRefusal(error)) await landAll();
        throw error;
      }
    },
    settleAtEnd: async () => {
      const unmoved = new Set<string>();
      await settle((item) => {
        if (item.state.name === 'written') unmoved.add(item.issueId);
        const reason = reasons.get(item.issueId) ?? null;
        return item.state.name === 'written' ? { name: 'failed', reason } : item.state;
      });
      const untold = [...unmoved].filter((id) => !reasons.has(id));
      if (untold.length === 0) return;
      const { editable } = await readBulkRights(jira, untold);
      show(withState(plan, new Set(untold.filter((id) => !editable.has(id))), { name: 'forbidden' }));
    },
  };
};

/** What each of any number of issues holds now, 100 a request. */
export const readPresent = async (
  { read }: Pick<BulkKind, 'read'>,
  issueIds: readonly string[],
): Promise<Present> => {
  const pages = Array.from({ length: Math.ceil(issueIds.length / ISSUES_PER_READ) }, (_, index) =>
    issueIds.slice(index * ISSUES_PER_READ, (index + 1) * ISSUES_PER_READ),
  );
  return byId((await Promise.all(pages.map((ids) => read(ids)))).flat());
};

const byId = (found: readonly Held[]): Present => new Map(found.map((held) => [held.issueId, held]));

/** Issues that Jira is through with count whole, those that it has at hand by how far it is. */
const shareOf = (plan: BulkPlan, shareOfSent: number): number => {
  const sent = plan.filter(({ state }) => state.name === 'sent').length;
  const waiting = plan.filter(({ state }) => state.name === 'waiting').length;
  return plan.length === 0 ? 1 : (plan.length - waiting - sent * (1 - shareOfSent)) / plan.length;
};

type Flight = { readonly ids: ReadonlySet<string>; readonly rest: () => Promise<TaskProgress> };

const ISSUES_PER_READ = 100;
/** Groups that Jira is given before one is waited for. */
const MOST_IN_FLIGHT = 5;
const RECOVERY_PAUSES_MS: readonly number[] = [500, 1500, 4000];

/** Answers after which nothing was written for certain. */
const REFUSALS: readonly Problem['code'][] = ['forbidden', 'not-found', 'rate-limited'];

const isRefusal = (error: unknown): boolean => {
  const problem = problemOf(error);
  return problem !== null && REFUSALS.includes(problem.code);
};

const LOST: Problem = {
  code: 'unexpected',
  message: 'Jira could not be reached. Check your connection.',
  undecided: true,
};
