import type { ProjectPageView } from '../../src/contract/project-page';
import type { CycleId, ProjectId } from '../../src/domain/ids';
import { invokeProjectPage } from '../shared/invoke';
import { unwrap } from '../shared/loading';

/** The OKRs of one cycle, `null` for the one that runs. */
export const loadPage = async (projectId: ProjectId, cycleId: CycleId | null): Promise<ProjectPageView> =>
  unwrap(await invokeProjectPage('loadProjectPage', { projectId, cycleId }));
