import type { Board } from '../../src/jira/boards';
import { SearchSelect } from '../shared/search-select';
import { findBoards } from './as-viewer';

/** A board, from those that came first or by typing its name. */
export const BoardChoice = ({
  inputId,
  boards,
  value,
  onChoose,
}: {
  readonly inputId: string;
  readonly boards: readonly Board[];
  readonly value: Board | null;
  readonly onChoose: (board: Board) => void;
}) => (
  <SearchSelect<Board>
    inputId={inputId}
    aria-label="Board"
    initial={boards}
    find={findBoards}
    value={value}
    placeholder={boards.length === 0 ? 'There is no board that you may see' : 'Choose a board'}
    getOptionLabel={({ name }: Board) => name}
    getOptionValue={({ id }: Board) => String(id)}
    nothingFound="No board that you may see has that name."
    onChange={(board: Board | null) => board && onChoose(board)}
  />
);
