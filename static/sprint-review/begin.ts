import { readFirstContext } from '../shared/platform';
import type { ReviewConfig } from './config';
import { openReview, type OpenReview } from './open-review';
import { placeOf, type Place } from './place';
import { firstChoice } from './review-choice';

/** Where the review stands, and what was begun to be read for it. */
export type Begun = { readonly place: Place; readonly review: OpenReview | null };

/** Reads where the review stands, and what it shows there as soon as that is known. */
export const begin = async (): Promise<Begun> => {
  const place = placeOf((await readFirstContext()).extension);
  if (place.kind === 'edit' || place.config === null) return { place, review: null };
  const { config } = place;
  if (config.projectId === null) return { place, review: null };
  const review = openReview(config, firstChoice(config));
  void review.store.enter();
  return { place, review };
};

/** What an earlier version kept of a board does not say whose it is. */
export const withProject = async (config: ReviewConfig): Promise<ReviewConfig> => {
  const { projectId, name } = await (await import('./as-viewer')).readBoard(config.boardId);
  return { ...config, projectId, boardName: name };
};
