import type { ProjectId } from '../../src/domain/ids';

/** What a team says before a sprint: which key results it advances, and by how much. */
export const SprintPlanning = ({ projectId: _ }: { readonly projectId: ProjectId }) => (
  <h1>Sprint planning</h1>
);
