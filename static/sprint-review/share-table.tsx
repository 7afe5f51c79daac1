import type { ReactNode } from 'react';
import { EXEMPTION_REASON_NAMES } from '../shared/exemption-reason';
import { formatNumber, formatPercent } from '../../src/domain/figure-words';
import { ShareSwatch } from './share-bar';
import styles from './share-table.module.css';
import type { Share, Shares } from './shares';

/** The shares in numbers, for everybody and for screen readers alike. */
export const ShareTable = ({
  shares,
  estimated,
}: {
  readonly shares: Shares;
  readonly estimated: boolean;
}) => (
  <table className={styles.table}>
    <thead>
      <tr>
        <th scope="col">Work</th>
        <th scope="col">Items</th>
        <th scope="col">Points</th>
      </tr>
    </thead>
    <tbody>
      <ShareLine share={shares.tagged} estimated={estimated}>
        <ShareSwatch part="tagged" /> Serves key results
      </ShareLine>
      {shares.inherited.items > 0 && (
        <ShareLine share={shares.inherited} estimated={estimated} part>
          through a parent
        </ShareLine>
      )}
      <ShareLine share={shares.exempt} estimated={estimated}>
        <ShareSwatch part="exempt" /> Exempt
      </ShareLine>
      {shares.reasons.map(({ reason, share }) => (
        <ShareLine key={reason} share={share} estimated={estimated} part>
          {EXEMPTION_REASON_NAMES[reason]}
        </ShareLine>
      ))}
      <ShareLine share={shares.untagged} estimated={estimated}>
        <ShareSwatch part="untagged" /> No key result
      </ShareLine>
    </tbody>
    <tfoot>
      <ShareLine share={shares.all} estimated={estimated}>
        All work
      </ShareLine>
    </tfoot>
  </table>
);

const ShareLine = ({
  share,
  estimated,
  part = false,
  children,
}: {
  readonly share: Share;
  readonly estimated: boolean;
  /** It is contained in the line above. */
  readonly part?: boolean;
  readonly children: ReactNode;
}) => (
  <tr className={part ? styles.part : undefined}>
    <th scope="row">
      <span>{children}</span>
    </th>
    <td>
      <Figure amount={share.items} ratio={share.ofItems} />
    </td>
    <td>{estimated ? <Figure amount={share.points} ratio={share.ofPoints} /> : 'not estimated'}</td>
  </tr>
);

const Figure = ({ amount, ratio }: { readonly amount: number; readonly ratio: number }) => (
  <>
    {formatNumber(amount)} <span className={styles.percent}>{formatPercent(ratio)}</span>
  </>
);
