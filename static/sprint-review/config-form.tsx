import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { Board } from '../../src/jira/boards';
import { toProblem } from '../shared/loading';
import { ProblemMessage } from '../shared/problem-message';
import type { Problem } from '../../src/contract/outcome';
import { BoardChoice } from './board-choice';
import styles from './config-form.module.css';
import type { ReviewConfig } from './config';
import { SprintChoice } from './sprint-choice';

/** Chooses what a gadget or widget shows. */
export const ConfigForm = ({
  boards,
  config,
  onChange,
  onSave,
}: {
  readonly boards: readonly Board[];
  readonly config: ReviewConfig | null;
  readonly onChange: (config: ReviewConfig) => void;
  /** `null` where the dashboard saves. */
  readonly onSave: ((config: ReviewConfig) => Promise<void>) | null;
}) => {
  const [isKnown, setIsKnown] = useState(false);
  const [board, setBoard] = useState(boards.find(({ id }) => id === config?.boardId) ?? null);
  return (
    <div className={styles.form}>
      <h1>Sprint review of key results</h1>
      <label className={styles.label} htmlFor="board">
        Board
      </label>
      <BoardChoice
        inputId="board"
        boards={boards}
        value={board}
        onChoose={(chosen) => {
          setIsKnown(false);
          setBoard(chosen);
          onChange({
            boardId: chosen.id,
            sprintId: null,
            projectId: chosen.projectId,
            boardName: chosen.name,
          });
        }}
      />
      {config && (
        <SprintChoice
          boardId={config.boardId}
          sprintId={config.sprintId}
          onLoaded={setIsKnown}
          onChoose={(sprintId) => onChange({ ...config, sprintId })}
        />
      )}
      {onSave && <SaveButton config={isKnown ? config : null} onSave={onSave} />}
    </div>
  );
};

const SaveButton = ({
  config,
  onSave,
}: {
  readonly config: ReviewConfig | null;
  readonly onSave: (config: ReviewConfig) => Promise<void>;
}) => {
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const save = (): void => {
    if (config === null) return;
    setSaving(true);
    setProblem(null);
    onSave(config)
      .catch((error: unknown) => setProblem(toProblem(error)))
      .finally(() => setSaving(false));
  };
  return (
    <div className={styles.save}>
      <Button appearance="primary" isDisabled={config === null} isLoading={saving} onClick={save}>
        Save
      </Button>
      {problem && <ProblemMessage problem={problem} />}
    </div>
  );
};
