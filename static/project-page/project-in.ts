import type { ProjectId } from '../../src/domain/ids';
import type { HostContext } from '../shared/platform';

/** The project that the page stands in. */
export const projectIn = ({ extension }: HostContext): ProjectId => {
  const { id } = extension['project'] as { readonly id: string | number };
  return String(id) as ProjectId;
};
