import { readFileSync } from 'node:fs';
import {
  findNodeAtLocation,
  getNodeValue,
  parseTree,
  printParseErrorCode,
  type Node,
  type ParseError,
} from 'jsonc-parser';
import * as v from 'valibot';

/** A row of a file and where it is, so that what is wrong with it can be found. */
export type Row<T> = { readonly value: T; readonly place: string };

/** What a file holds, and what is wrong with it: of one that is not JSON the first place alone. */
export type Read<T> = { readonly rows: readonly Row<T>[]; readonly faults: readonly string[] };

/** Reads a list of rows; what is wrong is told with file and line. */
export const readRows = <S extends v.GenericSchema>(file: string, schema: S): Read<v.InferOutput<S>> => {
  const text = read(file);
  if (text === null)
    return { rows: [], faults: [`${file} cannot be read. Make it readable and start again.`] };
  const lineAt = lineFinder(text);
  const problems: ParseError[] = [];
  const tree = parseTree(text, problems, { disallowComments: true, allowTrailingComma: false });
  const [first] = problems;
  if (first !== undefined || tree === undefined) {
    return { rows: [], faults: [notJson(file, text, first, lineAt)] };
  }
  if (tree.type !== 'array') {
    return { rows: [], faults: [`${file}, line 1: this is not a list. Put the rows between [ and ].`] };
  }
  const faults: string[] = [];
  const rows = (tree.children ?? []).flatMap((node): Row<v.InferOutput<S>>[] => {
    const result = v.safeParse(schema, getNodeValue(node));
    if (result.success) return [{ value: result.output, place: `${file}, line ${lineAt(node.offset)}` }];
    const said = result.issues.map(
      (issue) => `${file}, line ${lineAt(nodeOf(node, issue).offset)}: ${issue.message}`,
    );
    faults.push(...new Set(said));
    return [];
  });
  return { rows, faults };
};

/** @throws one error with the first ten faults, if there are any. */
export const report = (faults: readonly string[]): void => {
  if (faults.length === 0) return;
  const more = faults.length > MOST ? [`… and ${faults.length - MOST} more.`] : [];
  throw new Error([...faults.slice(0, MOST), ...more].join('\n'));
};

const MOST = 10;

const ERRORS: Readonly<Record<string, string>> = {
  InvalidSymbol: 'a word that does not belong there',
  InvalidNumberFormat: 'not a number',
  PropertyNameExpected: 'a column’s name is missing',
  ValueExpected: 'a value is missing',
  ColonExpected: 'a colon is missing',
  CommaExpected: 'a comma is missing',
  CloseBraceExpected: 'a closing } is missing',
  CloseBracketExpected: 'a closing ] is missing',
  EndOfFileExpected: 'something follows the end of the list',
  UnexpectedEndOfString: 'a closing quote is missing',
  InvalidCharacter: 'a character that must be written as \\u…',
};

/** `null` where it cannot be read. */
const read = (file: string): string | null => {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    return null;
  }
};

const notJson = (
  file: string,
  text: string,
  first: ParseError | undefined,
  lineAt: (offset: number) => number,
): string => {
  const offset = first?.offset ?? 0;
  const column = offset - text.lastIndexOf('\n', offset - 1);
  const code = first && printParseErrorCode(first.error);
  const what = code === undefined ? 'nothing in it' : (ERRORS[code] ?? code);
  return `${file}, line ${lineAt(offset)}, column ${column}: this is not JSON (${what}). Correct it there.`;
};

const nodeOf = (row: Node, issue: v.BaseIssue<unknown>): Node => {
  const path = (issue.path ?? []).map(({ key }) => key as string | number);
  for (let length = path.length; length > 0; length -= 1) {
    const node = findNodeAtLocation(row, path.slice(0, length));
    if (node) return node;
  }
  return row;
};

const lineFinder = (text: string): ((offset: number) => number) => {
  const starts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
};
