import { plainTextAnywhere, type Cell, type Row } from './cell';

/**
 * A table as a file of comma-separated values (RFC 4180), for spreadsheets: no text in it becomes a formula. It begins with
 * a byte order mark, since Excel reads a file without one in the code page of its machine, and `Größe` as `GrÃ¶ÃŸe`; what
 * else reads such files knows the mark.
 */
export const csvOf = (rows: readonly Row[]): string =>
  BYTE_ORDER_MARK + rows.map((row) => `${row.map(fieldOf).join(',')}\r\n`).join('');

const BYTE_ORDER_MARK = '\uFEFF';

const fieldOf = (cell: Cell): string => {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = plainTextAnywhere(cell);
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** A semicolon as well, for spreadsheets that cut there; and blanks at the ends, which some take away. */
const NEEDS_QUOTES = /[",;\r\n\t]|^\s|\s$/;
