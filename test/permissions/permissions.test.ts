import { functionsOfTheApp, type AppFunctions } from './app-functions';
import { checkerOf, type Checker } from './check-cell';
import { ANSWERS, EVENTS, OFFERED, readTable, type Cell } from './read-table';
import { aSiteOfRoles } from './site';
import { lacksOf } from './table-rules';

let checker: Checker;
let functions: AppFunctions;

beforeAll(async () => {
  checker = checkerOf(await aSiteOfRoles());
  functions = await functionsOfTheApp();
});

const namesIn = (heading: string): string[] =>
  [...new Set(readTable(heading).map(({ call }) => call))].sort();

describe('the table', () => {
  test('has rows for every function that the running app defines, and for no other', () => {
    expect(functions.resolvers.flatMap((name) => lacksOf(name, readTable(ANSWERS)))).toEqual([]);
    expect(namesIn(ANSWERS)).toEqual(functions.resolvers);
  });

  test('has rows for every function that the platform calls by itself, and for no other', () => {
    expect(namesIn(EVENTS)).toEqual(functions.events.map(({ functionKey }) => functionKey).sort());
  });

  test('complains of a function without rows, and of one without what somebody else might try', () => {
    const cells = readTable(ANSWERS);
    expect(lacksOf('brandNew', cells)).toEqual(['brandNew has no rows in permission-table.md']);
    const without = cells.filter(({ row }) => row !== 'another team, restricted' && row !== 'empty ids');
    expect(lacksOf('checkIn', without)).toEqual([
      'checkIn has no row “another team, restricted”',
      'checkIn has no row “empty ids”',
    ]);
    expect(
      lacksOf(
        'checkIn',
        cells.filter(({ word }) => word !== 'yes'),
      ),
    ).toEqual(['checkIn is allowed to nobody, in no row']);
  });
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

describe('what the platform calls by itself', () => {
  test.each(byRow(readTable(EVENTS)))('%s: %s', async (_call, _row, cells) => {
    expect(await wrongOf(cells, checker.checkEvent(functions.events))).toEqual([]);
  });
});

describe('what a screen offers to each person', () => {
  test.each(byRow(readTable(OFFERED)))('%s: %s', async (_call, _row, cells) => {
    expect(await wrongOf(cells, checker.checkOffer)).toEqual([]);
  });
});
