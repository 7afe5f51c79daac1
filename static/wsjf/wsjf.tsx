import type { ProjectId } from '../../src/domain/ids';

/** What comes first: weighted shortest job first, with what the key results say. */
export const Wsjf = ({ projectId: _ }: { readonly projectId: ProjectId }) => <h1>WSJF</h1>;
