import { plainText, type Cell, type Row } from './cell';

/** A table as the clipboard hands it on: to spreadsheets, pages and mails as a table, to anything else as text. */
export type ClipboardTable = { readonly html: string; readonly text: string };

/** The first row is the head. No text in it becomes markup, or a formula where it is pasted. */
export const clipboardTable = ([head = [], ...rows]: readonly Row[]): ClipboardTable => ({
  html: `<table><thead>${htmlRow(head, 'th')}</thead><tbody>${rows.map((row) => htmlRow(row, 'td')).join('')}</tbody></table>`,
  text: [head, ...rows].map((row) => row.map(tabbed).join('\t')).join('\n'),
});

const htmlRow = (row: Row, tag: 'th' | 'td'): string =>
  `<tr>${row.map((cell) => `<${tag}>${inHtml(written(cell))}</${tag}>`).join('')}</tr>`;

/** Who pastes text cuts it at tabs and line breaks, whatever quotes say. */
const tabbed = (cell: Cell): string => written(cell).replace(/[\t\r\n\v\f\u0085\u2028\u2029]+/g, ' ');

const written = (cell: Cell): string => {
  if (cell === null) return '';
  return typeof cell === 'number' ? String(cell) : plainText(cell);
};

const inHtml = (text: string): string => text.replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`);
