import { useCallback, useMemo, useState } from 'react';
import type { ListItem } from './list-items';
import { extendedTo, keptIn, NOTHING_SELECTED, selectionOf, toggled } from './list-selection';
import type { Section } from './sections';

export type SelectionActions = {
  /** The selected issues in the order of the list. */
  readonly selected: readonly string[];
  readonly ids: ReadonlySet<string>;
  readonly select: (ids: readonly string[]) => void;
  readonly unselect: (ids: readonly string[]) => void;
  readonly toggle: (item: ListItem) => void;
  readonly extend: (items: readonly ListItem[], from: number, to: number) => void;
};

/** Which issues are selected. It outlasts filters and reading anew; what leaves the list leaves it, too. */
export const useSelection = (sections: readonly Section[]): SelectionActions => {
  const [chosen, setChosen] = useState(NOTHING_SELECTED);
  const all = useMemo(() => sections.flatMap((section) => section.ids), [sections]);
  const present = useMemo(() => new Set(all), [all]);
  const selection = useMemo(() => keptIn(chosen, present), [chosen, present]);
  const { ids } = selection;
  const selected = useMemo(() => (ids.size === 0 ? NONE : all.filter((id) => ids.has(id))), [all, ids]);
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
  return { selected, ids, select, unselect, toggle, extend };
};

const NONE: readonly string[] = [];
