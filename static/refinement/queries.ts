import type { RefinementView } from '../../src/contract/refinement';
import type { ProjectId } from '../../src/domain/ids';
import { invokeRefinement } from '../shared/invoke';
import { unwrap } from '../shared/loading';

export const loadChoices = async (projectId: ProjectId): Promise<RefinementView> =>
  unwrap(await invokeRefinement('loadRefinement', { projectId }));
