import { readContext } from '../shared/platform';
import type { ReviewConfig } from './config';
import { placeOf, type Place } from './place';
import { beginReview } from './queries';
import { firstChoice, loadOf } from './review-choice';

/** Reads where the review stands, and asks for what it shows as soon as that is known. */
export const readPlace = async (): Promise<Place> => {
  const place = placeOf((await readContext()).extension);
  if (place.kind === 'edit' || place.config === null) return place;
  const config = await withProject(place.config);
  beginReview(loadOf(config, firstChoice(config)));
  return { ...place, config };
};

/** What an earlier version kept of a board does not say whose it is. */
const withProject = async (config: ReviewConfig): Promise<ReviewConfig> => {
  if (config.projectId !== null) return config;
  const { projectId, name } = await (await import('./as-viewer')).readBoard(config.boardId);
  return { ...config, projectId, boardName: name };
};
