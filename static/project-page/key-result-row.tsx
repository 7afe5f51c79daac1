import Button from '@atlaskit/button/new';
import { lazy, Suspense } from 'react';
import type { KeyResultView, ObjectiveView } from '../../src/contract/views';
import { openSearch } from '../shared/platform';
import { ActionMenu } from './action-menu';
import { useArchive } from './archive';
import { copyJql, keyResultJql } from './copy-jql';
import { KeyResultOutcome } from './key-result-outcome';
import { KeyResultWork } from './key-result-work';
import { usePage } from './page-context';
import { PanelSkeleton } from './panel-skeleton';
import { TaskPlace } from './task-place';
import { useTree } from './tree-context';
import { isEstimated, keyResultFigures } from './tree-figures';
import { TreeRow, Under } from './tree-row';
import { poolIn } from './work-state';

const History = lazy(() => import('./history').then(({ History: component }) => ({ default: component })));

/** A key result: where its value stands, what was delivered for it, and when opened the sprints of that work. */
export const KeyResultRow = (row: {
  readonly keyResult: KeyResultView;
  readonly objective: ObjectiveView;
}) => {
  const { keyResult, objective } = row;
  const { work, people, isOpen, setOpen } = useTree();
  const { id, title, owner } = keyResult;
  const historyRow = `history-${id}`;
  return (
    <>
      <TreeRow
        id={id}
        level={2}
        title={title}
        isOpen={isOpen(id)}
        onToggle={(open) => setOpen(id, open)}
        owner={owner && (people.get(owner)?.displayName ?? null)}
        outcome={<KeyResultOutcome keyResult={keyResult} />}
        figures={keyResultFigures(work, objective.id, id)}
        isEstimated={isEstimated(work)}
        isUnavailable={poolIn(work, objective.id).state === 'error'}
        actions={<KeyResultActions {...row} />}
      />
      <TaskPlace task={{ kind: 'check-in', id }} />
      <TaskPlace task={{ kind: 'edit-key-result', id }} />
      {isOpen(historyRow) && (
        <Suspense fallback={<PanelSkeleton />}>
          <History keyResult={keyResult} onClose={() => setOpen(historyRow, false)} />
        </Suspense>
      )}
      {isOpen(id) && (
        <Under id={id}>
          <KeyResultWork keyResultId={id} objectiveId={objective.id} />
        </Under>
      )}
    </>
  );
};

const KeyResultActions = ({
  keyResult,
  objective,
}: {
  readonly keyResult: KeyResultView;
  readonly objective: ObjectiveView;
}) => {
  const { openTask } = usePage();
  const { isOpen, setOpen } = useTree();
  const { setKeyResultArchived } = useArchive();
  const { id, title, mayCheckIn } = keyResult;
  const historyRow = `history-${id}`;
  return (
    <>
      {mayCheckIn && (
        <Button
          spacing="compact"
          onClick={() => openTask({ kind: 'check-in', id })}
          aria-label={`Check in on ${title}`}
        >
          Check in
        </Button>
      )}
      <ActionMenu
        label={`Actions for ${title}`}
        actions={[
          {
            text: isOpen(historyRow) ? 'Hide history' : 'History',
            onClick: () => setOpen(historyRow, !isOpen(historyRow)),
          },
          { text: 'Find its issues', onClick: () => void openSearch(`keyResult = "${id}"`) },
          { text: 'Copy JQL', onClick: () => void copyJql(keyResultJql(id)) },
          ...(objective.mayEdit
            ? [
                { text: 'Edit', onClick: () => openTask({ kind: 'edit-key-result', id }) },
                { text: 'Archive', onClick: () => setKeyResultArchived(keyResult, true) },
              ]
            : []),
        ]}
      />
    </>
  );
};
