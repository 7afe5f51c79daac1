import { formatNumber } from '../../src/domain/figure-words';
import type { ListState } from './list-state';
import styles from './refinement.module.css';
import type { Shown } from './use-filtered';

/** How much there is, and what has to be known of the list before it is trusted. */
export const ListNotes = ({ state, shown }: { readonly state: ListState; readonly shown: Shown }) => {
  const count = (sections: ListState['sections']): number =>
    sections.reduce((sum, { ids }) => sum + ids.length, 0);
  const all = count(state.sections);
  const listed = count(shown.sections);
  const problem = shown.problem ?? state.rowProblem;
  return (
    <div className={styles.notes}>
      <p>
        {!state.isWhole
          ? 'Reading the rest of the list…'
          : shown.isSearching
            ? 'Looking for what matches…'
            : listed === all
              ? `${formatNumber(all)} ${all === 1 ? 'issue' : 'issues'} without a key result or an exemption`
              : `${formatNumber(listed)} of ${formatNumber(all)} issues`}
      </p>
      {state.isReadOnly && (
        <p>
          You may edit none of these issues, so nothing can be decided about them here. Ask a project
          administrator for the permission to edit issues.
        </p>
      )}
      {state.hasTooManyParents && (
        <p>
          More than 1,000 epics are tagged, which is more than a search can name. Work that inherits from them
          leaves the list when it comes into sight; the number above counts it.
        </p>
      )}
      {problem && (
        <p role="alert" className={styles.problem}>
          {problem.message}
        </p>
      )}
    </div>
  );
};
