import type { ProjectId } from '../../src/domain/ids';
import { openReview, type OpenReview } from './open-review';
import { readAddress } from './review-address';

/** A review that is being read already, of where an address within the project page leads. */
export type BegunReview = OpenReview & { readonly path: string };

/** Begins to read the review that an address names; `null` where it names none, as the boards say what it is then. */
export const beginReview = (projectId: ProjectId, path: string): BegunReview | null => {
  const named = readAddress(path);
  if (named === null) return null;
  const review = openReview({ boardId: named.boardId, projectId }, named.choice);
  void review.store.reload();
  return { ...review, path };
};
