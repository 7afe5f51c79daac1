import * as v from 'valibot';
import type { IsoDate } from '../domain/dates';
import type { Objective } from '../domain/objective';
import type { IssuePanelApi } from './issue-panel';
import type { Outcome } from './outcome';
import { projectId } from './schemas';
import type { CycleView } from './views';

/**
 * Refinement: the work that has no key result. The work itself is Jira's and read by the front end, as the viewer, who
 * also writes its tags; what it may be tagged with comes from here.
 */
export type RefinementApi = {
  loadRefinement: (payload: LoadRefinement) => Outcome<RefinementView>;
  /** The objectives of key results that `loadRefinement` did not bring: what work is tagged with all the same. */
  loadObjectives: IssuePanelApi['loadObjectives'];
};

export const loadRefinement = v.strictObject({ projectId });
export type LoadRefinement = v.InferOutput<typeof loadRefinement>;

export type RefinementView = Choices & { readonly today: IsoDate };

/** What work of a project may be tagged with, as one viewer may see it. */
export type Choices = {
  /** Every cycle of the site, active ones first. */
  readonly cycles: readonly CycleView[];
  /** The company's and the project's own objectives of active cycles, not archived. */
  readonly objectives: readonly Objective[];
};
