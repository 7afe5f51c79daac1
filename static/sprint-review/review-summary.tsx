import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { AsOf } from '../shared/as-of';
import { formatNumber } from '../../src/domain/figure-words';
import type { Freshness } from '../shared/reading';
import { useReviewPlace } from './review-context';
import type { Review } from './review-model';
import type { WorkState } from './review-store';
import styles from './review-summary.module.css';
import { summaryWords } from './summary-words';

/** The sprint in one sentence, how far its work is read, and the way to read it again while people check in. */
export const ReviewSummary = ({
  review,
  hasValues,
  work,
  freshness,
  onRefresh,
}: {
  readonly review: Review;
  readonly hasValues: boolean;
  readonly work: WorkState;
  readonly freshness: Freshness;
  readonly onRefresh: () => Promise<void>;
}) => {
  const { isPainted } = useReviewPlace();
  const [isBusy, setIsBusy] = useState(false);
  const refresh = (): void => {
    setIsBusy(true);
    void onRefresh().finally(() => setIsBusy(false));
  };
  return (
    <div className={styles.summary} aria-busy={isBusy}>
      <p className={styles.sentence} aria-live="polite">
        {summaryWords(review, hasValues)}
        {work.state === 'reading' && (
          <span className={styles.toCome} aria-hidden="true">
            {TO_COME}
          </span>
        )}
      </p>
      <div className={styles.reading}>
        {work.state === 'reading' && <p role="status">{progressWords(work.loaded)}</p>}
        {work.state !== 'reading' && isPainted && <AsOf freshness={freshness} />}
        {isPainted && (
          <Button spacing="compact" appearance="subtle" isLoading={isBusy} onClick={refresh}>
            Refresh
          </Button>
        )}
      </div>
    </div>
  );
};

/** Keeps the place of what the work adds to the sentence. */
const TO_COME = '; 00 of 00 points were finished; 00% of the points serve a key result.';

const progressWords = (loaded: number): string =>
  loaded === 0 ? 'Reading the work…' : `Reading the work: ${formatNumber(loaded)} items so far…`;
