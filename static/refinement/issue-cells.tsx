import { DECISION_LABELS } from '../../src/domain/bulk-labels';
import type { UntaggedRow } from '../../src/jira/untagged-rows';
import { formatNumber } from '../../src/domain/figure-words';
import { IssueLink } from '../shared/issue-link';
import { CheckCell } from './check-cell';
import { pointsOf } from './list-state';
import type { Section } from './sections';
import { SuggestionCell } from './suggestion-cell';
import styles from './work-list.module.css';

/** What an issue says of itself. Plain elements: a list that scrolls draws hundreds of them a second. */
export const IssueCells = ({
  row,
  section,
  estimates,
  isSelected,
  isActive,
}: {
  readonly row: UntaggedRow;
  readonly section: Section;
  readonly estimates: readonly string[] | null;
  readonly isSelected: boolean;
  readonly isActive: boolean;
}) => {
  const points = pointsOf(row, estimates);
  const tabIndex = isActive ? 0 : -1;
  return (
    <>
      <CheckCell label={`Select ${row.key}`} selected={isSelected} />
      <span role="gridcell" className={styles.key}>
        <IssueLink issueKey={row.key} tabIndex={tabIndex} />
      </span>
      <span role="gridcell" className={styles.summary} title={row.summary}>
        <span className={styles.text}>{row.summary}</span>
        {MARKS.map(({ label, words }) =>
          row.labels.includes(label) ? (
            <span key={label} className={styles.mark}>
              {words}
            </span>
          ) : null,
        )}
      </span>
      <span role="gridcell" className={styles.epic} title={row.parent?.summary}>
        {row.parent === null ? '' : row.parent.summary || row.parent.key}
      </span>
      <span role="gridcell" className={styles.sprint}>
        {row.sprint?.name ?? section.title}
      </span>
      <span role="gridcell" className={styles.points}>
        {points === undefined ? '' : points === null ? '–' : formatNumber(points)}
      </span>
      <span role="gridcell" className={styles.status}>
        <span className={styles[row.status.category]}>{row.status.name}</span>
      </span>
      <SuggestionCell row={row} tabIndex={tabIndex} />
    </>
  );
};

/** The place of an issue that is not read yet. */
export const UnreadCells = ({ isSelected }: { readonly isSelected: boolean }) => (
  <>
    <CheckCell label="Select this issue" selected={isSelected} />
    <span role="gridcell" className={styles.unread}>
      Loading
    </span>
  </>
);

const MARKS = [
  { label: DECISION_LABELS.cut, words: 'To cut' },
  { label: DECISION_LABELS.defer, words: 'To defer' },
];
