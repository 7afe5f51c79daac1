import Button from '@atlaskit/button/new';
import type { ObjectiveView } from '../../src/contract/views';
import { ObjectiveRow } from './objective-row';
import { usePage } from './page-context';
import { TaskPlace } from './task-place';
import styles from './tree.module.css';

/** The company's or the team's objectives of the cycle, and where a new one is written. */
export const ObjectiveSection = ({
  title,
  scope,
  objectives,
  mayCreate,
}: {
  readonly title: string;
  readonly scope: 'company' | 'team';
  readonly objectives: readonly ObjectiveView[];
  readonly mayCreate: boolean;
}) => {
  const { openTask } = usePage();
  return (
    <section aria-labelledby={`section-${scope}`}>
      <div className={styles.section}>
        <h2 id={`section-${scope}`}>{title}</h2>
        {mayCreate && (
          <Button spacing="compact" onClick={() => openTask({ kind: 'new-objective', scope })}>
            Add {scope} objective
          </Button>
        )}
      </div>
      <TaskPlace task={{ kind: 'new-objective', scope }} />
      {objectives.length === 0 ? (
        <p className={styles.none}>None in this cycle yet.</p>
      ) : (
        <ul className={styles.list}>
          {objectives.map((objective) => (
            <li key={objective.id}>
              <ObjectiveRow objective={objective} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};
