import { formatNumber } from '../../src/domain/figure-words';
import { counted } from '../shared/sprint-words';
import card from './card.module.css';
import { DeliveryBar } from './delivery-bar';
import { deliveryWords, measureOf } from './delivery-words';
import styles from './delivery.module.css';
import type { ReviewRow } from './review-model';

/** How much of the work for a key result was finished: of what there was at the start, and of what there is now. */
export const Delivery = ({
  row: { delivery, lines },
  isKnown,
  isEstimated,
}: {
  readonly row: Pick<ReviewRow, 'delivery' | 'lines'>;
  readonly isKnown: boolean;
  readonly isEstimated: boolean;
}) => {
  const { done, then, now } = delivery;
  const measure = measureOf(delivery, isEstimated);
  return (
    <div className={card.half}>
      <h4 className={card.label}>Delivery</h4>
      {!isKnown && <div className={styles.pending} aria-hidden="true" />}
      {isKnown && lines.length === 0 && <p className={styles.none}>None of the work serves it.</p>}
      {isKnown && lines.length > 0 && (
        <>
          <p className={styles.line}>
            <strong>{formatNumber(done[measure])}</strong> of {formatNumber(now[measure])}{' '}
            {now[measure] === 1 ? measure.slice(0, -1) : measure} finished
            {measure === 'points' && (
              <span className={styles.subtle}>
                {' '}
                · {formatNumber(done.items)} of {counted(now.items, 'item')}
              </span>
            )}
          </p>
          <DeliveryBar done={done[measure]} then={then[measure]} now={now[measure]} measure={measure} />
          <p className={styles.subtle}>{deliveryWords(then[measure], now[measure], measure)}</p>
        </>
      )}
    </div>
  );
};
