import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import ChevronRightIcon from '@atlaskit/icon/core/chevron-right';
import { memo } from 'react';
import { shortCodeOf } from '../../src/domain/ids';
import { COMPONENTS, type Component, type Figures, type ScaleValue } from '../../src/domain/wsjf';
import { formatNumber } from '../../src/domain/figure-words';
import { IssueLink } from '../shared/issue-link';
import { Derivation } from './derivation';
import { FigureCell } from './figure-cell';
import type { Row } from './rows';
import { movedWords } from './words';
import styles from './wsjf-table.module.css';

type Props = {
  readonly row: Row;
  readonly figures: string;
  readonly edits: string;
  readonly rank: number | null;
  readonly score: number | null;
  readonly moved: number | null;
  readonly leftOut: boolean;
  readonly isOpen: boolean;
  readonly onToggle: (id: string) => void;
  readonly onChange: (row: Row, component: Component, value: ScaleValue | null) => void;
};

/** One issue: where it comes, what it serves, its figures, and on demand how they come about. */
export const WsjfRow = memo((props: Props) => {
  const { row, rank, score, moved, leftOut, isOpen, onToggle, onChange } = props;
  const figures = JSON.parse(props.figures) as Figures;
  const unsaved = props.edits.split(' ');
  const details = `wsjf-why-${row.id}`;
  return (
    <>
      <tr role="row" className={styles.row}>
        <td role="cell" className={styles.rank}>
          <button
            type="button"
            className={styles.toggle}
            aria-expanded={isOpen}
            aria-controls={details}
            aria-label={`Why ${row.key} is where it is`}
            onClick={() => onToggle(row.id)}
          >
            {isOpen ? <ChevronDownIcon label="" size="small" /> : <ChevronRightIcon label="" size="small" />}
          </button>
          <span>{rank ?? <abbr title="Not ranked: it has no size">–</abbr>}</span>
        </td>
        <th role="rowheader" scope="row" className={styles.issue}>
          <IssueLink issueKey={row.key} /> <span>{row.summary}</span>
          <Served row={row} />
        </th>
        {COMPONENTS.map((component) => (
          <FigureCell
            key={component}
            row={row}
            component={component}
            given={figures[component] ?? null}
            isUnsaved={unsaved.includes(component)}
            leftOut={leftOut}
            onChange={onChange}
          />
        ))}
        <td role="cell" className={styles.score}>
          <span className={styles.label} aria-hidden="true">
            WSJF
          </span>
          <span>{score === null ? '–' : formatNumber(score)}</span>
        </td>
        <td role="cell" className={styles.moved}>
          <span className={styles.label} aria-hidden="true">
            Key results
          </span>
          <Moved moved={moved} leftOut={leftOut} />
        </td>
      </tr>
      {isOpen && (
        <tr role="row" id={details} className={styles.details}>
          <td role="cell" colSpan={8}>
            <Derivation row={row} figures={figures} />
          </td>
        </tr>
      )}
    </>
  );
});
WsjfRow.displayName = 'WsjfRow';

/** The key results that count for the issue, shortly; the derivation has more of them. */
const Served = ({ row: { tag, prefills } }: { readonly row: Row }) => {
  if (tag === null || tag.tag.state === 'exempt') {
    return <span className={styles.served}>{tag === null ? 'No key result' : 'Serves no key result'}</span>;
  }
  const names = prefills.parts.map(({ id, title }) => title ?? shortCodeOf(id));
  return (
    <span className={styles.served}>
      {names.join(' · ')}
      {tag.inheritedFrom !== null && tag.inheritedFrom !== '' && ` (from ${tag.inheritedFrom})`}
    </span>
  );
};

const Moved = ({ moved, leftOut }: { readonly moved: number | null; readonly leftOut: boolean }) => {
  const places = moved === null ? 0 : leftOut ? -moved : moved;
  const words = movedWords({ moved }, leftOut);
  return (
    <>
      <span aria-hidden="true" title={words}>
        {moved === null ? '–' : places === 0 ? '=' : `${places > 0 ? '▲' : '▼'} ${Math.abs(places)}`}
      </span>
      <span className={styles.hidden}>{words}</span>
    </>
  );
};
