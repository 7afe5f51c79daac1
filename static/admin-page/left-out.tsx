import { objectivesOfAbsentProjects, plansOfOthers } from '../../src/domain/backup-mapping';
import { partsOf } from '../../src/domain/backup-parts';
import styles from './admin-page.module.css';
import type { Compared } from './use-import';
import { countOf } from './words';

/** What of the file has no place on this site, and so does not come. */
export const LeftOut = ({ compared: { file, resolved } }: { readonly compared: Compared }) => {
  const { missingProjects, missingIssues, projects } = resolved;
  const absent = objectivesOfAbsentProjects(file.backup, { projects });
  const checkIns = [...partsOf(file.backup).checkIns.values()].filter(({ objectiveId }) =>
    absent.has(objectiveId),
  );
  const plans = plansOfOthers(file.backup, resolved);
  if (missingProjects.length === 0 && missingIssues.length === 0 && plans.length === 0) return null;
  return (
    <div className={styles.leftOut}>
      {missingProjects.length > 0 && (
        <>
          <p>
            {countOf(missingProjects.length, 'project of the file is', 'projects of the file are')} not here:{' '}
            {missingProjects.join(', ')}. {countOf(absent.size, 'objective')} and{' '}
            {countOf(checkIns.length, 'check-in')} of {missingProjects.length === 1 ? 'it' : 'them'} are left
            out. Make the project with the same key and compare again to bring them in.
          </p>
        </>
      )}
      {plans.length > 0 && (
        <p>
          {countOf(plans.length, 'record', 'records')} of what sprints are to move and did, and how boards
          plan, {plans.length === 1 ? 'is' : 'are'} left out:{' '}
          {resolved.isSameSite
            ? 'their projects are not here any more.'
            : 'a sprint and a board are known by numbers that mean others on another site, so these come back only where the file was made.'}
        </p>
      )}
      {missingIssues.length > 0 && (
        <details className={styles.details}>
          <summary>
            {countOf(missingIssues.length, 'issue of the file is', 'issues of the file are')} not here, or you
            may not browse {missingIssues.length === 1 ? 'it' : 'them'}: left out
          </summary>
          <p>{missingIssues.map(({ issueKey }) => issueKey).join(', ')}</p>
        </details>
      )}
    </div>
  );
};
