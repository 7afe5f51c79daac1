import { useCallback, useMemo, useState } from 'react';
import type { ListItem } from './list-items';
import { extendedTo, keptIn, NOTHING_SELECTED, selectionOf, toggled } from './list-selection';
import type { Section } from './sections';

export type SelectionActions = {
  /** The selected issues that are shown, in the order of the list. */
  readonly selected: readonly string[];
  /** How many are selected beside them that a filter hides. */
  readonly hidden: number;
  readonly ids: ReadonlySet<string>;
  readonly select: (ids: readonly string[]) => void;
  readonly unselect: (ids: readonly string[]) => void;
  readonly toggle: (item: ListItem) => void;
  readonly extend: (items: readonly ListItem[], from: number, to: number) => void;
};

/**
 * Which issues are selected. It outlasts filters and reading anew; what leaves the list leaves it, too. What a filter
 * hides stays chosen and is out of reach of every action until it is shown again.
 */
export const useSelection = (sections: readonly Section[], shown: readonly Section[]): SelectionActions => {
  const [chosen, setChosen] = useState(NOTHING_SELECTED);
  const present = useMemo(() => new Set(sections.flatMap((section) => section.ids)), [sections]);
  const selection = useMemo(() => keptIn(chosen, present), [chosen, present]);
  const { ids } = selection;
  const selected = useMemo(
    () => (ids.size === 0 ? NONE : shown.flatMap((section) => section.ids.filter((id) => ids.has(id)))),
    [shown, ids],
  );
  const select = useCallback((wanted: readonly string[]) => setChosen(selectionOf(wanted)), []);
  const unselect = useCallback((gone: readonly string[]) => {
    const leaving = new Set(gone);
    setChosen((before) => keptIn(before, new Set([...before.ids].filter((id) => !leaving.has(id)))));
  }, []);
  const toggle = useCallback((item: ListItem) => setChosen((before) => toggled(before, item)), []);
  const extend = useCallback(
    (items: readonly ListItem[], from: number, to: number) =>
      setChosen((before) => extendedTo(before, items, from, to)),
    [],
  );
  return { selected, hidden: ids.size - selected.length, ids, select, unselect, toggle, extend };
};

const NONE: readonly string[] = [];

/** The selection of who may do nothing with it. */
export const NOTHING_TO_SELECT: SelectionActions = {
  selected: NONE,
  hidden: 0,
  ids: new Set(),
  select: () => undefined,
  unselect: () => undefined,
  toggle: () => undefined,
  extend: () => undefined,
};
