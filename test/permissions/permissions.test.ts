import { checkerOf, type Checker } from './check-cell';
import { ANSWERS, OFFERED, readTable, type Cell } from './read-table';
import { aSiteOfRoles } from './site';

let checker: Checker;

beforeAll(async () => {
  checker = checkerOf(await aSiteOfRoles());
});

const byRow = (cells: readonly Cell[]): [string, string, Cell[]][] => {
  const names = [...new Set(cells.map(({ call, row }) => `${call}|${row}`))];
  return names.map((name) => {
    const [call = '', row = ''] = name.split('|');
    return [call, row, cells.filter((cell) => cell.call === call && cell.row === row)];
  });
};

const wrongOf = async (cells: readonly Cell[], check: (cell: Cell) => Promise<string | null>) => {
  const wrong: string[] = [];
  for (const cell of cells) {
    const problem = await check(cell);
    if (problem !== null) wrong.push(`${cell.role}, expected “${cell.word}”: ${problem}`);
  }
  return wrong;
};

describe('what a call answers to each person', () => {
  test.each(byRow(readTable(ANSWERS)))('%s: %s', async (_call, _row, cells) => {
    expect(await wrongOf(cells, checker.check)).toEqual([]);
  });
});

describe('what a screen offers to each person', () => {
  test.each(byRow(readTable(OFFERED)))('%s: %s', async (_call, _row, cells) => {
    expect(await wrongOf(cells, checker.checkOffer)).toEqual([]);
  });
});
