import { pointsOf } from './list-state';
import type { Rows } from './rows';
import type { Section } from './sections';

/** A line of the list: a section's heading, or an issue. */
export type ListItem =
  | { readonly kind: 'section'; readonly key: string; readonly section: Section }
  | { readonly kind: 'row'; readonly key: string; readonly section: Section };

/** Every line of the list; an issue's key is its id, a heading's that of its section. */
export const itemsOf = (sections: readonly Section[]): ListItem[] =>
  sections.flatMap((section) => [
    { kind: 'section' as const, key: section.key, section },
    ...section.ids.map((id) => ({ kind: 'row' as const, key: id, section })),
  ]);

/** The points of a section, `null` while not all of its issues are read. */
export const pointsIn = (
  { ids }: Section,
  rows: Rows,
  estimates: readonly string[] | null,
): number | null => {
  let sum = 0;
  for (const id of ids) {
    const row = rows.get(id);
    const points = row === undefined ? undefined : pointsOf(row, estimates);
    if (points === undefined) return null;
    sum += points ?? 0;
  }
  return sum;
};
