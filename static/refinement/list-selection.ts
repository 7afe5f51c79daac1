import type { ListItem } from './list-items';

/** Which issues are selected, and what a range goes on from. */
export type ListSelection = {
  readonly ids: ReadonlySet<string>;
  /** The line at which a range begins. */
  readonly anchor: string | null;
  /** What was selected before the range. */
  readonly base: ReadonlySet<string>;
};

export const NOTHING_SELECTED: ListSelection = { ids: new Set(), anchor: null, base: new Set() };

export const selectionOf = (ids: Iterable<string>): ListSelection => {
  const all = new Set(ids);
  return { ids: all, anchor: null, base: all };
};

/** Selects an issue or leaves it out; of a heading, all issues of its section. */
export const toggled = ({ ids }: ListSelection, item: ListItem): ListSelection => {
  const meant = item.kind === 'row' ? [item.key] : item.section.ids;
  const isAll = meant.every((id) => ids.has(id));
  const next = new Set(ids);
  for (const id of meant) {
    if (isAll) next.delete(id);
    else next.add(id);
  }
  return { ids: next, anchor: item.key, base: next };
};

/** Everything from where the range begins to a line, beside what was selected before. */
export const extendedTo = (
  selection: ListSelection,
  items: readonly ListItem[],
  from: number,
  to: number,
): ListSelection => {
  const begin = items.findIndex(({ key }) => key === selection.anchor);
  const [start, end] = ordered(begin === -1 ? from : begin, to);
  const inRange = items.slice(start, end + 1).filter(({ kind }) => kind === 'row');
  return {
    ids: new Set([...selection.base, ...inRange.map(({ key }) => key)]),
    anchor: items[begin === -1 ? from : begin]?.key ?? null,
    base: selection.base,
  };
};

/** Without what is not in the list any more. */
export const keptIn = (selection: ListSelection, present: ReadonlySet<string>): ListSelection => {
  if ([...selection.ids].every((id) => present.has(id))) return selection;
  const kept = (ids: ReadonlySet<string>): Set<string> => new Set([...ids].filter((id) => present.has(id)));
  return { ids: kept(selection.ids), anchor: selection.anchor, base: kept(selection.base) };
};

const ordered = (a: number, b: number): [number, number] => (a <= b ? [a, b] : [b, a]);
