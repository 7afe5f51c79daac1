import Button from '@atlaskit/button/new';
import { usePage } from './page-context';
import styles from './page.module.css';
import { TaskPlace } from './task-place';

/** Before the first cycle: what comes first, and who can do it. */
export const NoCycle = () => {
  const { view, tasks, openTask } = usePage();
  if (!view.mayManageCycles) {
    return (
      <section className={styles.empty}>
        <h2>No cycle yet</h2>
        <p>
          Objectives are set for a cycle, such as a quarter. Ask a Jira administrator, or somebody with the
          permission “Manage company OKRs”, to create one.
        </p>
      </section>
    );
  }
  return (
    <section className={styles.empty}>
      <h2>No cycle yet</h2>
      <p>Objectives are set for a cycle, such as a quarter.</p>
      {tasks.size === 0 && (
        <Button appearance="primary" onClick={() => openTask({ kind: 'new-cycle' })}>
          Create the first cycle
        </Button>
      )}
      <TaskPlace task={{ kind: 'new-cycle' }} />
    </section>
  );
};
