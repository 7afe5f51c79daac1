import Heading from '@atlaskit/heading';
import card from './card.module.css';
import type { ReviewRows } from './review-rows';
import { counted } from '../shared/sprint-words';
import { WorkDone } from './work-done';

/** Work for key results that the viewer may not see, or that are gone: both read the same. */
export const HiddenKeyResults = ({
  hidden: { keyResults, work },
}: {
  readonly hidden: NonNullable<ReviewRows['hidden']>;
}) => (
  <article className={card.card} aria-labelledby="hidden-key-results">
    <div className={card.header}>
      <Heading size="xsmall" as="h3" id="hidden-key-results">
        Not visible to you
      </Heading>
      <p className={card.owner}>
        {counted(keyResults, 'key result')} of other teams, or removed since. Counted are the items that you
        may see.
      </p>
    </div>
    <WorkDone work={work} />
  </article>
);
