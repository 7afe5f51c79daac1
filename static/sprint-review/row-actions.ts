import type { ReviewRow } from './review-model';
import type { ReviewPlace } from './review-context';

/** What the viewer may do about a key result where its review is read. */
export type RowActions = {
  /** Say what the work showed: of what was intended or worked on, and while a verdict stands. */
  readonly judge: boolean;
  readonly checkIn: boolean;
  readonly carryOn: boolean;
};

export const actionsOn = (
  { keyResult, verdict, intended, lines }: ReviewRow,
  { view: { mayPlan }, span }: Pick<ReviewPlace, 'view' | 'span'>,
): RowActions => {
  const isJudged = intended !== null || lines.length > 0 || verdict !== null;
  return {
    judge: span !== null && (mayPlan || keyResult.mayCheckIn) && isJudged,
    checkIn: span !== null && keyResult.mayCheckIn,
    carryOn: span !== null && mayPlan && intended !== null && intended.left !== 0,
  };
};
