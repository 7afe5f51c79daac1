import { EXEMPTION_REASON_NAMES } from '../shared/exemption-reason';
import { counted } from '../shared/sprint-words';
import { IssueList } from './issue-list';
import { ShareBar } from './share-bar';
import styles from './share-summary.module.css';
import { ShareTable } from './share-table';
import { SHARES_TITLE } from './shares-skeleton';
import { unestimatedIn, type Shares } from './shares';

/** How the sprint's work was spread: for key results, exempt from them, or not said. */
export const ShareSummary = ({
  shares,
  estimated,
  noun,
}: {
  readonly shares: Shares;
  readonly estimated: boolean;
  /** Whether it is a sprint or a period. */
  readonly noun: string;
}) => (
  <section className={styles.shares}>
    <h2>{SHARES_TITLE}</h2>
    {shares.all.items === 0 ? (
      <p className={styles.nothing}>{`There is no work in this ${noun} that you may see.`}</p>
    ) : (
      <Spread shares={shares} estimated={estimated} />
    )}
  </section>
);

const Spread = ({ shares, estimated }: { readonly shares: Shares; readonly estimated: boolean }) => (
  <>
    <div className={styles.bars} aria-hidden="true">
      <ShareBar title="Items" shares={shares} of="ofItems" />
      {estimated && <ShareBar title="Points" shares={shares} of="ofPoints" />}
    </div>
    <ShareTable shares={shares} estimated={estimated} />
    {estimated && unestimatedIn(shares) > 0 && (
      <p
        className={styles.nothing}
      >{`${counted(unestimatedIn(shares), 'item')} without an estimate, in no share of the points.`}</p>
    )}
    {shares.reasons.map(({ reason, share }) => (
      <IssueList key={reason} title={`Exempt: ${EXEMPTION_REASON_NAMES[reason]}`} lines={share.lines} />
    ))}
    {shares.untagged.items > 0 && <IssueList title="No key result" lines={shares.untagged.lines} />}
  </>
);
