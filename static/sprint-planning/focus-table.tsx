import type { ReactNode } from 'react';
import type { FocusShare } from '../../src/domain/focus-share';
import { shortCodeOf, type KeyResultId } from '../../src/domain/ids';
import { formatNumber, formatPercent } from '../../src/domain/figure-words';
import { FocusSwatch } from '../shared/focus-bar';
import { percentsOf } from './focus-percents';
import styles from '../shared/focus.module.css';
import type { Named } from './naming';

/** The shares in figures. A key result has all that serves it; what serves two counts once in the sums. */
export const FocusTable = ({
  share,
  named,
}: {
  readonly share: FocusShare;
  readonly named: ReadonlyMap<KeyResultId, Named>;
}) => {
  const percents = percentsOf(share);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Work</th>
          <th scope="col">{share.measure === 'points' ? 'Points' : 'Items'}</th>
          <th scope="col">Share</th>
        </tr>
      </thead>
      <tbody>
        {share.keyResults.map(({ id, whole }, index) => (
          <Line key={id} percent={percents?.keyResults[index] ?? null} amount={whole}>
            <FocusSwatch kind="keyResult" label={String(index + 1)} />
            {named.get(id)?.keyResult.title ?? `${shortCodeOf(id)} (not visible to you)`}
          </Line>
        ))}
        {share.several > 0 && (
          <Line percent={percents && (share.several / share.total) * 100} amount={share.several}>
            <FocusSwatch kind="several" label="2+" /> In two or more of these, counted once
          </Line>
        )}
        <Line percent={percents?.exempt ?? null} amount={share.exempt}>
          <FocusSwatch kind="exempt" /> Exempt
        </Line>
        <Line percent={percents?.untagged ?? null} amount={share.untagged}>
          <FocusSwatch kind="untagged" /> No key result
        </Line>
      </tbody>
      <tfoot>
        <Line percent={percents?.tagged ?? null} amount={share.tagged}>
          Serves key results
        </Line>
        <Line percent={percents && 100} amount={share.total}>
          All work
        </Line>
      </tfoot>
    </table>
  );
};

const Line = ({
  percent,
  amount,
  children,
}: {
  /** `null` where there is nothing to share. */
  readonly percent: number | null;
  readonly amount: number;
  readonly children: ReactNode;
}) => (
  <tr>
    <th scope="row">
      <span className={styles.name}>{children}</span>
    </th>
    <td>{formatNumber(amount)}</td>
    <td>{percent === null ? '–' : formatPercent(percent / 100)}</td>
  </tr>
);
