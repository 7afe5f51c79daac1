import { memo } from 'react';
import { SCALE, type Component, type ScaleValue } from '../../src/domain/wsjf';
import type { Prefill } from '../../src/domain/wsjf-prefill';
import { cellOf } from './figures-store';
import type { Row } from './rows';
import { COMPONENT_NAMES, SHORT_NAMES, SOURCE_NAMES } from './words';
import styles from './wsjf-table.module.css';

/** One figure, which can be chosen; what counts without a choice stands beside it. */
export const FigureCell = memo(
  ({
    row,
    component,
    given,
    isUnsaved,
    leftOut,
    onChange,
  }: {
    readonly row: Row;
    readonly component: Component;
    readonly given: ScaleValue | null;
    readonly isUnsaved: boolean;
    readonly leftOut: boolean;
    readonly onChange: (row: Row, component: Component, value: ScaleValue | null) => void;
  }) => {
    const prefill = row.prefills[component];
    const filledIn = leftOut && prefill.source === 'key-results' ? 1 : prefill.value;
    const note = `wsjf-note-${row.id}-${component}`;
    const name = `${COMPONENT_NAMES[component]} of ${row.key}`;
    return (
      <td role="cell" className={styles.figure}>
        <span className={styles.label} aria-hidden="true">
          {SHORT_NAMES[component]}
        </span>
        {row.locked === null ? (
          <select
            className={given === null ? styles.automatic : styles.given}
            aria-label={name}
            aria-describedby={note}
            data-cell={cellOf(row.id, component)}
            value={given ?? ''}
            onChange={({ currentTarget: { value } }) =>
              onChange(row, component, value === '' ? null : (Number(value) as ScaleValue))
            }
          >
            <option value="">{`Auto ${filledIn ?? '–'}`}</option>
            {SCALE.map((value) => (
              <option key={value} value={value}>
                {value}
              </option>
            ))}
          </select>
        ) : (
          <span className={styles.locked}>
            <span className={styles.hidden}>{`${name}, only shown: `}</span>
            {given ?? filledIn ?? '–'}
          </span>
        )}
        <span id={note} className={isUnsaved ? styles.unsaved : styles.source}>
          {isUnsaved ? 'not saved' : noteOf(prefill, given, leftOut)}
        </span>
      </td>
    );
  },
);
FigureCell.displayName = 'FigureCell';

/** Where a figure comes from, or what was to be said against a person's. */
const noteOf = ({ value, source }: Prefill, given: ScaleValue | null, leftOut: boolean): string => {
  const isLeftOut = leftOut && source === 'key-results';
  if (given === null) return isLeftOut ? 'left out' : SOURCE_NAMES[source];
  if (isLeftOut || source === 'assumed' || source === 'none') return 'given';
  return value === given ? `given, as ${SOURCE_NAMES[source]}` : `${SOURCE_NAMES[source]} say ${value}`;
};
