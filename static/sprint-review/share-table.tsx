import { Fragment, type ReactNode } from 'react';
import { EXEMPTION_REASON_NAMES } from '../shared/exemption-reason';
import { formatNumber } from '../../src/domain/figure-words';
import { ShareSwatch } from './share-bar';
import styles from './share-table.module.css';
import { percentsOf, type Share, type SharePercents, type Shares } from './shares';

/** The shares in numbers, for everybody and for screen readers alike. */
export const ShareTable = ({
  shares,
  estimated,
}: {
  readonly shares: Shares;
  readonly estimated: boolean;
}) => {
  const items = percentsOf(shares, 'items');
  const points = estimated ? percentsOf(shares, 'points') : null;
  const line = (
    share: Share,
    percentOf: (percents: SharePercents) => number,
    name: ReactNode,
    isPart = false,
  ) => (
    <ShareLine share={share} items={percentOf(items)} points={points && percentOf(points)} isPart={isPart}>
      {name}
    </ShareLine>
  );
  const part = (name: 'tagged' | 'exempt' | 'untagged', words: string) =>
    line(
      shares[name],
      (percents) => percents[name],
      <>
        <ShareSwatch part={name} /> {words}
      </>,
    );
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Work</th>
          <th scope="col">Items</th>
          <th scope="col">Points</th>
        </tr>
      </thead>
      <tbody>
        {part('tagged', 'Serves key results')}
        {shares.inherited.items > 0 &&
          line(shares.inherited, ({ inherited }) => inherited, 'through a parent', true)}
        {part('exempt', 'Exempt')}
        {shares.reasons.map(({ reason, share }, index) => (
          <Fragment key={reason}>
            {line(share, ({ reasons }) => reasons[index] ?? 0, EXEMPTION_REASON_NAMES[reason], true)}
          </Fragment>
        ))}
        {part('untagged', 'No key result')}
      </tbody>
      <tfoot>{line(shares.all, ({ all }) => all, 'All work')}</tfoot>
    </table>
  );
};

const ShareLine = ({
  share,
  items,
  points,
  isPart,
  children,
}: {
  readonly share: Share;
  /** Whole percents; `null` where nothing is estimated. */
  readonly items: number;
  readonly points: number | null;
  /** It is contained in the line above. */
  readonly isPart: boolean;
  readonly children: ReactNode;
}) => (
  <tr className={isPart ? styles.part : undefined}>
    <th scope="row">
      <span>{children}</span>
    </th>
    <td>
      <Figure amount={share.items} percent={items} />
    </td>
    <td>{points === null ? 'not estimated' : <Figure amount={share.points} percent={points} />}</td>
  </tr>
);

const Figure = ({ amount, percent }: { readonly amount: number; readonly percent: number }) => (
  <>
    {formatNumber(amount)} <span className={styles.percent}>{`${percent}%`}</span>
  </>
);
