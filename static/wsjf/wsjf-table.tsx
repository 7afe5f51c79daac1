import { useCallback, useState } from 'react';
import type { Component, ScaleValue } from '../../src/domain/wsjf';
import { COMPONENTS } from '../../src/domain/wsjf';
import type { Ranked, Standing } from '../../src/domain/wsjf-rank';
import { cellOf, type Edit } from './figures-store';
import type { Row } from './rows';
import type { Column, Sort } from './sorting';
import { WsjfRow } from './wsjf-row';
import styles from './wsjf-table.module.css';

export type Listed = { readonly row: Row; readonly ranked: Ranked; readonly standing: Standing };

/** The issues with their figures, which can be changed where they stand. */
export const WsjfTable = ({
  items,
  edits,
  leftOut,
  sort,
  onSort,
  onChange,
}: {
  readonly items: readonly Listed[];
  readonly edits: ReadonlyMap<string, Edit>;
  readonly leftOut: boolean;
  readonly sort: Sort;
  readonly onSort: (column: Column) => void;
  readonly onChange: (row: Row, component: Component, value: ScaleValue | null) => void;
}) => {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const toggle = useCallback(
    (id: string) =>
      setOpen((before) => {
        const after = new Set(before);
        if (!after.delete(id)) after.add(id);
        return after;
      }),
    [],
  );
  return (
    <>
      <SortChoice sort={sort} onSort={onSort} />
      <table role="table" className={styles.table} aria-label="Issues by rank">
        <thead role="rowgroup">
          <tr role="row" className={styles.head}>
            {COLUMNS.map(({ column, name }) => (
              <th
                key={column}
                role="columnheader"
                scope="col"
                aria-sort={sort.column !== column ? 'none' : sort.isDescending ? 'descending' : 'ascending'}
              >
                <button type="button" className={styles.sort} onClick={() => onSort(column)}>
                  {name}
                  <span aria-hidden="true" className={styles.arrow}>
                    {sort.column === column && (sort.isDescending ? '↓' : '↑')}
                  </span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {items.map(({ row, ranked, standing }) => (
            <WsjfRow
              key={row.id}
              row={row}
              // Figures as text, so that a row is drawn again only when its own have changed.
              figures={JSON.stringify(ranked.figures)}
              edits={editsOf(row, edits)}
              rank={leftOut ? standing.rankWithout : standing.rank}
              score={leftOut ? standing.scoreWithout : standing.score}
              moved={standing.moved}
              leftOut={leftOut}
              isOpen={open.has(row.id)}
              onToggle={toggle}
              onChange={onChange}
            />
          ))}
        </tbody>
      </table>
    </>
  );
};

const COLUMNS: readonly { readonly column: Column; readonly name: string }[] = [
  { column: 'rank', name: 'Rank' },
  { column: 'issue', name: 'Issue' },
  { column: 'userBusinessValue', name: 'Business value' },
  { column: 'timeCriticality', name: 'Time criticality' },
  { column: 'riskReduction', name: 'Risk or opportunity' },
  { column: 'jobSize', name: 'Job size' },
  { column: 'score', name: 'WSJF' },
  { column: 'moved', name: 'Places moved by key results' },
];

/** Where there is no room for a head over the columns. */
const SortChoice = ({ sort, onSort }: { readonly sort: Sort; readonly onSort: (column: Column) => void }) => (
  <label className={styles.sortChoice}>
    Sort by
    <select value={sort.column} onChange={({ currentTarget }) => onSort(currentTarget.value as Column)}>
      {COLUMNS.map(({ column, name }) => (
        <option key={column} value={column}>
          {name}
        </option>
      ))}
    </select>
  </label>
);

/** Which of a row's figures are not saved, as text: `jobSize`. */
const editsOf = (row: Row, edits: ReadonlyMap<string, Edit>): string => {
  if (edits.size === 0) return '';
  return COMPONENTS.filter((component) => {
    const edit = edits.get(cellOf(row.id, component));
    return edit !== undefined && edit.state !== 'saving';
  }).join(' ');
};
