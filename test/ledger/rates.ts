import { readFileSync } from 'node:fs';

/** What one real sprint held: issues at its start, added, removed and done. */
export type SprintRates = {
  readonly atStart: number;
  readonly added: number;
  readonly removed: number;
  /** The share of what stayed that was done, 0 to 1. */
  readonly done: number;
};

/** The table of 3,834 sprints of Choetkiertikul et al., one row a sprint. */
export const readRates = (file: string): SprintRates[] => {
  const [head = '', ...rows] = readFileSync(file, 'utf8').trim().split('\n');
  const names = head.trim().split(',');
  // A sprint's name may hold commas; the figures are counted from the end of the row.
  const fromEnd = (row: string, name: string): number =>
    Number(
      row
        .trim()
        .split(',')
        .at(names.indexOf(name) - names.length),
    );
  return rows.map((row) => {
    const [atStart = 0, added = 0, removed = 0, done = 0] = COLUMNS.map((name) => fromEnd(row, name));
    const stayed = Math.max(1, atStart + added - removed);
    return { atStart, added, removed, done: Math.min(1, done / stayed) };
  });
};

const COLUMNS = ['no_issue_starttime', 'no_issue_added', 'no_issue_removed', 'no_issuedone'];
