import Button from '@atlaskit/button/new';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Component, ScaleValue } from '../../src/domain/wsjf';
import { standingsOf } from '../../src/domain/wsjf-rank';
import type { WsjfLevel } from '../../src/jira/wsjf';
import { formatNumber } from '../../src/domain/figure-words';
import { Changes } from './changes';
import type { FiguresState, FiguresStore } from './figures-store';
import { Picture } from './picture';
import type { Work } from './queries';
import { toRanked, type Row } from './rows';
import { firstSortOf, sortedIds, type Column, type Sort } from './sorting';
import { useArranged } from './use-arranged';
import { WsjfTable } from './wsjf-table';
import styles from './wsjf.module.css';

/** The issues of one level in their order, and what can be done with their figures. */
export const Ranking = ({
  work,
  level,
  leftOut,
  isPicture,
  figures,
  store,
}: {
  readonly work: Work;
  readonly level: WsjfLevel;
  readonly leftOut: boolean;
  readonly isPicture: boolean;
  readonly figures: FiguresState;
  readonly store: FiguresStore;
}) => {
  const { rows, estimatedTotal } = work;
  const [sort, setSort] = useState<Sort>(firstSortOf('rank'));
  const [shown, setShown] = useState(ROWS_AT_FIRST);
  const place = useRef<HTMLDivElement>(null);
  const count = useRef<HTMLParagraphElement>(null);
  const ranked = useMemo(
    () => rows.map((row) => ({ ...toRanked(row, figures), key: row.key })),
    [rows, figures],
  );
  const standings = useMemo(() => standingsOf(ranked), [ranked]);
  const now = useMemo(() => sortedIds(ranked, standings, sort, leftOut), [ranked, standings, sort, leftOut]);
  const { ids, misplaced, arrange } = useArranged(now, [rows, sort, leftOut]);
  const change = useCallback(
    (row: Row, component: Component, value: ScaleValue | null) =>
      void store.change(row.id, component, value, row.figures),
    [store],
  );
  const sortBy = useCallback(
    (column: Column) =>
      setSort((before) =>
        before.column === column ? { column, isDescending: !before.isDescending } : firstSortOf(column),
      ),
    [],
  );

  if (rows.length === 0) return <Empty level={level} />;
  const byId = new Map(rows.map((row, index) => [row.id, { row, ranked: ranked[index]! }]));
  const listed = ids.map((id) => ({ ...byId.get(id)!, standing: standings.get(id)! }));
  const unranked = listed.filter(({ standing }) => standing.rank === null).length;
  return (
    <div ref={place} onKeyDown={(event) => isUndoKey(event) && store.undo()}>
      <p ref={count} tabIndex={-1} className={styles.note}>
        {noteOf(rows.length, unranked, level, estimatedTotal)}
      </p>
      <Changes rows={rows} figures={figures} store={store} place={place} standings={standings}>
        <div className={styles.arrange}>
          {misplaced > 0 && (
            <Button
              spacing="compact"
              onClick={() => {
                arrange();
                // The button goes with what it was for.
                count.current?.focus();
              }}
            >
              Sort again
            </Button>
          )}
          <span aria-live="polite">
            {misplaced > 0 && `${misplaced} ${misplaced === 1 ? 'issue is' : 'issues are'} out of place.`}
          </span>
        </div>
      </Changes>
      {isPicture ? (
        <Picture items={listed} leftOut={leftOut} />
      ) : (
        <WsjfTable
          items={listed.slice(0, shown)}
          edits={figures.edits}
          leftOut={leftOut}
          sort={sort}
          onSort={sortBy}
          onChange={change}
        />
      )}
      {!isPicture && listed.length > shown && (
        <Button onClick={() => setShown(shown + ROWS_MORE)}>
          {`Show ${Math.min(ROWS_MORE, listed.length - shown)} more of ${listed.length}`}
        </Button>
      )}
    </div>
  );
};

const ROWS_AT_FIRST = 50;
const ROWS_MORE = 50;

const Empty = ({ level }: { readonly level: WsjfLevel }) => (
  <div className={styles.empty}>
    <h2>{`No open ${level}`}</h2>
    <p>{`As soon as this project has open ${level}, they are ranked here.`}</p>
  </div>
);

const isUndoKey = (event: React.KeyboardEvent): boolean => {
  if (event.key.toLowerCase() !== 'z' || event.shiftKey || !(event.ctrlKey || event.metaKey)) return false;
  event.preventDefault();
  return true;
};

const noteOf = (count: number, unranked: number, level: WsjfLevel, total: number | null): string => {
  const what =
    total === null
      ? `${count} open ${count === 1 ? NAMES[level].one : level}.`
      : `The first ${formatNumber(count)} of the backlog’s ≈${formatNumber(total)} open ${level}; the others are not ranked.`;
  if (unranked === 0) return what;
  return `${what} ${unranked} without a size ${unranked === 1 ? 'has' : 'have'} no rank.`;
};

const NAMES = { epics: { one: 'epic' }, stories: { one: 'story' } } as const;
