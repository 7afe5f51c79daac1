import type { ProjectId } from '../../src/domain/ids';
import { openReview, type OpenReview } from './open-review';
import { readAddress } from './review-address';

/** Begins to read the review that an address names; `null` where it names none, as the boards say what it is then. */
export const beginAddressed = (projectId: ProjectId, path: string): OpenReview | null => {
  const named = readAddress(path);
  if (named === null) return null;
  const review = openReview({ boardId: named.boardId, projectId }, named.choice);
  void review.store.enter();
  return review;
};
