import type { SprintPlanningView } from '../../src/contract/sprint-planning';
import { deliveryOf, servingKeyResult } from '../../src/domain/delivery';
import { shortCodeOf } from '../../src/domain/ids';
import { currentValue } from '../../src/domain/objective';
import { valueAfter, type Advance, type HiddenAdvance } from '../../src/domain/sprint-intent';
import { formatChange, formatDay, formatNumber, formatValue } from '../../src/domain/figure-words';
import { isEstimated, type SprintIssue } from '../shared/sprint-work';
import { counted } from '../shared/sprint-words';
import { besideValue } from '../shared/unit';
import { namedIn, type Named } from './naming';
import styles from './planning.module.css';

/** Each key result that is to move: where it is, where it is to be, what is left, and the work for it. */
export const AdvanceCards = ({
  advances,
  view,
  work,
  workTitle,
}: {
  readonly advances: readonly (Advance | HiddenAdvance)[];
  readonly view: SprintPlanningView;
  readonly work: readonly SprintIssue[];
  readonly workTitle: string;
}) => {
  const named = namedIn(view);
  return (
    <ul className={styles.cards}>
      {advances.map((advance) => {
        const known = named.get(advance.keyResultId);
        return (
          <li key={advance.keyResultId} className={styles.card}>
            {'hidden' in advance || !known ? (
              <>
                <h3>{shortCodeOf(advance.keyResultId)}</h3>
                <p className={styles.subtle}>This key result is not visible to you.</p>
              </>
            ) : (
              <AdvanceFigures advance={advance} known={known} work={work} workTitle={workTitle} />
            )}
          </li>
        );
      })}
    </ul>
  );
};

const AdvanceFigures = ({
  advance,
  known: { keyResult, objective },
  work,
  workTitle,
}: {
  readonly advance: Advance;
  readonly known: Named;
  readonly work: readonly SprintIssue[];
  readonly workTitle: string;
}) => {
  const { unit, target } = keyResult.metric;
  const value = currentValue(keyResult);
  return (
    <>
      <h3>{keyResult.title}</h3>
      <p className={styles.note}>{objective.title}</p>
      <dl>
        <dt>Expected</dt>
        <dd>
          {changeOf(advance.movement, unit)}, from {formatNumber(advance.valueThen)} to{' '}
          {formatValue(valueAfter(advance), unit)}, visible by {formatDay(advance.visibleBy)}
        </dd>
        <dt>Now</dt>
        <dd>{formatValue(value, unit)}</dd>
        <dt>Target</dt>
        <dd>
          {formatValue(target, unit)}, {changeOf(target - value, unit)} to go
        </dd>
        <dt>Work {workTitle}</dt>
        <dd>{workWords(servingKeyResult(work, keyResult.id))}</dd>
      </dl>
    </>
  );
};

/** Beside the value, which has the unit. */
const changeOf = (change: number, unit: string): string => formatChange(change, besideValue(change, unit));

/** `3 items, 8 points`, as far as there are estimates. */
const workWords = (work: readonly SprintIssue[]): string => {
  if (work.length === 0) return 'none yet';
  const { items, points } = deliveryOf(work);
  const sizes = [
    counted(items.total, 'item'),
    ...(isEstimated(work) ? [counted(points.total, 'point')] : []),
  ];
  return `${sizes.join(', ')}, ${formatNumber(items.done)} finished`;
};
