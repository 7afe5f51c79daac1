import { lazy, Suspense } from 'react';
import type { Sprint } from '../../src/jira/boards';
import styles from './sprint-switcher.module.css';
import { sprintOption } from '../shared/sprint-words';

/** Chooses another sprint of the board, newest first. The list comes after the review, in a place that is kept for it. */
export const SprintSwitcher = ({
  sprints,
  current,
  onChoose,
}: {
  readonly sprints: readonly Sprint[];
  readonly current: Sprint | null;
  readonly onChoose: (sprintId: number) => void;
}) => (
  <div className={styles.switcher}>
    <Suspense fallback={<div className={styles.placeholder}>{current && sprintOption(current).label}</div>}>
      <Choice
        label="Sprint to review"
        inputId="sprint-to-review"
        options={sprints.map(sprintOption)}
        value={current && sprintOption(current)}
        placeholder="Choose a sprint"
        spacing="compact"
        onChoose={onChoose}
      />
    </Suspense>
  </div>
);

const Choice = lazy(async () => ({ default: (await import('./choice')).Choice }));
