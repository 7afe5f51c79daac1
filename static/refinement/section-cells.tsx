import { formatNumber } from '../../src/domain/figure-words';
import { CheckCell } from './check-cell';
import { pointsIn } from './list-items';
import type { Rows } from './rows';
import type { Section } from './sections';
import styles from './work-list.module.css';

/** A section's heading: what it is, and how much is in it. Points are told once all of them are known. */
export const SectionCells = ({
  section,
  rows,
  estimates,
  isWhole,
  selected,
}: {
  readonly section: Section;
  readonly rows: Rows;
  readonly estimates: readonly string[] | null;
  readonly isWhole: boolean;
  readonly selected: boolean | 'some';
}) => {
  const points =
    isWhole && estimates !== null && estimates.length > 0 ? pointsIn(section, rows, estimates) : null;
  const count = section.ids.length;
  return (
    <>
      <CheckCell label={`Select all of ${section.title}`} selected={selected} />
      <span role="gridcell" aria-colspan={COLUMNS} className={styles.headingText}>
        <strong>{section.title}</strong>
        <span className={styles.subtle}>
          {[
            KINDS[section.kind],
            isWhole ? `${formatNumber(count)} ${count === 1 ? 'issue' : 'issues'}` : 'reading…',
            points === null ? '' : `${formatNumber(points)} ${points === 1 ? 'point' : 'points'}`,
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </span>
      </span>
    </>
  );
};

const COLUMNS = 7;

const KINDS: Readonly<Record<Section['kind'], string>> = {
  active: 'Active sprint',
  next: 'Next sprint',
  'in-progress': '',
  backlog: '',
};
