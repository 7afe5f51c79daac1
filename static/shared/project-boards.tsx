import type { Board } from '../../src/jira/boards';
import native from './native-select.module.css';
import styles from './project-boards.module.css';
import { SettledSelect } from './settled-select';
import hidden from './visually-hidden.module.css';

/** The board that a project's screen opens with: one with sprints where there is one. */
export const firstBoard = (boards: readonly Board[]): Board | null =>
  boards.find(({ type }) => type !== 'kanban') ?? boards[0] ?? null;

/** One of a project's boards. */
export const BoardSelect = ({
  boards,
  board,
  isBare = false,
  onChoose,
}: {
  readonly boards: readonly Board[];
  readonly board: Board;
  /** Without its name on the screen, beside what says what it is. */
  readonly isBare?: boolean;
  readonly onChoose: (id: number) => void;
}) => (
  <label className={styles.choice}>
    <span className={isBare ? hidden.hidden : undefined}>Board</span>
    <SettledSelect className={native.select} value={board.id} onChoose={(id) => onChoose(Number(id))}>
      {boards.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SettledSelect>
  </label>
);
