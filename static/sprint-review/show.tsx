import type { Loadable } from '../shared/loading';
import { mount } from '../shared/mount';
import { soon } from '../shared/soon';
import { answered } from './answered';
import type { Begun } from './begin';
import { SprintReview } from './sprint-review';

/** Draws the review as soon as it is known where it stands. */
export const show = (begun: Promise<Loadable<Begun>>): Promise<void> => mount('Sprint review', drawn(begun));

const drawn = async (begun: Promise<Loadable<Begun>>) => {
  const first = await begun;
  if (first.state === 'ready' && first.value.review) await soon(answered(first.value.review.store));
  return <SprintReview begun={first} />;
};
