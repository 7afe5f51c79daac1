import type { LoadSprintReview } from '../../src/contract/sprint-review';
import type { IsoDate } from '../../src/domain/dates';
import type { ProjectId } from '../../src/domain/ids';
import type { ReviewConfig } from './config';

/** Which sprint or period of a board is looked at. */
export type ReviewChoice = LoadSprintReview['place'];

/** What a review opens with: the sprint that is named, else the one that runs or closed last, else the period that runs. */
export const firstChoice = ({ sprintId }: ReviewConfig): ReviewChoice => ({ kind: 'sprint', sprintId });

/** What a board is at. */
export const CURRENT: ReviewChoice = { kind: 'sprint', sprintId: null };

/** Whether it is one sprint or period, whatever the board is at. */
export const isNamed = (choice: ReviewChoice): boolean =>
  (choice.kind === 'sprint' ? choice.sprintId : choice.start) !== null;

/** What is asked of the app for it. */
export const loadOf = (
  { projectId, boardId }: Pick<ReviewConfig, 'projectId' | 'boardId'>,
  place: ReviewChoice,
): LoadSprintReview => ({ projectId: projectId as ProjectId | null, boardId, place });

/** The period that a day lies in; `null` for today. */
export const periodChoice = (day: IsoDate | null): ReviewChoice => ({ kind: 'period', start: day });
