import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { Problem } from '../../src/contract/outcome';
import type { CycleView } from '../../src/contract/views';
import { showDone, showProblem } from '../shared/platform';
import { afterUndecided } from '../shared/undecided';
import { ActionMenu } from './action-menu';
import { Confirmation } from './confirmation';
import { activatingWords } from './cycle-words';
import { usePage } from './page-context';
import styles from './page.module.css';
import { changeCycleState } from './queries';

/** What those who manage cycles can do with the one that is shown. Activating and closing ask first. */
export const CycleActions = ({ cycle }: { readonly cycle: CycleView }) => {
  const { view, openTask, showCycle, readAgain } = usePage();
  const [asking, setAsking] = useState<'active' | 'closed' | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const ask = (state: 'active' | 'closed' | null): void => {
    setProblem(null);
    setAsking(state);
  };
  const giveUp = (): void => {
    if (problem?.undecided) readAgain();
    ask(null);
  };
  const move = async (state: 'active' | 'closed', done: string, isUndecided = false): Promise<void> => {
    setIsSaving(true);
    setProblem(null);
    const outcome = await changeCycleState({ id: cycle.id, expectedRevision: cycle.revision, state });
    setIsSaving(false);
    if (outcome.ok) {
      setAsking(null);
      showCycle(outcome.value);
      return showDone({ title: `${cycle.name} is ${done}` });
    }
    const error = afterUndecided(isUndecided, outcome.error);
    if (error.code === 'conflict') {
      setAsking(null);
      if (error.current) showCycle(error.current as CycleView);
      return showProblem(error);
    }
    if (asking) return setProblem(error);
    if (error.undecided) readAgain();
    showProblem(error, () => void move(state, done, error.undecided));
  };
  if (asking) {
    const { verb, done, words } = QUESTIONS[asking];
    return (
      <Confirmation
        question={`${verb} ${cycle.name}?`}
        consequence={words(cycle, view.cycles)}
        submitText={`${verb} cycle`}
        isSaving={isSaving}
        onConfirm={() => void move(asking, done, problem?.undecided)}
        problem={problem}
        onCancel={giveUp}
      />
    );
  }
  return (
    <div className={styles.actions}>
      {cycle.state === 'draft' && (
        <Button appearance="primary" spacing="compact" onClick={() => ask('active')}>
          Activate cycle
        </Button>
      )}
      <ActionMenu
        label={`Actions for ${cycle.name}`}
        actions={[
          { text: 'Edit cycle', onClick: () => openTask({ kind: 'edit-cycle' }) },
          ...(cycle.state === 'active' ? [{ text: 'Close cycle', onClick: () => ask('closed') }] : []),
          ...(cycle.state === 'closed'
            ? [{ text: 'Reopen cycle', onClick: () => void move('active', 'active again') }]
            : []),
          { text: 'New cycle', onClick: () => openTask({ kind: 'new-cycle' }) },
        ]}
      />
    </div>
  );
};

const QUESTIONS = {
  active: { verb: 'Activate', done: 'active', words: activatingWords },
  closed: { verb: 'Close', done: 'closed', words: () => 'It can be reopened.' },
};
