import type { Problem } from '../../../src/contract/outcome';
import { undoOf, withState, type BulkPlan, type BulkStateName } from '../../../src/domain/bulk-plan';
import { planOnTop } from '../../../src/domain/bulk-tags';
import { runBulk } from '../../../src/jira/bulk-run';
import type { JiraApi } from '../../../src/jira/jira-api';
import { toProblem, type Loadable } from '../../shared/loading';
import { bulkKind, checkIssues, type Checked } from './bulk-check';
import { planFor, wishOf, type BulkAction, type BulkChoice, type BulkJob, type BulkTarget } from './bulk-job';

export type BulkStage =
  | { readonly name: 'idle' }
  | {
      readonly name: 'choosing';
      readonly choice: BulkChoice;
      readonly target: BulkTarget;
      readonly checked: Loadable<Checked>;
    }
  | {
      readonly name: 'running';
      readonly job: BulkJob;
      readonly plan: BulkPlan;
      /** 0 to 1. */
      readonly share: number;
      readonly isStopping: boolean;
    }
  /** Something of it was not done. */
  | {
      readonly name: 'ended';
      readonly job: BulkJob;
      readonly plan: BulkPlan;
      readonly stoppedBy: Problem | null;
    };

/** An action that has changed something, and can be taken back until then. */
export type DoneAction = { readonly job: BulkJob; readonly plan: BulkPlan; readonly isUndone: boolean };

export type BulkState = { readonly stage: BulkStage; readonly done: readonly DoneAction[] };

/** What a store of actions on many issues needs of where it is. */
export type BulkPlace = {
  readonly jira: JiraApi;
  readonly pause: (milliseconds: number) => Promise<void>;
  /** Told of every run that came to an end or was stopped, with what has become of each issue. */
  readonly onEnd: (job: BulkJob, plan: BulkPlan, isWhole: boolean) => void;
};

export type BulkStore = ReturnType<typeof createBulkStore>;

/** Holds one action on many issues at a time, over its life, and those that were done before it. */
export const createBulkStore = ({ jira, pause, onEnd }: BulkPlace) => {
  let state: BulkState = { stage: { name: 'idle' }, done: [] };
  let question = 0;
  let jobs = 0;
  const listeners = new Set<() => void>();
  const show = (stage: BulkStage, done = state.done): void => {
    state = { stage, done };
    for (const listener of listeners) listener();
  };

  const run = async (job: BulkJob, given: BulkPlan): Promise<void> => {
    let isStopping = false;
    stop = () => {
      isStopping = true;
      if (state.stage.name === 'running') show({ ...state.stage, isStopping });
    };
    show({ name: 'running', job, plan: given, share: 0, isStopping });
    const { plan, stoppedBy } = await runBulk(given, {
      jira,
      kind: bulkKind(jira, job.action.type),
      pause,
      isCancelled: () => isStopping,
      onProgress: (now, share) => show({ name: 'running', job, plan: now, share, isStopping }),
    });
    const isWhole = plan.every(({ state: { name } }) => name === 'done' || name === 'already');
    show(
      isWhole ? { name: 'idle' } : { name: 'ended', job, plan, stoppedBy },
      doneAfter(state.done, job, plan),
    );
    onEnd(job, plan, isWhole);
  };
  let stop = (): void => undefined;

  const choose = async (choice: BulkChoice, target: BulkTarget): Promise<void> => {
    const mine = (question += 1);
    const about = (checked: Loadable<Checked>): void => show({ name: 'choosing', choice, target, checked });
    about({ state: 'loading' });
    try {
      const value = await checkIssues(jira, choice, target.above ? [target.above] : target.issues);
      if (mine === question) about({ state: 'ready', value });
    } catch (error) {
      if (mine === question) about({ state: 'error', problem: toProblem(error) });
    }
  };

  return {
    get: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Asks who may edit what; nothing is written. */
    choose,
    /** Does it to those that may be edited. */
    start: (action: BulkAction): Promise<void> | undefined => {
      const { stage } = state;
      if (stage.name !== 'choosing' || stage.checked.state !== 'ready') return undefined;
      const { editable, present } = stage.checked.value;
      const job = { id: (jobs += 1), action, target: stage.target, undoes: null };
      return run(job, planFor(action, editable, present));
    },
    /** Begins no other group; the one that Jira has at hand is seen through. */
    stop: () => stop(),
    /** Goes on where it stopped: what is not known is looked at first. */
    goOn: (): Promise<void> | undefined =>
      state.stage.name === 'ended' ? run(state.stage.job, state.stage.plan) : undefined,
    /** The same, and once more what did not work, on top of what others wrote meanwhile. */
    tryAgain: (): Promise<void> | undefined =>
      state.stage.name === 'ended'
        ? run(state.stage.job, toTryAgain(state.stage.job, state.stage.plan))
        : undefined,
    /** Leaves what was chosen or has ended; a run goes on. */
    leave: (): void => {
      question += 1;
      if (state.stage.name !== 'running') show({ name: 'idle' });
    },
    undo: ({ job, plan }: DoneAction): Promise<void> | undefined => {
      if (state.stage.name === 'running') return undefined;
      question += 1;
      const undone = { ...job, id: (jobs += 1), undoes: job };
      return run(undone, undoOf(plan));
    },
  };
};

/** The newest first. What an action has changed in several runs is one. */
const doneAfter = (done: readonly DoneAction[], job: BulkJob, plan: BulkPlan): readonly DoneAction[] => {
  if (job.undoes !== null) {
    const { id } = job.undoes;
    // What was not undone yet can be undone again: what was is found to be so.
    const isUndone = plan.every(({ state: { name } }) => FINAL.includes(name));
    return done.map((one) => (one.job.id === id ? { ...one, isUndone } : one));
  }
  const others = done.filter((one) => one.job.id !== job.id);
  return undoOf(plan).length === 0 ? others : [{ job, plan, isUndone: false }, ...others];
};

const FINAL: readonly BulkStateName[] = ['done', 'already', 'changed', 'not-found'];

const toTryAgain = ({ action, undoes }: BulkJob, plan: BulkPlan): BulkPlan => {
  const failed = plan.filter(({ state: { name } }) => name === 'failed' || name === 'forbidden');
  const again = withState(plan, new Set(failed.map(({ issueId }) => issueId)), { name: 'waiting' });
  const wish = undoes === null ? wishOf(action) : null;
  return wish === null ? again : planOnTop(again, wish);
};
