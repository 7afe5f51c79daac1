import fc from 'fast-check';
import { plainText, type Cell } from '../../../../static/sprint-review/export/cell';
import { csvOf } from '../../../../static/sprint-review/export/csv';
import { HOSTILE_TEXTS, hostileText } from '../../../fuzz/hostile-text';
import { readCsv } from './read-csv';

const FORMULAS = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(A1)',
  '﹦1',
  ' =1',
  '\u00A0=1',
  '\u200B=1',
  '\uFEFF@x',
  '\t=1',
  '\r=1',
  '\n=1',
  '\tx',
  '\rx',
  '\nx',
  '=HYPERLINK("http://a.example","x")',
  "=cmd|' /C calc'!A0",
];

const INNER = ['x;=1', 'x; -1', 'x;"=1+1";y', 'x\n@y', 'x\r\n=1', 'x\t+1', '";=1', 'a;＝1'];

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc
    .array(fc.constantFrom('=', '+', '-', '@', '＝', ';', ',', '"', "'", '\r', '\n', '\t', ' ', 'x', '1'), {
      maxLength: 8,
    })
    .map((signs) => signs.join('')),
  fc.constantFrom(...FORMULAS, ...INNER, ...HOSTILE_TEXTS),
  hostileText(200),
);
const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 4, arbitrary: anyText },
  { weight: 1, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) },
  { weight: 1, arbitrary: fc.integer() },
  { weight: 1, arbitrary: fc.constant(null) },
);
const anyTable = fc
  .integer({ min: 1, max: 6 })
  .chain((columns) =>
    fc.array(fc.array(anyCell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 6 }),
  );

const withoutMark = (file: string): string => {
  expect(file.startsWith('\uFEFF')).toBe(true);
  return file.slice(1);
};

/** Whether a cell that was read is the one that was written, but for apostrophes that were put in. */
const isSame = (read: string, cell: string): boolean => {
  let at = 0;
  for (let index = 0; index < read.length; index += 1) {
    if (read[index] === cell[at]) at += 1;
    else if (read[index] !== "'") return false;
  }
  return at === cell.length;
};

test('what is written is read back by whoever reads such files, with apostrophes at most before what it was', () => {
  fc.assert(
    fc.property(anyTable, (rows) => {
      const read = readCsv(withoutMark(csvOf(rows)));
      expect(read.map((row) => row.length)).toEqual(rows.map((row) => row.length));
      rows.forEach((row, y) =>
        row.forEach((cell, x) => {
          const got = read[y]![x]!;
          if (cell === null) expect(got).toBe('');
          else if (typeof cell === 'number') expect(Number(got)).toBe(cell + 0);
          else expect([got, isSame(got, cell)]).toEqual([got, true]);
        }),
      );
    }),
    { numRuns: 1000 },
  );
});

/** Written here anew: what spreadsheets take for the beginning of a formula. */
const beginsFormula = (text: string): boolean => {
  const seen = text.normalize('NFKC').replace(/^[\s\p{Cc}\p{Cf}]+/u, '');
  return ['=', '+', '-', '@'].some((sign) => seen.startsWith(sign));
};

test('no text begins a formula, be the file cut at commas, at semicolons or at tabs', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyText, anyText), { minLength: 1 }), (rows) => {
      const file = withoutMark(csvOf(rows));
      const asMeant = readCsv(file).flat();
      expect(asMeant.filter((cell) => beginsFormula(cell) || /^[\t\r\n]/.test(cell))).toEqual([]);
      for (const separator of [';', '\t']) {
        expect(readCsv(file, separator).flat().filter(beginsFormula)).toEqual([]);
      }
    }),
    { numRuns: 2000 },
  );
});

test.each(FORMULAS)('%j stays a text', (text) => {
  expect(plainText(text)).toBe(`'${text}`);
});

test.each(['x', 'x-1', '1-2', 'BOOK-7', 'a@b.example', '−3', "it's", '', 'x;y'])(
  '%j needs nothing',
  (text) => {
    expect(readCsv(withoutMark(csvOf([[text, 'x']])))).toEqual([[text, 'x']]);
  },
);

test('numbers stay numbers, negative ones too', () => {
  expect(withoutMark(csvOf([[-3, 0.5, -0, 1200, null]]))).toBe('-3,0.5,0,1200,\r\n');
});

test('quotes what holds a comma, a quote or a line break, and ends each line as RFC 4180 has it', () => {
  expect(withoutMark(csvOf([['a,b', 'say "x"', 'one\r\ntwo', 'plain']]))).toBe(
    '"a,b","say ""x""","one\r\ntwo",plain\r\n',
  );
});
