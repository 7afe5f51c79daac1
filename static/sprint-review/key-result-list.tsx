import { HiddenKeyResults } from './hidden-key-results';
import { KeyResultCard } from './key-result-card';
import styles from './key-result-list.module.css';
import { QuietKeyResults } from './quiet-key-results';
import type { Review } from './review-model';
import { useReviewPlace } from './review-context';
import { useOwners } from './use-owners';

/** The key results of a sprint: what it was to move, what moved or is behind, what it worked on, then the quiet ones. */
export const KeyResultList = ({ review }: { readonly review: Review }) => {
  const { main, quiet, hidden, work } = review;
  const { isPainted, isReading } = useReviewPlace();
  // The work may bring more key results: everybody is asked for at once.
  const owners = useOwners(
    isReading ? [] : main.map(({ keyResult }) => keyResult.owner).filter((owner) => owner !== null),
  );
  const isEmpty = main.length === 0 && quiet.length === 0 && hidden === null;
  return (
    <section className={styles.list} aria-labelledby="key-results">
      <h2 id="key-results">Key results</h2>
      {isEmpty && (
        <p className={styles.nothing}>
          No cycle with key results of this team covers these days, and none of the work is tagged. Set key
          results on the project&apos;s OKRs page, then tag stories in the issue view.
        </p>
      )}
      {main.map((row, index) =>
        index >= FIRST && !isPainted ? (
          <div key={row.keyResult.id} className={styles.place} aria-hidden="true" />
        ) : (
          <KeyResultCard
            key={row.keyResult.id}
            row={row}
            review={review}
            owner={row.keyResult.owner && (owners.get(row.keyResult.owner) ?? null)}
          />
        ),
      )}
      {hidden && <HiddenKeyResults hidden={hidden} isEstimated={review.isEstimated} />}
      {quiet.length > 0 && <QuietKeyResults rows={quiet} isWorkKnown={work !== null} />}
    </section>
  );
};

/** So many fill what is left of the first screen. */
const FIRST = 1;
