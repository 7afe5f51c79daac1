import { formatDay, formatNumber, formatValue } from '../../../src/domain/figure-words';
import { ChangePill } from '../change-pill';
import { DeliveryBar } from '../delivery-bar';
import { deliveryWords, measureOf } from '../delivery-words';
import { rounded } from '../expected';
import type { IssueWordsStore } from '../issue-words';
import { remarkWords } from '../remark-words';
import type { Review, ReviewRow } from '../review-model';
import { Track } from '../track';
import { FinishedWork } from './finished-work';
import { IntendedWords } from './intended-words';
import styles from './slide.module.css';
import { Given } from './given';

/** What one key result's value did and, apart from it, what was delivered; what was meant by it, and what it taught. */
export const KeyResultSlide = ({
  row,
  review,
  words,
}: {
  readonly row: ReviewRow;
  readonly review: Review;
  readonly words: IssueWordsStore;
}) => {
  const { objective, keyResult, intended, remark, verdict, learned } = row;
  const latest = learned[0];
  return (
    <>
      <p className={styles.above}>{objective.title}</p>
      <h1>{keyResult.title}</h1>
      <div className={styles.halves}>
        <Outcome row={row} isOver={review.span?.end != null} />
        <Delivery row={row} review={review} />
      </div>
      {intended && <IntendedWords intended={intended} unit={keyResult.metric.unit} />}
      {remark && (
        <p className={styles.remark}>
          <strong>{remarkWords(remark).what}</strong> {remarkWords(remark).so}
        </p>
      )}
      <FinishedWork lines={row.lines} words={words} />
      {verdict && <Given title="Verdict:" given={verdict} />}
      {latest && <Given title={`Learned earlier, ${formatDay(latest.endedOn)}:`} given={latest} />}
    </>
  );
};

const Outcome = ({
  row: { keyResult, movement, intended },
  isOver,
}: {
  readonly row: ReviewRow;
  readonly isOver: boolean;
}) => {
  const { metric } = keyResult;
  const value = (amount: number): string => formatValue(amount, metric.unit);
  return (
    <section>
      <h2>Outcome</h2>
      {movement === null ? (
        <p>The sprint has not started.</p>
      ) : (
        <>
          <p className={styles.figure}>
            {value(movement.atStart)} → {value(movement.now)}
          </p>
          <div className={styles.scaled}>
            <ChangePill movement={movement} unit={metric.unit} />
            <Track
              metric={metric}
              movement={movement}
              intended={intended?.intended ?? null}
              closed={isOver}
            />
          </div>
          <p className={styles.small}>
            {isOver ? 'Expected then' : 'Expected by now'}: {value(rounded(metric, movement.expected))}
          </p>
        </>
      )}
    </section>
  );
};

const Delivery = ({
  row: { delivery, lines },
  review: { work, isEstimated },
}: {
  readonly row: ReviewRow;
  readonly review: Review;
}) => {
  const { done, then, now } = delivery;
  const measure = measureOf(delivery, isEstimated);
  return (
    <section>
      <h2>Delivery</h2>
      {work === null && <p>The work is not known yet.</p>}
      {work && lines.length === 0 && <p>None of the work serves it.</p>}
      {work && lines.length > 0 && (
        <>
          <p className={styles.figure}>
            {formatNumber(done[measure])} of {formatNumber(now[measure])}{' '}
            {now[measure] === 1 ? measure.slice(0, -1) : measure}
          </p>
          <div className={styles.scaled}>
            <DeliveryBar done={done[measure]} then={then[measure]} now={now[measure]} measure={measure} />
          </div>
          <p className={styles.small}>{deliveryWords(then[measure], now[measure], measure)}</p>
        </>
      )}
    </section>
  );
};
