import type { LabelDecision } from '../../src/domain/bulk-labels';
import { NO_FILTER, type Filter } from './filter';
import type { ListState } from './list-state';
import styles from './refinement.module.css';

/** What of the list is shown: a section, an epic's children, words, what is marked. */
export const FilterBar = ({
  filter,
  state,
  onChange,
}: {
  readonly filter: Filter;
  readonly state: ListState;
  readonly onChange: (filter: Filter) => void;
}) => (
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
      options={state.sections.map(({ key, title }) => [key, title])}
      onChange={(section) => onChange({ ...filter, section })}
    />
    <Choice
      label="Epic"
      all="All epics"
      value={filter.parent}
      options={parentsOf(state)}
      onChange={(parent) => onChange({ ...filter, parent })}
    />
    <Choice
      label="Mark"
      all="Marked or not"
      value={filter.mark}
      options={MARKS}
      onChange={(mark) => onChange({ ...filter, mark: mark as LabelDecision | null })}
    />
    {filter !== NO_FILTER && (
      <button type="button" className={styles.clear} onClick={() => onChange(NO_FILTER)}>
        Clear filters
      </button>
    )}
  </div>
);

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
  </select>
);

const MARKS = [
  ['cut', 'To cut'],
  ['defer', 'To defer'],
] as const;

/** The parents of the issues that are read, by their names. */
const parentsOf = ({ rows, sections }: ListState): [string, string][] => {
  const parents = new Map<string, string>();
  for (const id of sections.flatMap(({ ids }) => ids)) {
    const parent = rows.get(id)?.parent;
    if (parent)
      parents.set(parent.id, parent.summary === '' ? parent.key : `${parent.key} ${parent.summary}`);
  }
  return [...parents].sort(([, a], [, b]) => a.localeCompare(b, undefined, { numeric: true }));
};
