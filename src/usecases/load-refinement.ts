import type { LoadRefinement, RefinementView } from '../contract/refinement';
import type { Caller } from '../platform/caller';
import { loadChoices } from './choices';

/** What the work of a project may be tagged with. */
export const loadRefinement = async (
  caller: Caller,
  { projectId }: LoadRefinement,
): Promise<RefinementView> => ({ today: caller.today, ...(await loadChoices(caller, projectId)) });
