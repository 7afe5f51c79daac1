import { isIsoDate } from '../../src/domain/dates';
import { idOf } from './extension-ids';
import type { ReviewChoice } from './review-choice';

/** Which review an address within the project page leads to. */
export type ReviewAddress = { readonly boardId: number; readonly choice: ReviewChoice };

/**
 * Reads `<board>/<sprint>`, or `<board>/<day>` of a board without sprints; without the second, what the board is at.
 * `null` where it names no board.
 */
export const readAddress = (path: string): ReviewAddress | null => {
  const [board = '', place = ''] = path.split('/');
  const boardId = idOf(board);
  if (boardId === null) return null;
  if (isIsoDate(place)) return { boardId, choice: { kind: 'period', start: place } };
  return { boardId, choice: { kind: 'sprint', sprintId: idOf(place) } };
};

/** The address of a board's review: of a sprint, of the period that a day lies in, or of what the board is at. */
export const addressOfChoice = (boardId: number, choice: ReviewChoice): string => {
  const place = choice.kind === 'sprint' ? choice.sprintId : choice.start;
  return place === null ? String(boardId) : `${boardId}/${place}`;
};
