import { useEffect } from 'react';
import { ProblemMessage } from '../shared/problem-message';
import { PanelSkeleton } from './panel-skeleton';
import { groupBySprint } from './sprint-groups';
import { SprintRow } from './sprint-row';
import { useTree } from './tree-context';
import type { TreeIssue } from './tree-issue';
import styles from './tree.module.css';

/** Work by sprint, newest first. */
export const SprintList = ({
  parent,
  issues,
  none,
}: {
  readonly parent: string;
  readonly issues: readonly TreeIssue[];
  readonly none: string;
}) => {
  const { cycle, work, store } = useTree();
  const unknown = issues.flatMap(({ sprintIds }) => sprintIds).filter((id) => !work.sprints.has(id));
  const wanted = [...new Set(unknown)].join(' ');
  useEffect(() => {
    if (wanted !== '') void store.learnSprints(wanted.split(' ').map(Number));
  }, [store, wanted]);

  if (issues.length === 0) return <p className={styles.none}>{none}</p>;
  if (unknown.length > 0) {
    if (work.sprintProblem === null) return <PanelSkeleton />;
    return <ProblemMessage problem={work.sprintProblem} onRetry={() => void store.learnSprints(unknown)} />;
  }
  return (
    <ul className={styles.list}>
      {groupBySprint(issues, work.sprints, cycle).map((group) => (
        <li key={group.sprint?.id ?? 'none'}>
          <SprintRow parent={parent} group={group} />
        </li>
      ))}
    </ul>
  );
};
