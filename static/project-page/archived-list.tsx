import Button from '@atlaskit/button/new';
import type { KeyResultView, ObjectiveView } from '../../src/contract/views';
import { useArchive } from './archive';
import { timesAsked } from './open-tasks';
import { usePage } from './page-context';
import styles from './page.module.css';
import type { Task } from './task';
import { TaskPlace } from './task-place';

/**
 * What was archived in this cycle, for those who may bring it back. A form that was open on it when somebody else
 * archived it goes on here, so that what was typed is not lost.
 */
export const ArchivedList = ({ objectives }: { readonly objectives: readonly ObjectiveView[] }) => {
  const { tasks } = usePage();
  const { setObjectiveArchived, setKeyResultArchived } = useArchive();
  const entries = objectives
    .flatMap((objective): Entry[] =>
      objective.archived
        ? [
            {
              id: objective.id,
              objective,
              title: objective.title,
              restore: () => setObjectiveArchived(objective, false),
              forms: formsOf(objective),
            },
          ]
        : objective.keyResults
            .filter(({ archived }) => archived)
            .map((keyResult) => ({
              id: keyResult.id,
              objective,
              title: `${objective.title}: ${keyResult.title}`,
              restore: () => setKeyResultArchived(keyResult, false),
              forms: formsOn(keyResult),
            })),
    )
    .map((entry) => ({ ...entry, forms: entry.forms.filter((task) => timesAsked(tasks, task) !== null) }))
    .filter(({ objective, forms }) => objective.mayEdit || forms.length > 0);
  if (entries.length === 0) return null;
  return (
    <details className={styles.archived} open={entries.some(({ forms }) => forms.length > 0)}>
      <summary>Archived ({entries.length})</summary>
      <ul>
        {entries.map(({ id, objective, title, restore, forms }) => (
          <li key={id}>
            <div className={styles.entry}>
              <span>{title}</span>
              {objective.mayEdit && (
                <Button spacing="compact" onClick={restore} aria-label={`Restore ${title}`}>
                  Restore
                </Button>
              )}
            </div>
            {forms.length > 0 && <p>This was archived meanwhile. What you typed is kept.</p>}
            {forms.map((task) => (
              <TaskPlace key={JSON.stringify(task)} task={task} />
            ))}
          </li>
        ))}
      </ul>
    </details>
  );
};

type Entry = {
  readonly id: string;
  readonly objective: ObjectiveView;
  readonly title: string;
  readonly restore: () => void;
  /** The forms that can be open on it. */
  readonly forms: readonly Task[];
};

const formsOn = ({ id }: KeyResultView): Task[] => [
  { kind: 'check-in', id },
  { kind: 'edit-key-result', id },
];

const formsOf = ({ id, keyResults }: ObjectiveView): Task[] => [
  { kind: 'edit-objective', id },
  ...keyResults.flatMap(formsOn),
  { kind: 'new-key-result', id },
];
