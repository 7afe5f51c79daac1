import { useState } from 'react';
import type { ListItem } from './list-items';

type Place = { readonly key: string | null; readonly items: readonly ListItem[] };

/** The line that Tab leads to; where it has left the list, the one that came after it. */
export const useActiveLine = (
  items: readonly ListItem[],
): { readonly active: number; readonly setActiveKey: (key: string) => void } => {
  const [place, setPlace] = useState<Place & { readonly index: number }>({ key: null, items, index: 0 });
  const index = place.items === items ? place.index : lineAfterChange(place, items);
  if (place.items !== items) {
    setPlace({ key: place.key === null ? null : (items[index]?.key ?? null), items, index });
  }
  const setActiveKey = (key: string): void => {
    if (key !== place.key) setPlace({ key, items, index: lineAfterChange({ key, items }, items) });
  };
  return { active: index, setActiveKey };
};

/** Where a line stands in other items: itself, else what followed it, else what stood before it, else the first. */
export const lineAfterChange = ({ key, items: before }: Place, items: readonly ListItem[]): number => {
  if (key === null) return 0;
  const found = items.findIndex((item) => item.key === key);
  if (found !== -1) return found;
  const places = new Map(items.map((item, index) => [item.key, index]));
  const then = before.findIndex((item) => item.key === key);
  const near = [...before.slice(then + 1), ...before.slice(0, Math.max(0, then)).reverse()];
  const next = near.find(({ kind, key: one }) => kind === 'row' && places.has(one));
  return next === undefined ? 0 : places.get(next.key)!;
};
