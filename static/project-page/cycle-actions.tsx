import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { CycleView } from '../../src/contract/views';
import { showDone, showProblem } from '../shared/platform';
import { ActionMenu } from './action-menu';
import { usePage } from './page-context';
import styles from './page.module.css';
import { changeCycleState } from './queries';

/** What those who manage cycles can do with the one that is shown. Closing asks first. */
export const CycleActions = ({ cycle }: { readonly cycle: CycleView }) => {
  const { openTask, showCycle } = usePage();
  const [isClosing, setIsClosing] = useState(false);
  const [isSaving, setIsSaving] = useState(false);

  const move = async (state: 'active' | 'closed', done: string): Promise<void> => {
    setIsSaving(true);
    const outcome = await changeCycleState({ id: cycle.id, expectedRevision: cycle.revision, state });
    setIsSaving(false);
    setIsClosing(false);
    if (outcome.ok) {
      showCycle(outcome.value);
      return showDone({ title: `${cycle.name} is ${done}` });
    }
    if (outcome.error.code === 'conflict' && outcome.error.current)
      showCycle(outcome.error.current as CycleView);
    showProblem(outcome.error);
  };
  if (isClosing) {
    return (
      <div className={styles.confirm} role="group" aria-label={`Close ${cycle.name}?`}>
        <span>Close {cycle.name}? It can be reopened.</span>
        <Button
          appearance="primary"
          spacing="compact"
          isLoading={isSaving}
          autoFocus
          onClick={() => void move('closed', 'closed')}
        >
          Close cycle
        </Button>
        <Button appearance="subtle" spacing="compact" onClick={() => setIsClosing(false)}>
          Cancel
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.actions}>
      {cycle.state === 'draft' && (
        <Button
          appearance="primary"
          spacing="compact"
          isLoading={isSaving}
          onClick={() => void move('active', 'active')}
        >
          Activate cycle
        </Button>
      )}
      <ActionMenu
        label={`Actions for ${cycle.name}`}
        actions={[
          { text: 'Edit cycle', onClick: () => openTask({ kind: 'edit-cycle' }) },
          ...(cycle.state === 'active' ? [{ text: 'Close cycle', onClick: () => setIsClosing(true) }] : []),
          ...(cycle.state === 'closed'
            ? [{ text: 'Reopen cycle', onClick: () => void move('active', 'active again') }]
            : []),
          { text: 'New cycle', onClick: () => openTask({ kind: 'new-cycle' }) },
        ]}
      />
    </div>
  );
};
