import { createContext, useContext } from 'react';
import type { RefinementView } from '../../src/contract/refinement';
import type { ProjectId } from '../../src/domain/ids';
import type { Rows } from './rows';

/**
 * What actions on many issues see of the list of untagged work, and how they tell it what they did. Ids are those of
 * Jira's issues.
 */
export type Refinement = {
  readonly projectId: ProjectId;
  /** What the work may be tagged with. */
  readonly view: RefinementView;
  /** The selected issues that are shown, in order. With thousands, most are not read: they are in no row yet. */
  readonly selected: readonly string[];
  /** How many are selected beside them that a filter hides: nothing is done to those. */
  readonly hidden: number;
  /** What is read of the list's issues, by id; those that left it stay known. */
  readonly rows: Rows;
  /** Fields that hold estimates, the first that has a value counts; `null` until the boards are known. */
  readonly estimates: readonly string[] | null;
  readonly select: (ids: readonly string[]) => void;
  readonly unselect: (ids: readonly string[]) => void;
  /**
   * Issues that are decided now: they leave the list, and the selection. The list shows one line in their place that says
   * `words` ("5 issues tagged with …") and offers `undo`, where there is one, until the next such line.
   */
  readonly leave: (ids: readonly string[], trace?: Trace) => void;
  /** Issues that are undecided again: they come back to where they were. */
  readonly comeBack: (ids: readonly string[]) => void;
  /** Labels that issues have now, which the list shows at once. */
  readonly relabel: (labels: ReadonlyMap<string, readonly string[]>) => void;
  /** Reads the list anew. */
  readonly refresh: () => Promise<void>;
};

export type Trace = { readonly words: string; readonly undo?: () => void };

export const RefinementContext = createContext<Refinement | null>(null);

export const useRefinement = (): Refinement => {
  const refinement = useContext(RefinementContext);
  if (!refinement) throw new Error('This part stands outside of the list of untagged work.');
  return refinement;
};
