import { createContext } from 'react';
import type { OpenReview } from './open-review';

/** The review that the project page was opened with, where it was with one. */
export const BegunReviewContext = createContext<OpenReview | null>(null);
