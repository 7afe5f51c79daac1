import type { ReactNode } from 'react';
import type { FocusShare } from '../../src/domain/focus-share';
import { shortCodeOf, type KeyResultId } from '../../src/domain/ids';
import { formatNumber, formatPercent } from '../shared/format';
import { FocusSwatch } from './focus-bar';
import styles from './focus.module.css';
import type { Named } from './naming';

/** The shares in figures. A key result has all that serves it; what serves two counts once in the sums. */
export const FocusTable = ({
  share,
  named,
}: {
  readonly share: FocusShare;
  readonly named: ReadonlyMap<KeyResultId, Named>;
}) => (
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
        <Line key={id} share={share} amount={whole}>
          <FocusSwatch kind="keyResult" label={String(index + 1)} />
          {named.get(id)?.keyResult.title ?? `${shortCodeOf(id)} (not visible to you)`}
        </Line>
      ))}
      {share.several > 0 && (
        <Line share={share} amount={share.several}>
          <FocusSwatch kind="several" label="2+" /> In two or more of these, counted once
        </Line>
      )}
      <Line share={share} amount={share.exempt}>
        <FocusSwatch kind="exempt" /> Exempt
      </Line>
      <Line share={share} amount={share.untagged}>
        <FocusSwatch kind="untagged" /> No key result
      </Line>
    </tbody>
    <tfoot>
      <Line share={share} amount={share.tagged}>
        Serves key results
      </Line>
      <Line share={share} amount={share.total}>
        All work
      </Line>
    </tfoot>
  </table>
);

const Line = ({
  share,
  amount,
  children,
}: {
  readonly share: FocusShare;
  readonly amount: number;
  readonly children: ReactNode;
}) => (
  <tr>
    <th scope="row">
      <span className={styles.name}>{children}</span>
    </th>
    <td>{formatNumber(amount)}</td>
    <td>{share.total === 0 ? '–' : formatPercent(amount / share.total)}</td>
  </tr>
);
