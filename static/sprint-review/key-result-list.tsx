import Heading from '@atlaskit/heading';
import { usePeople } from '../shared/people';
import { HiddenKeyResults } from './hidden-key-results';
import { KeyResultCard } from './key-result-card';
import styles from './key-result-list.module.css';
import type { ReviewDays } from './outcome-figures';
import { QuietKeyResults } from './quiet-key-results';
import type { ReviewRows } from './review-rows';

/** The key results of a sprint: those it worked on or that moved or are behind, the hidden ones, then the quiet ones. */
export const KeyResultList = ({
  rows: { main, quiet, hidden },
  days,
  isWorkKnown,
}: {
  readonly rows: ReviewRows;
  readonly days: ReviewDays | null;
  readonly isWorkKnown: boolean;
}) => {
  const people = usePeople(
    [...main, ...quiet].map(({ keyResult }) => keyResult.owner).filter((owner) => owner !== null),
  );
  const nothing = main.length === 0 && quiet.length === 0 && hidden === null;
  return (
    <section className={styles.list}>
      <Heading size="small" as="h2">
        Key results
      </Heading>
      {nothing && (
        <p className={styles.nothing}>
          No cycle with key results of this team covers the sprint, and none of its work is tagged. Set key
          results on the project&apos;s OKRs page, then tag stories in the issue view.
        </p>
      )}
      {main.map((row) => (
        <KeyResultCard
          key={row.keyResult.id}
          row={row}
          days={days}
          isWorkKnown={isWorkKnown}
          owner={row.keyResult.owner && (people.get(row.keyResult.owner)?.displayName ?? null)}
        />
      ))}
      {hidden && <HiddenKeyResults hidden={hidden} />}
      {quiet.length > 0 && <QuietKeyResults rows={quiet} isWorkKnown={isWorkKnown} />}
    </section>
  );
};
