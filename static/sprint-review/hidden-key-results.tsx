import { lazy, Suspense } from 'react';
import { deliveryOverSprint } from '../../src/domain/ledger-sums';
import { counted } from '../shared/sprint-words';
import card from './card.module.css';
import { Delivery } from './delivery';
import type { Review } from './review-model';

/** Work for key results that the viewer may not see, or that are gone: both read the same. */
export const HiddenKeyResults = ({
  hidden: { keyResults, lines },
  isEstimated,
}: {
  readonly hidden: NonNullable<Review['hidden']>;
  readonly isEstimated: boolean;
}) => (
  <article className={card.card} aria-labelledby="hidden-key-results">
    <div className={card.header}>
      <h3 id="hidden-key-results">Not visible to you</h3>
      <p className={card.small}>
        {counted(keyResults, 'key result')} of other teams, or removed since. Counted are the items that you
        may see.
      </p>
    </div>
    <Delivery row={{ delivery: deliveryOverSprint(lines), lines }} isKnown isEstimated={isEstimated} />
    <Suspense fallback={null}>
      <WorkLists lines={lines} />
    </Suspense>
  </article>
);

const WorkLists = lazy(async () => ({ default: (await import('./work-lists')).WorkLists }));
