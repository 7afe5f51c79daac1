/** What stands in a cell of a table that is taken elsewhere: somebody's words, a number, or nothing. */
export type Cell = string | number | null;

export type Row = readonly Cell[];

/**
 * A text that no spreadsheet takes for a formula: an apostrophe before it says that it is text. Spreadsheets begin a
 * formula at `=`, `+`, `-` and `@`, some also at their full-width variants or after blanks, and a tab or a line break may
 * begin a cell anew. Numbers never come here, so negative ones stay numbers.
 *
 * Source: OWASP, "CSV Injection".
 */
export const plainText = (text: string): string =>
  /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@])/u.test(usual(text)) ? `'${text}` : text;

/**
 * The same for a file that may be cut elsewhere than at its commas: a spreadsheet whose locale cuts at semicolons does not
 * see our quotes, so that each semicolon, tab and line break within a text begins a cell.
 */
export const plainTextAnywhere = (text: string): string =>
  plainText(text).replace(/[;\t\r\n]/g, (cut, offset: number, whole: string) =>
    /^[\s\p{Cc}\p{Cf}"]*[=+\-@]/u.test(usual(whole.slice(offset + 1))) ? `${cut}'` : cut,
  );

/** The usual characters for their full-width, small and raised variants. */
const usual = (text: string): string => text.normalize('NFKC');
