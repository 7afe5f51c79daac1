import type { ErrorCode, Problem } from '../../src/contract/outcome';
import type { ReviewedKeyResults, SprintReviewView } from '../../src/contract/sprint-review';
import type { KeyResultId } from '../../src/domain/ids';
import { servedBy } from '../../src/domain/ledger-sums';
import { toProblem } from '../shared/loading';
import type { Freshness } from '../shared/reading';
import { createCell, type Cell } from '../shared/state-cell';
import { frozenWork } from './frozen-work';
import { unknownIn, withKeyResults } from './merge';
import type { ReviewedWork } from './review-model';

export type ReviewState =
  { readonly state: 'loading' } | { readonly state: 'error'; readonly problem: Problem } | ShownReview;

/** What is known of a review. Values without work and work without values are both worth showing. */
export type ShownReview = {
  readonly state: 'ready';
  readonly view: SprintReviewView;
  /** Why the values are not known: of the view, then, only the sprint is. */
  readonly valuesProblem: Problem | null;
  readonly work: WorkState;
  readonly freshness: Freshness;
};

export type WorkState =
  | { readonly state: 'reading'; readonly loaded: number }
  | { readonly state: 'error'; readonly problem: Problem }
  | { readonly state: 'ready'; readonly work: ReviewedWork };

export type ReviewReaders = {
  readonly loadView: () => Promise<SprintReviewView>;
  /** The work of what nobody wrote down, as the viewer. `onIssues` hears how many issues came so far. */
  readonly readWork: (view: SprintReviewView, onIssues: (loaded: number) => void) => Promise<ReviewedWork>;
  readonly loadKeyResults: (ids: readonly KeyResultId[]) => Promise<ReviewedKeyResults>;
  /** The sprint alone, as the viewer, where the values cannot be had. */
  readonly findSprint: () => Promise<SprintReviewView>;
};

export type ReviewStore = Pick<Cell<{ readonly review: ReviewState }>, 'get' | 'subscribe'> & {
  /** It comes on the screen: reads what is not being read, or was, since it was there last. */
  readonly enter: () => Promise<void>;
  /** Reads everything again; what is known stays until then, and when that fails. */
  readonly reload: () => Promise<void>;
  /** Shows what was saved here, beside what is still being read. */
  readonly change: (next: (view: SprintReviewView) => SprintReviewView) => void;
  /** Drops what is still on its way. */
  readonly leave: () => void;
};

/** Holds the review of one sprint or period, over its life. */
export const createReviewStore = (readers: ReviewReaders, now: () => number = Date.now): ReviewStore => {
  const cell = createCell<{ readonly review: ReviewState }>({ review: { state: 'loading' } });
  let question = 0;
  let isEntered = false;
  /** What was saved here while something is read that may not know it. */
  let saved: ((view: SprintReviewView) => SprintReviewView)[] = [];

  const shown = (): ShownReview | null => {
    const { review } = cell.get();
    return review.state === 'ready' ? review : null;
  };
  const show = (changed: Partial<ShownReview>): void => {
    const before = shown();
    if (before) cell.update({ review: { ...before, ...changed } });
  };
  const begin = (view: SprintReviewView, valuesProblem: Problem | null): void => {
    const known = shown()?.work;
    cell.update({
      review: {
        state: 'ready',
        view,
        valuesProblem,
        work: known?.state === 'ready' ? known : { state: 'reading', loaded: 0 },
        freshness: { asOf: now(), problem: null },
      },
    });
  };
  const readWork = async (view: SprintReviewView, isCurrent: () => boolean): Promise<void> => {
    try {
      const work = await readers.readWork(view, (loaded) => {
        if (isCurrent() && shown()?.work.state === 'reading') show({ work: { state: 'reading', loaded } });
      });
      const unknown = shown()?.valuesProblem ? [] : unknownIn(view, servedBy(work.lines));
      const more = unknown.length > 0 ? await readers.loadKeyResults(unknown) : null;
      const current = shown();
      if (!isCurrent() || current === null) return;
      show({
        view: more ? withKeyResults(current.view, more) : current.view,
        work: { state: 'ready', work },
      });
    } catch (error) {
      if (isCurrent()) failWork(toProblem(error));
    }
  };
  const failWork = (problem: Problem): void => {
    const current = shown();
    if (current === null) return;
    // What was known in whole stays rather than giving way to a part.
    if (current.work.state === 'ready') show({ freshness: { ...current.freshness, problem } });
    else show({ work: { state: 'error', problem } });
  };
  const failView = async (problem: Problem, isCurrent: () => boolean): Promise<void> => {
    const current = shown();
    if (current) {
      show({ freshness: { ...current.freshness, problem } });
      // Whoever was reading the work gave way to this.
      if (current.work.state === 'reading') show({ work: { state: 'error', problem } });
      return;
    }
    const alone = LOST.includes(problem.code) ? await readers.findSprint().catch(() => null) : null;
    if (!isCurrent()) return;
    if (alone === null) return cell.update({ review: { state: 'error', problem } });
    begin(alone, problem);
    await readWork(alone, isCurrent);
  };

  const reload = async (): Promise<void> => {
    isEntered = true;
    const mine = (question += 1);
    const isCurrent = (): boolean => mine === question;
    saved = [];
    if (cell.get().review.state === 'error') cell.update({ review: { state: 'loading' } });
    let view: SprintReviewView;
    try {
      view = await readers.loadView();
    } catch (error) {
      return isCurrent() ? failView(toProblem(error), isCurrent) : undefined;
    }
    if (!isCurrent()) return;
    const known = saved.reduce((before, next) => next(before), view);
    begin(known, null);
    const frozen = frozenWork(view);
    if (frozen) return show({ work: { state: 'ready', work: frozen } });
    if (view.sprint !== null || view.period !== null) await readWork(known, isCurrent);
  };

  return {
    get: cell.get,
    subscribe: cell.subscribe,
    enter: async () => {
      if (!isEntered) await reload();
    },
    reload,
    change: (next) => {
      saved.push(next);
      const current = shown();
      if (current) show({ view: next(current.view) });
    },
    leave: () => {
      isEntered = false;
      question += 1;
    },
  };
};

/** Failures of the app's own side, beside which Jira may still answer. */
const LOST: readonly ErrorCode[] = ['storage-unavailable', 'jira-unavailable', 'rate-limited', 'unexpected'];
