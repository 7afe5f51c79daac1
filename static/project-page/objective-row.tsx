import Button from '@atlaskit/button/new';
import type { ObjectiveView } from '../../src/contract/views';
import { activeKeyResults } from '../../src/domain/objective';
import { objectiveProgress } from '../../src/domain/progress';
import { Progress } from '../shared/progress';
import { ActionMenu } from './action-menu';
import { useArchive } from './archive';
import { copyJql, objectiveJql } from './copy-jql';
import { exactFigures } from './figures';
import { KeyResultRow } from './key-result-row';
import { tasksUnder } from './open-tasks';
import { usePage } from './page-context';
import { PoolMessage } from './pool-message';
import { TaskPlace } from './task-place';
import { useTree } from './tree-context';
import { isEstimated, poolFigures } from './tree-figures';
import { TreeRow, Under } from './tree-row';
import { poolIn } from './work-state';
import styles from './tree.module.css';

/** An objective with its progress, the work under all of its key results, and the key results themselves. */
export const ObjectiveRow = ({ objective }: { readonly objective: ObjectiveView }) => {
  const { work, people, isOpen, setOpen } = useTree();
  const { tasks } = usePage();
  const { id, title, description, owner } = objective;
  const keyResults = objective.keyResults.filter(({ archived }) => !archived);
  const open = isOpen(id, true);
  const progress = objectiveProgress(objective);
  return (
    <>
      <TreeRow
        id={id}
        level={1}
        title={title}
        note={!open && <OpenForms count={tasksUnder(tasks, id)} />}
        isOpen={open}
        onToggle={(next) => setOpen(id, next)}
        owner={owner && (people.get(owner)?.displayName ?? null)}
        outcome={progress !== null && <Progress ratio={progress} of={title} />}
        figures={activeKeyResults(objective).length === 0 ? NOTHING : poolFigures(work, id)}
        isEstimated={isEstimated(work)}
        isUnavailable={poolIn(work, id).state === 'error'}
        actions={<ObjectiveActions objective={objective} />}
      />
      <TaskPlace task={{ kind: 'edit-objective', id }} />
      {open && (
        <Under id={id}>
          {description !== '' && <p className={styles.description}>{description}</p>}
          <PoolMessage id={id} />
          {keyResults.length === 0 ? (
            <NoKeyResults objective={objective} />
          ) : (
            <ul className={styles.list}>
              {keyResults.map((keyResult) => (
                <li key={keyResult.id}>
                  <KeyResultRow keyResult={keyResult} objective={objective} />
                </li>
              ))}
            </ul>
          )}
          <TaskPlace task={{ kind: 'new-key-result', id }} />
        </Under>
      )}
    </>
  );
};

/** What was typed under a closed row is kept and would be forgotten. */
const OpenForms = ({ count }: { readonly count: number }) =>
  count > 0 && (
    <span className={styles.note}>
      {count === 1 ? 'A form is open inside' : `${count} forms are open inside`}
    </span>
  );

const NoKeyResults = ({ objective: { id, mayEdit } }: { readonly objective: ObjectiveView }) => {
  const { openTask } = usePage();
  return (
    <div className={styles.none}>
      <p>No key results yet: nothing says yet when this is reached.</p>
      {mayEdit && (
        <Button spacing="compact" onClick={() => openTask({ kind: 'new-key-result', id })}>
          Add the first key result
        </Button>
      )}
    </div>
  );
};

const NOTHING = exactFigures([]);

const ObjectiveActions = ({ objective }: { readonly objective: ObjectiveView }) => {
  const { openTask, view } = usePage();
  const { setOpen } = useTree();
  const { setObjectiveArchived } = useArchive();
  const { id, title, mayEdit, scope } = objective;
  const isRestricted = scope.type === 'team' && view.visibility.restricted;
  const copy = { text: 'Copy JQL', onClick: () => void copyJql(objectiveJql(objective, isRestricted)) };
  return (
    <ActionMenu
      label={`Actions for ${title}`}
      actions={
        mayEdit
          ? [
              {
                text: 'Add key result',
                onClick: () => {
                  setOpen(id, true);
                  openTask({ kind: 'new-key-result', id });
                },
              },
              copy,
              { text: 'Edit', onClick: () => openTask({ kind: 'edit-objective', id }) },
              { text: 'Archive', onClick: () => setObjectiveArchived(objective, true) },
            ]
          : [copy]
      }
    />
  );
};
