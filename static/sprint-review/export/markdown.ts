import { formatNumber } from '../../../src/domain/figure-words';
import type { Cell, Row } from './cell';

/**
 * Somebody's words within a line of Markdown: they stay words, whatever is in them. What could be markup, HTML, a link or
 * the edge of a table's cell is escaped, as CommonMark and GitHub read it; line breaks become blanks; controls and what
 * turns the direction of writing round are left out, since they would work beyond the words.
 */
export const markdownText = (text: string): string =>
  text
    .replace(/[\s\u0085\u2028\u2029]+/g, ' ')
    .replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '')
    .trim()
    .replace(MARKUP, '\\$&')
    .replace(BLOCK, '$1\\$2')
    // GitHub looks for names and addresses at every @, escaped or not, and finds none where a joiner follows unseen.
    .replace(/@(?=\S)/g, `@${WORD_JOINER}`);

/** A table, its first row the head. Numbers stand to the right, as people read them. */
export const markdownTable = ([head = [], ...rows]: readonly Row[]): string => {
  const isNumeric = head.map((_, column) => rows.some((row) => typeof row[column] === 'number'));
  const lines = [
    head.map(cellOf),
    isNumeric.map((one) => (one ? '--:' : '---')),
    ...rows.map((row) => head.map((_, column) => cellOf(row[column] ?? null))),
  ];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
};

/** What is markup anywhere, what could begin an entity, and the points and colons that make addresses of words. */
const MARKUP = /[\\`*_[\]<>|~#$]|&(?=[#\p{L}])|:(?=\S)|(?<=\D)\.(?=\S)|(?<=\S)\.(?=[^\s\d])/gu;

/** What makes a list, or a line below a heading, of the words that a line begins with. */
const BLOCK = /^(\d*)([-+=)]|\.(?=\s|$))/;

const WORD_JOINER = '\u2060';

const cellOf = (cell: Cell): string => {
  if (cell === null) return '';
  return typeof cell === 'number' ? formatNumber(cell) : markdownText(cell);
};
