import { createContext } from 'react';
import type { BegunReview } from './begun-review';

/** The review that the project page was opened with, where it was with one. */
export const BegunReviewContext = createContext<BegunReview | null>(null);
