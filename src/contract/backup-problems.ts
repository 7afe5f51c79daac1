import * as v from 'valibot';

/** What is wrong with a line of a file, counted from 1, or with the file as a whole (`null`). */
export type LineProblem = {
  readonly line: number | null;
  readonly message: string;
  /** Of how many further lines the same is true. */
  readonly further: number;
};

/** More than this many different problems say no more than these do. */
const MOST_PROBLEMS = 20;

export const problemOfFile = (message: string): LineProblem => ({ line: null, message, further: 0 });

/** Collects what is wrong, each kind once: by the first line that has it and the number of further ones. */
export const collectProblems = () => {
  const kinds = new Map<string, LineProblem>();
  return {
    say: (line: number, message: string): void => {
      // A place in a list makes it no other problem.
      const kind = message.replace(/\.\d+(?=[.:])/g, '.0');
      const before = kinds.get(kind);
      if (before) kinds.set(kind, { ...before, further: before.further + 1 });
      else kinds.set(kind, { line, message, further: 0 });
    },
    isFull: (): boolean => kinds.size >= MOST_PROBLEMS,
    found: (): readonly LineProblem[] => [...kinds.values()],
  };
};

/** An issue in words, with the field that it is about as it stands in the file. */
export const issueWords = (issue: v.BaseIssue<unknown>): string => {
  const path = v.getDotPath(issue)?.replace(/^record\.value\./, '');
  const message = shapeWords(issue) ?? issue.message;
  return path === undefined ? message : `${path}: ${message}`;
};

/** The schema's own words are for what a person fills in; of a file it is said what sort of thing stands there. */
const shapeWords = ({ type, expected, received }: v.BaseIssue<unknown>): string | null => {
  if (Object.hasOwn(SORTS, type)) return SORTS[type] ?? null;
  if (type !== 'strict_object' && type !== 'array') return null;
  if (expected === 'never') return 'This version of Throughline knows no such field.';
  return received === 'undefined' ? 'This is missing.' : 'Something else is expected here.';
};

const SORTS: Readonly<Record<string, string>> = {
  string: 'This is not a text.',
  number: 'This is not a number.',
  boolean: 'This is neither true nor false.',
};
