import * as v from 'valibot';
import {
  canonicalJson,
  inFileOrder,
  nameOf,
  type Backup,
  type BackupAccount,
  type BackupOrigin,
  type BackupProject,
  type BackupRecord,
  type BackupTag,
} from '../domain/backup';
import { misfitsAmong } from '../domain/backup-misfits';
import {
  FORMAT,
  FORMAT_VERSION,
  headerLine,
  NO_EXPORT,
  lineSchemas,
  type LineKind,
  type Totals,
} from './backup-lines';

/** What is wrong with a line of a file, counted from 1. */
export type LineProblem = { readonly line: number; readonly message: string };

export type ReadFile =
  | { readonly ok: true; readonly origin: BackupOrigin; readonly backup: Backup }
  | { readonly ok: false; readonly problems: readonly LineProblem[] };

/** More than this many problems say no more than these do. */
const MOST_PROBLEMS = 20;

/** An export as text: JSON Lines in an order of their own, so that equal contents are equal texts but for the first line. */
export const writeBackupFile = ({ exportedAt, site }: BackupOrigin, backup: Backup): string => {
  const { records, tags, projects, accounts } = inFileOrder(backup);
  const end: Totals = {
    records: records.length,
    tags: tags.length,
    projects: projects.length,
    accounts: accounts.length,
  };
  const lines: unknown[] = [
    { format: FORMAT, version: FORMAT_VERSION, exportedAt, site },
    ...records.map((record) => ({ record })),
    ...tags.map((tag) => ({ tag })),
    ...projects.map((project) => ({ project })),
    ...accounts.map((account) => ({ account })),
    { end },
  ];
  return `${lines.map(canonicalJson).join('\n')}\n`;
};

/** Reads an export whole, or says of each line what is wrong with it. Nothing of a file with a problem is used. */
export const readBackupFile = (text: string): ReadFile => {
  const [first = '', ...lines] = text
    .replace(/^\uFEFF/, '')
    .replace(/\s+$/, '')
    .split(/\r?\n/);
  const header = v.safeParse(headerLine, parsedJson(first));
  if (!header.success) return { ok: false, problems: [{ line: 1, message: wrongHeader(header.issues[0]) }] };
  const content = readLines(lines);
  if (content.problems.length > 0) return { ok: false, problems: content.problems };
  const { exportedAt, site } = header.output;
  return { ok: true, origin: { exportedAt, site }, backup: content.backup };
};

const wrongHeader = (issue: v.BaseIssue<unknown>): string =>
  issue.path === undefined ? NO_EXPORT : told(issue);

const readLines = (lines: readonly string[]) => {
  const found = {
    records: [] as BackupRecord[],
    tags: [] as BackupTag[],
    projects: [] as BackupProject[],
    accounts: [] as BackupAccount[],
  };
  const lineOf = new Map<string, number>();
  const problems: LineProblem[] = [];
  let end: Totals | null = null;
  for (const [index, text] of lines.entries()) {
    const say = (message: string) => problems.push({ line: index + 2, message });
    const line = readLine(text);
    if (problems.length >= MOST_PROBLEMS) break;
    if (typeof line === 'string') say(line);
    else if (end !== null) say('The file goes on after its end.');
    else if ('end' in line) end = line.end;
    else if (lineOf.has(nameOfLine(line))) say('This is in the file twice.');
    else if ('record' in line) found.records.push(line.record);
    else if ('tag' in line) found.tags.push(line.tag);
    else if ('project' in line) found.projects.push(line.project);
    else found.accounts.push(line.account);
    if (typeof line !== 'string' && !('end' in line)) lineOf.set(nameOfLine(line), index + 2);
  }
  if (problems.length === 0) {
    const missing =
      end === null ? 'The file ends too early: its last line is missing.' : wrongCount(end, found);
    if (missing !== null) problems.push({ line: lines.length + 1, message: missing });
    else problems.push(...contradictions(found.records, lineOf));
  }
  return { backup: found satisfies Backup, problems };
};

const contradictions = (
  records: readonly BackupRecord[],
  lineOf: ReadonlyMap<string, number>,
): LineProblem[] =>
  [...misfitsAmong(records)]
    .slice(0, MOST_PROBLEMS)
    .map(([name, message]) => ({ line: lineOf.get(`record ${name}`) ?? 1, message }));

type Line = { [Kind in LineKind]: v.InferOutput<(typeof lineSchemas)[Kind]> }[LineKind];
type Content = Exclude<Line, { readonly end: unknown }>;

const nameOfLine = (line: Content): string => {
  if ('record' in line) return `record ${nameOf(line.record)}`;
  if ('tag' in line) return `tag ${line.tag.issueId}`;
  return 'project' in line ? `project ${line.project.id}` : `account ${line.account.id}`;
};

/** The line, or what is wrong with it. */
const readLine = (text: string): Line | string => {
  const json = parsedJson(text);
  if (typeof json !== 'object' || json === null) return 'This line is not a JSON object.';
  const kind = Object.keys(lineSchemas).find((name): name is LineKind => Object.hasOwn(json, name));
  if (kind === undefined) return 'This version of Throughline knows no such line.';
  const parsed = v.safeParse(lineSchemas[kind], json);
  if (!parsed.success) return told(parsed.issues[0]);
  // What the app stores was trimmed before; anything else was not written by it.
  if (canonicalJson(parsed.output) !== canonicalJson(json)) return 'A text begins or ends with a space.';
  return parsed.output;
};

const told = (issue: v.BaseIssue<unknown>): string => {
  const path = v.getDotPath(issue);
  const message = isOfShape(issue) ? shapeWords(issue) : issue.message;
  return path === null ? message : `${path}: ${message}`;
};

/** The schema's own words, where a field is missing or too many, or something else than an object or list stands. */
const isOfShape = ({ type }: v.BaseIssue<unknown>): boolean => ['strict_object', 'array'].includes(type);

const shapeWords = ({ expected, received }: v.BaseIssue<unknown>): string => {
  if (expected === 'never') return 'This version of Throughline knows no such field.';
  return received === 'undefined' ? 'This is missing.' : 'Something else is expected here.';
};

const wrongCount = (
  end: Totals,
  found: Readonly<Record<keyof Totals, readonly unknown[]>>,
): string | null => {
  const wrong = (Object.keys(found) as (keyof Totals)[]).find((name) => found[name].length !== end[name]);
  return wrong === undefined
    ? null
    : `The file says that it has ${end[wrong]} ${wrong}, and has ${found[wrong].length}. Part of it is missing.`;
};

const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
