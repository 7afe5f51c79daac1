import { ASKING } from './payloads';
import type { Cell } from './read-table';

/** What the table lacks of a function: rows that every function has to have. */
export const lacksOf = (name: string, cells: readonly Cell[]): string[] => {
  const own = cells.filter(({ call }) => call === name);
  if (own.length === 0) return [`${name} has no rows in permission-table.md`];
  if (!(name in ASKING)) return [`${name} has no payloads in payloads.ts`];
  const rows = new Set(own.map(({ row }) => row));
  const honest = own.some(({ word }) => word === 'yes' || word === 'all');
  return [
    ...needed(rows).flatMap((row) => (rows.has(row) ? [] : [`${name} has no row “${row}”`])),
    ...(honest ? [] : [`${name} is allowed to nobody, in no row`]),
  ];
};

const NAMES_NOTHING = 'names nothing';

/** What names nothing cannot name what is another's; the company's is nobody else's. */
const needed = (rows: ReadonlySet<string>): readonly string[] => {
  if (rows.has(NAMES_NOTHING)) return ['with ids that it does not take'];
  const always = ['unknown ids', 'empty ids'];
  return rows.has('own team') ? ['another team, open', 'another team, restricted', ...always] : always;
};
