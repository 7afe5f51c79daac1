import type { Movement } from '../../src/domain/sprint-movement';
import { formatChange } from '../../src/domain/figure-words';
import { besideValue } from '../shared/unit';
import styles from './change-pill.module.css';
import { Pill } from '../shared/pill';

/** How far a value moved, in its unit; the colour says whether towards the target, and so do the words. */
export const ChangePill = ({
  movement: { change, progressChange },
  unit,
}: {
  readonly movement: Movement;
  readonly unit: string;
}) => {
  if (change === 0) return <Pill tone="neutral">No change</Pill>;
  const towards = progressChange > 0;
  return (
    <span className={styles.change}>
      <Pill tone={towards ? 'success' : 'danger'}>{formatChange(change, besideValue(change, unit))}</Pill>
      <span>{towards ? 'towards target' : 'away from target'}</span>
    </span>
  );
};
