import type { CycleView } from '../../src/contract/views';
import styles from './actions.module.css';

/** Why there is nothing to choose, and who can change that. */
export const NoChoices = ({ activeCycles }: { readonly activeCycles: readonly CycleView[] }) => (
  <p className={styles.hint}>
    {activeCycles.length === 0
      ? 'There is no active cycle to choose key results from. Jira administrators and people with the permission “Manage company OKRs” can create one, on the OKRs page of a project.'
      : `${activeCycles.map(({ name }) => name).join(', ')} has no more key results to choose from. More can be added on the OKRs page of the project.`}
  </p>
);
