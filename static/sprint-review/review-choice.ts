import type { LoadSprintReview } from '../../src/contract/sprint-review';
import type { IsoDate } from '../../src/domain/dates';
import type { ReviewConfig } from './config';

/** Which sprint or period of a board is looked at. */
export type ReviewChoice = LoadSprintReview['place'];

/** What a review opens with: the sprint that is named, else the one that runs or closed last, else the period that runs. */
export const firstChoice = ({ sprintId }: ReviewConfig): ReviewChoice => ({ kind: 'sprint', sprintId });

/** The period that a day lies in; `null` for today. */
export const periodChoice = (day: IsoDate | null): ReviewChoice => ({ kind: 'period', start: day });
