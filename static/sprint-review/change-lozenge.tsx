import ArrowDownIcon from '@atlaskit/icon/core/arrow-down';
import ArrowUpIcon from '@atlaskit/icon/core/arrow-up';
import Lozenge from '@atlaskit/lozenge';
import type { Movement } from '../../src/domain/sprint-movement';
import { formatChange } from '../shared/format';
import styles from './change-lozenge.module.css';
import { besideValue } from '../shared/unit';

/** How far a value moved, in its unit; the colour says whether towards the target, and so do the words. */
export const ChangeLozenge = ({
  movement: { change, progressChange },
  unit,
}: {
  readonly movement: Movement;
  readonly unit: string;
}) => {
  if (change === 0) return <Lozenge appearance="neutral">No change</Lozenge>;
  const towards = progressChange > 0;
  return (
    <span className={styles.change}>
      <Lozenge
        // Atlaskit would cut the words off.
        maxWidth="100%"
        appearance={towards ? 'success' : 'danger'}
        iconBefore={change > 0 ? ArrowUpIcon : ArrowDownIcon}
      >
        {formatChange(change, besideValue(change, unit))}
      </Lozenge>
      {/* Beside it, where it may go to the next line: what is in a lozenge stays on one. */}
      <span>{towards ? 'towards target' : 'away from target'}</span>
    </span>
  );
};
