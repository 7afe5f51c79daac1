import type { KeyResultId } from '../../src/domain/ids';
import type { ExemptionReason } from '../../src/domain/tag';
import { EXEMPTION_REASON_NAMES } from '../shared/exemption-reason';
import { Pill } from '../shared/pill';
import { IssueLink } from '../shared/issue-link';
import { usePeople } from '../shared/people';
import { ProblemMessage } from '../shared/problem-message';
import { KeyResultRow } from './key-result-row';
import { LoadingRow } from './loading-panel';
import type { Panel, Row, Shown } from './panel';
import styles from './shown-tag.module.css';

type Props = {
  readonly panel: Panel;
  readonly shown: Shown;
  /** Whether the last choice may have been saved, so that this may be no longer so. */
  readonly isUndecided: boolean;
  readonly onRetry: () => void;
  /** Absent where the viewer may not change the issue. */
  readonly onRemove: ((id: KeyResultId) => void) | undefined;
};

/** What the issue serves: its key results, or why it serves none, its own or its parent's. */
export const ShownTag = ({ isUndecided, ...tag }: Props) => (
  <>
    {!(isUndecided && tag.shown.state === 'none') && <TagAsRead {...tag} />}
    {isUndecided && (
      <p className={styles.none}>
        {tag.shown.state === 'none'
          ? 'Not known whether it was saved.'
          : 'This is how it was before. Not known whether your choice was saved.'}
      </p>
    )}
  </>
);

const TagAsRead = ({ panel, shown, onRetry, onRemove }: Omit<Props, 'isUndecided'>) => {
  const { isSubtask, parent } = panel.view.issue;
  switch (shown.state) {
    case 'reading-parent':
      return <LoadingRow />;
    case 'parent-failed':
      return <ProblemMessage problem={shown.problem} onRetry={onRetry} />;
    case 'none':
      return (
        <p className={styles.none}>
          {isSubtask && parent ? (
            <>
              No key result. A sub-task follows its parent, <IssueLink issueKey={parent.key} />.
            </>
          ) : (
            'No key result yet.'
          )}
        </p>
      );
    case 'exempt':
      return (
        <>
          <Source inheritedFrom={shown.inheritedFrom} isSubtask={isSubtask} />
          <Exemption reason={shown.reason} note={shown.note} />
        </>
      );
    case 'key-results':
      return (
        <>
          <Source inheritedFrom={shown.inheritedFrom} isSubtask={isSubtask} />
          <KeyResults
            rows={shown.rows}
            unknown={panel.view.unavailable ? 'that cannot be read now' : 'that is not visible to you'}
            onRemove={shown.inheritedFrom === null ? onRemove : undefined}
          />
        </>
      );
  }
};

const Source = ({
  inheritedFrom,
  isSubtask,
}: {
  readonly inheritedFrom: string | null;
  readonly isSubtask: boolean;
}) =>
  inheritedFrom !== null && (
    <p className={styles.source}>
      Inherited from <IssueLink issueKey={inheritedFrom} />
      {isSubtask && '. A sub-task follows its parent.'}
    </p>
  );

const Exemption = ({ reason, note }: { readonly reason: ExemptionReason; readonly note: string }) => (
  <div className={styles.exemption}>
    <p className={styles.exempt}>
      Serves no key result <Pill tone="neutral">{EXEMPTION_REASON_NAMES[reason]}</Pill>
    </p>
    {note !== '' && <p className={styles.note}>{note}</p>}
  </div>
);

const KeyResults = ({
  rows,
  unknown,
  onRemove,
}: {
  readonly rows: readonly Row[];
  readonly unknown: string;
  readonly onRemove: Props['onRemove'];
}) => {
  const people = usePeople(
    rows.map(({ facts }) => facts?.keyResult.owner ?? null).filter((owner) => owner !== null),
  );
  return (
    <ul className={styles.keyResults}>
      {rows.map((row) => (
        <KeyResultRow key={row.id} row={row} unknown={unknown} people={people} onRemove={onRemove} />
      ))}
    </ul>
  );
};
