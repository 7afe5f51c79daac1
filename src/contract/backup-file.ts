import * as v from 'valibot';
import {
  canonicalJson,
  inFileOrder,
  nameOf,
  nameOfProperty,
  type Backup,
  type BackupAccount,
  type BackupOrigin,
  type BackupProject,
  type BackupProperty,
  type BackupRecord,
} from '../domain/backup';
import { misfitsAmong } from '../domain/backup-misfits';
import { collectProblems, issueWords, problemOfFile, type LineProblem } from './backup-problems';
import {
  FORMAT,
  FORMAT_VERSION,
  headerLine,
  NO_EXPORT,
  NO_FIRST_LINE,
  lineSchemas,
  type LineKind,
  type Totals,
} from './backup-lines';

export type ReadFile =
  | { readonly ok: true; readonly origin: BackupOrigin; readonly backup: Backup }
  | { readonly ok: false; readonly problems: readonly LineProblem[] };

/** An export as text: JSON Lines in an order of their own, so that equal contents are equal texts but for the first line. */
export const writeBackupFile = ({ exportedAt, site }: BackupOrigin, backup: Backup): string => {
  const { records, properties, projects, accounts } = inFileOrder(backup);
  const lines: unknown[] = [
    { format: FORMAT, version: FORMAT_VERSION, exportedAt, site },
    ...records.map((record) => ({ record })),
    ...properties.map(({ property, ...value }) => ({ [property]: value })),
    ...projects.map((project) => ({ project })),
    ...accounts.map((account) => ({ account })),
    { end: totalsOf(backup) },
  ];
  return `${lines.map(canonicalJson).join('\n')}\n`;
};

/** Reads an export whole, or says of each line what is wrong with it. Nothing of a file with a problem is used. */
export const readBackupFile = (text: string): ReadFile => {
  const content = text.replace(/^\uFEFF/, '').replace(/\s+$/, '');
  if (content === '') return { ok: false, problems: [problemOfFile('The file is empty.')] };
  const [first = '', ...lines] = content.split(/\r?\n/);
  const json = parsedJson(first);
  const header = v.safeParse(headerLine, json);
  if (!header.success) return { ok: false, problems: [wrongHeader(json, header.issues[0], first)] };
  const { backup, problems } = readLines(lines);
  if (problems.length > 0) return { ok: false, problems };
  const { exportedAt, site } = header.output;
  return { ok: true, origin: { exportedAt, site }, backup };
};

/** What is wrong with the first line; the file is an export only when it begins as one. */
const wrongHeader = (json: unknown, issue: v.BaseIssue<unknown>, text: string): LineProblem => {
  if (isHeader(json)) return { line: 1, message: issueWords(issue), further: 0 };
  return problemOfFile(typeof readLine(text) === 'string' ? NO_EXPORT : NO_FIRST_LINE);
};

const isHeader = (json: unknown): boolean =>
  typeof json === 'object' && json !== null && 'format' in json && json.format === FORMAT;

const readLines = (lines: readonly string[]) => {
  const found = {
    records: [] as BackupRecord[],
    properties: [] as BackupProperty[],
    projects: [] as BackupProject[],
    accounts: [] as BackupAccount[],
  };
  const lineOf = new Map<string, number>();
  const problems = collectProblems();
  let end: Totals | null = null;
  for (const [index, text] of lines.entries()) {
    const say = (message: string): void => problems.say(index + 2, message);
    const line = readLine(text);
    if (problems.isFull()) break;
    if (typeof line === 'string') say(line);
    else if (end !== null) say('The file goes on after its end.');
    else if ('end' in line) end = line.end;
    else if (lineOf.has(nameOfLine(line))) say('This is in the file twice.');
    else if ('record' in line) found.records.push(line.record);
    else if ('tag' in line) found.properties.push({ property: 'tag', ...line.tag });
    else if ('figures' in line) found.properties.push({ property: 'figures', ...line.figures });
    else if ('project' in line) found.projects.push(line.project);
    else found.accounts.push(line.account);
    if (typeof line !== 'string' && !('end' in line)) lineOf.set(nameOfLine(line), index + 2);
  }
  if (problems.found().length === 0) {
    const missing =
      end === null ? 'The file ends too early: its last line is missing.' : wrongCount(end, totalsOf(found));
    if (missing !== null) problems.say(lines.length + 1, missing);
    else
      for (const [name, message] of misfitsAmong(found.records))
        problems.say(lineOf.get(`record ${name}`) ?? 1, message);
  }
  return { backup: found satisfies Backup, problems: problems.found() };
};

type Line = { [Kind in LineKind]: v.InferOutput<(typeof lineSchemas)[Kind]> }[LineKind];
type Content = Exclude<Line, { readonly end: unknown }>;

const nameOfLine = (line: Content): string => {
  if ('record' in line) return `record ${nameOf(line.record)}`;
  if ('tag' in line) return nameOfProperty({ property: 'tag', ...line.tag });
  if ('figures' in line) return nameOfProperty({ property: 'figures', ...line.figures });
  return 'project' in line ? `project ${line.project.id}` : `account ${line.account.id}`;
};

/** The line, or what is wrong with it. */
const readLine = (text: string): Line | string => {
  const json = parsedJson(text);
  if (typeof json !== 'object' || json === null) return 'This line is not a JSON object.';
  const kind = Object.keys(lineSchemas).find((name): name is LineKind => Object.hasOwn(json, name));
  if (kind === undefined) return 'This version of Throughline knows no such line.';
  const parsed = v.safeParse(lineSchemas[kind], json);
  if (!parsed.success) return issueWords(parsed.issues[0]);
  // What the app stores was trimmed before; anything else was not written by it.
  if (canonicalJson(parsed.output) !== canonicalJson(json)) return 'A text begins or ends with a space.';
  return parsed.output;
};

const totalsOf = ({ records, properties, projects, accounts }: Backup): Required<Totals> => ({
  records: records.length,
  tags: properties.filter(({ property }) => property === 'tag').length,
  figures: properties.filter(({ property }) => property === 'figures').length,
  projects: projects.length,
  accounts: accounts.length,
});

const wrongCount = (end: Totals, found: Required<Totals>): string | null => {
  const said: Required<Totals> = { figures: 0, ...end };
  const wrong = (Object.keys(found) as (keyof Totals)[]).find((name) => found[name] !== said[name]);
  return wrong === undefined
    ? null
    : `The file says that it has ${said[wrong]} ${wrong}, and has ${found[wrong]}. Part of it is missing.`;
};

const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
