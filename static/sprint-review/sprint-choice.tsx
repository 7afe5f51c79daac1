import { useCallback, useEffect } from 'react';
import { sprintToReview } from '../../src/jira/boards';
import { useLoadable } from '../shared/use-loadable';
import { ProblemMessage } from '../shared/problem-message';
import { Choice } from './choice';
import styles from './config-form.module.css';
import { readSprints } from './as-viewer';
import { sprintOption } from '../shared/sprint-words';

/** Whether a dashboard follows the board's sprints or stays with one. */
export const SprintChoice = ({
  boardId,
  sprintId,
  onLoaded,
  onChoose,
}: {
  readonly boardId: number;
  readonly sprintId: number | null;
  /** Hears whether it is known what the board has. */
  readonly onLoaded: (isKnown: boolean) => void;
  readonly onChoose: (sprintId: number | null) => void;
}) => {
  const { loadable, reload } = useLoadable(useCallback(() => readSprints(boardId), [boardId]));
  const isKnown = loadable.state === 'ready';
  useEffect(() => onLoaded(isKnown), [onLoaded, isKnown]);

  if (loadable.state === 'loading') {
    return (
      <p className={styles.hint} role="status">
        Reading the board&apos;s sprints…
      </p>
    );
  }
  if (loadable.state === 'error') {
    return <ProblemMessage problem={loadable.problem} onRetry={() => void reload()} />;
  }
  if (loadable.value.length === 0) {
    return (
      <p className={styles.hint} role="status">
        This board has no sprints. Its review goes by the two or four weeks that its team plans by, and
        follows them.
      </p>
    );
  }
  const current = sprintToReview(loadable.value);
  const options = [
    { id: FOLLOW, label: `Always the current sprint${current ? ` (now ${current.name})` : ''}` },
    ...loadable.value.map(sprintOption),
  ];
  return (
    <>
      <label className={styles.label} htmlFor="sprint">
        Sprint
      </label>
      <Choice
        label="Sprint"
        inputId="sprint"
        options={options}
        value={options.find(({ id }) => id === (sprintId ?? FOLLOW)) ?? null}
        placeholder="The sprint that was chosen is gone: choose another"
        onChoose={(id) => onChoose(id === FOLLOW ? null : id)}
      />
    </>
  );
};

/** No sprint has this id in Jira. */
const FOLLOW = 0;
