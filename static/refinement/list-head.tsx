import { memo, useEffect, useRef } from 'react';
import type { Section } from './sections';
import type { SelectionActions } from './use-selection';
import styles from './work-list.module.css';

/** The names of the columns, and the choice of all that is listed, be it read or not. */
export const ListHead = memo(({ sections, ids, select, isFiltering, isReadOnly }: Props) => {
  const all = sections.flatMap((section) => section.ids);
  const isAll = all.length > 0 && all.every((id) => ids.has(id));
  const isSome = !isAll && all.some((id) => ids.has(id));
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = isSome;
  }, [isSome]);
  return (
    <div role="rowgroup" className={styles.headGroup}>
      <div role="row" aria-rowindex={1} className={styles.head}>
        {/* Where nothing can be chosen, there is no such column. */}
        <span role={isReadOnly ? 'presentation' : 'columnheader'} className={styles.check}>
          <input
            ref={box}
            type="checkbox"
            checked={isAll}
            aria-label={isFiltering ? 'Select all that match' : 'Select all'}
            onChange={() => select(isAll ? [] : all)}
          />
        </span>
        {COLUMNS.map(({ name, className }) => (
          <span key={name} role="columnheader" className={className}>
            {name}
          </span>
        ))}
      </div>
    </div>
  );
});
ListHead.displayName = 'ListHead';

type Props = Pick<SelectionActions, 'ids' | 'select'> & {
  readonly sections: readonly Section[];
  readonly isFiltering: boolean;
  readonly isReadOnly: boolean;
};

const COLUMNS = [
  { name: 'Key', className: styles.key },
  { name: 'Summary', className: styles.summary },
  { name: 'Epic', className: styles.epic },
  { name: 'Sprint', className: styles.sprint },
  { name: 'Points', className: styles.points },
  { name: 'Status', className: styles.status },
  { name: 'Suggestion', className: styles.suggestion },
];
