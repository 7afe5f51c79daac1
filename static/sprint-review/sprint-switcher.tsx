import { useId, useState } from 'react';
import type { ReviewedSprint } from '../../src/contract/sprint-review';
import type { Problem } from '../../src/contract/outcome';
import type { Sprint } from '../../src/jira/boards';
import { toProblem } from '../shared/loading';
import native from '../shared/native-select.module.css';
import { SettledSelect } from '../shared/settled-select';
import { sprintOption } from '../shared/sprint-words';
import styles from './switcher.module.css';

/** Chooses another sprint of the board, newest first. They are read when somebody reaches for them. */
export const SprintSwitcher = ({
  boardId,
  shown,
  chosen,
  onChoose,
}: {
  readonly boardId: number;
  /** `null` while it is not known. */
  readonly shown: ReviewedSprint | null;
  readonly chosen: number | null;
  readonly onChoose: (sprintId: number) => void;
}) => {
  const { sprints, problem, isReading, read } = useSprints(boardId);
  const hint = useId();
  const options = (sprints ?? (shown ? [shown] : [])).map(sprintOption);
  return (
    <>
      <SettledSelect
        className={`${native.select} ${styles.select}`}
        aria-label="Sprint to review"
        aria-describedby={problem ? hint : undefined}
        value={chosen ?? ''}
        onFocus={read}
        onPointerEnter={read}
        onChoose={(id) => onChoose(Number(id))}
      >
        {options.every(({ id }) => id !== chosen) && (
          <option value={chosen ?? ''}>
            {chosen === null ? 'Choose a sprint' : 'The sprint that is shown'}
          </option>
        )}
        {options.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
        {isReading && <option disabled>Reading the board’s sprints…</option>}
      </SettledSelect>
      {problem && (
        <p id={hint} role="alert" className={styles.problem}>
          The other sprints could not be read. {problem.message}
        </p>
      )}
    </>
  );
};

const useSprints = (boardId: number) => {
  const [sprints, setSprints] = useState<readonly Sprint[] | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isReading, setIsReading] = useState(false);
  const read = (): void => {
    if (isReading || sprints !== null) return;
    setIsReading(true);
    setProblem(null);
    import('./as-viewer')
      .then(({ readSprints }) => readSprints(boardId))
      .then(setSprints, (error: unknown) => setProblem(toProblem(error)))
      .finally(() => setIsReading(false));
  };
  return { sprints, problem, isReading, read };
};
