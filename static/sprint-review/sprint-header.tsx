import Heading from '@atlaskit/heading';
import Lozenge from '@atlaskit/lozenge';
import type { ReactNode } from 'react';
import type { Sprint } from '../../src/jira/boards';
import styles from './sprint-header.module.css';
import { datesOf, STATE_NAMES } from '../shared/sprint-words';

/** Which sprint is reviewed: name, state, dates and goal, with the way to another one. */
export const SprintHeader = ({
  sprint,
  boardName,
  switcher,
}: {
  readonly sprint: Sprint;
  readonly boardName: string;
  readonly switcher: ReactNode;
}) => (
  <div className={styles.header}>
    <div className={styles.top}>
      <div className={styles.name}>
        <Heading size="medium" as="h1">
          {sprint.name}
        </Heading>
        <Lozenge appearance={sprint.state === 'active' ? 'information' : 'neutral'}>
          {STATE_NAMES[sprint.state]}
        </Lozenge>
      </div>
      {switcher}
    </div>
    <p className={styles.facts}>
      {boardName} · {datesOf(sprint)}
    </p>
    {sprint.goal && (
      <p className={styles.goal}>
        <strong>Sprint goal</strong> {sprint.goal}
      </p>
    )}
  </div>
);
