import { memo, type MouseEvent } from 'react';
import type { LabelDecision } from '../../src/domain/bulk-labels';
import { isFiltering, NO_FILTER, type Filter } from './filter';
import type { ListState } from './list-state';
import styles from './refinement.module.css';

/** What of the list is shown: a section, an epic's children, words, what is marked. */
export const FilterBar = memo(({ filter, sections, parents, onChange }: Props) => (
  <div role="search" aria-label="Filter the list" className={styles.filters}>
    <input
      type="search"
      className={styles.input}
      aria-label="Words of the summary"
      placeholder="Search summaries"
      value={filter.text}
      onChange={({ target }) => onChange({ ...filter, text: target.value })}
    />
    <Choice
      label="Section"
      all="All sections"
      value={filter.section}
      options={sections.map(({ key, title }) => [key, title])}
      onChange={(section) => onChange({ ...filter, section })}
    />
    <Choice
      label="Epic"
      all="All epics"
      value={filter.parent}
      options={byName(parents)}
      onChange={(parent) => onChange({ ...filter, parent })}
    />
    <Choice
      label="Mark"
      all="Any mark"
      value={filter.mark}
      options={MARKS}
      onChange={(mark) => onChange({ ...filter, mark: mark as LabelDecision | null })}
    />
    {(isFiltering(filter) || filter.text !== '') && (
      <button type="button" className={styles.clear} onClick={(event) => clear(event, onChange)}>
        Clear filters
      </button>
    )}
  </div>
));
FilterBar.displayName = 'FilterBar';

type Props = Pick<ListState, 'sections' | 'parents'> & {
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
};

/** The button goes with the filters; the person is at the first of them then. */
const clear = ({ currentTarget }: MouseEvent, onChange: Props['onChange']): void => {
  currentTarget.parentElement?.querySelector('input')?.focus();
  onChange(NO_FILTER);
};

const byName = (parents: ListState['parents']): [string, string][] =>
  [...parents].sort(([, a], [, b]) => IN_ORDER.compare(a, b));

const IN_ORDER = new Intl.Collator(undefined, { numeric: true });

const Choice = ({
  label,
  all,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly all: string;
  readonly value: string | null;
  readonly options: readonly (readonly [string, string])[];
  readonly onChange: (value: string | null) => void;
}) => (
  <select
    aria-label={label}
    className={styles.input}
    value={value ?? ''}
    onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
  >
    <option value="">{all}</option>
    {options.map(([key, title]) => (
      <option key={key} value={key}>
        {title}
      </option>
    ))}
    {value !== null && options.every(([key]) => key !== value) && (
      <option value={value}>Nothing left in it</option>
    )}
  </select>
);

const MARKS = [
  ['cut', 'To cut'],
  ['defer', 'To defer'],
] as const;
