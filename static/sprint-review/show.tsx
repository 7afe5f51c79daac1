import type { Loadable } from '../shared/loading';
import { mount } from '../shared/mount';
import type { Begun } from './begin';
import { SprintReview } from './sprint-review';

/** Draws the review as soon as it is known where it stands. */
export const show = (begun: Promise<Loadable<Begun>>): Promise<void> =>
  mount(
    'Sprint review',
    begun.then((first) => <SprintReview begun={first} />),
  );
