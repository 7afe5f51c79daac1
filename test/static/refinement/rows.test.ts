import type { UntaggedRow } from '../../../src/jira/untagged-rows';
import { NO_ROWS, withRows } from '../../../static/refinement/rows';

const aRow = (id: number, summary = ''): UntaggedRow => ({ id: String(id), summary }) as UntaggedRow;
const manyRows = (from: number, count: number): UntaggedRow[] =>
  Array.from({ length: count }, (_, at) => aRow(from + at));

describe('the rows that are read', () => {
  it('answers each as it was read last, however many came since', () => {
    let rows = withRows(NO_ROWS, manyRows(0, 100));
    for (let from = 100; from < 3_000; from += 100) rows = withRows(rows, manyRows(from, 100));
    rows = withRows(rows, [aRow(7, 'again')]);
    expect(rows.get('7')?.summary).toBe('again');
    rows = withRows(rows, manyRows(3_000, 1_500));
    expect(rows.get('7')?.summary).toBe('again');
    expect(rows.get('2999')?.id).toBe('2999');
    expect(rows.has('4499')).toBe(true);
    expect(rows.has('4500')).toBe(false);
    expect([...rows.values()].map(({ id }) => Number(id)).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 4_500 }, (_, id) => id),
    );
  });

  it('leaves what was answered before as it was', () => {
    const before = withRows(NO_ROWS, [aRow(1, 'before')]);
    withRows(before, [aRow(1, 'after'), ...manyRows(2, 2_000)]);
    expect(before.get('1')?.summary).toBe('before');
    expect(before.has('2')).toBe(false);
  });
});
