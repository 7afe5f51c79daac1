import { isDeepStrictEqual } from 'node:util';
import type { LogEntry } from './log';
import type { WitnessedLine } from './reference-a';
import type { RebuiltLine } from './reference-b';

/** Why who comes afterwards can say something else of an issue than who saw everything. */
export const CLASSES = [
  'deleted issue',
  'work that left and that no search finds',
  'tags as they were',
  'sprint dates edited',
] as const;
export type Class = (typeof CLASSES)[number];

export type Difference = {
  readonly sprintId: number;
  readonly issueId: string;
  /** `null` where none of the reasons holds. */
  readonly class: Class | null;
  readonly a: WitnessedLine | null;
  readonly b: RebuiltLine | null;
};

/** Both ledgers of one sprint, and what is needed to say why they differ. */
export type Compared = {
  readonly sprintId: number;
  readonly a: readonly WitnessedLine[];
  readonly b: readonly RebuiltLine[];
  /** What A says if the sprint began when its dates, as they were edited, say; `null` where nobody edited them. */
  readonly aByEditedDates: readonly WitnessedLine[] | null;
  readonly isDeleted: (issueId: string) => boolean;
  readonly isForeign: (issueId: string) => boolean;
  /** Whether a tag that counts for the issue was changed between the freezing and the looking back. */
  readonly isRetagged: (issueId: string) => boolean;
};

/** Every issue of which A and B do not say the same, with the reason. */
export const differencesOf = (compared: Compared): Difference[] => {
  const { sprintId, a, b } = compared;
  const ids = [...new Set([...a, ...b].map(({ issueId }) => issueId))];
  return ids.flatMap((issueId): Difference[] => {
    const [ofA, ofB] = [lineOf(a, issueId), lineOf(b, issueId)];
    if (isSame(ofA, ofB)) return [];
    return [{ sprintId, issueId, class: reasonFor(compared, issueId), a: ofA, b: ofB }];
  });
};

const reasonFor = (compared: Compared, issueId: string): Class | null => {
  const { a, b, aByEditedDates } = compared;
  const ofB = lineOf(b, issueId);
  const byReason = (ofA: WitnessedLine | null): Class | null => {
    if (ofB === null && compared.isDeleted(issueId)) return 'deleted issue';
    if (ofB === null && ofA !== null && mayHaveLeft(ofA) && compared.isForeign(issueId))
      return 'work that left and that no search finds';
    const isTagAlone = isSame(ofA && { ...ofA, tag: null }, ofB && { ...ofB, tag: null });
    return isTagAlone && compared.isRetagged(issueId) ? 'tags as they were' : null;
  };
  const reason = byReason(lineOf(a, issueId));
  if (reason !== null || aByEditedDates === null) return reason;
  const edited = lineOf(aByEditedDates, issueId);
  return isSame(edited, ofB) || byReason(edited) !== null ? 'sprint dates edited' : null;
};

/** What was done before and stayed so is completed elsewhere, wherever it is at the close. */
const mayHaveLeft = ({ outcome }: WitnessedLine): boolean =>
  outcome === 'removed' || outcome === 'completed-elsewhere';

const lineOf = <Line extends { readonly issueId: string }>(lines: readonly Line[], id: string): Line | null =>
  lines.find(({ issueId }) => issueId === id) ?? null;

/** The tag at the start is A's alone. */
const isSame = (a: WitnessedLine | null, b: RebuiltLine | null): boolean => {
  if (a === null || b === null) return a === b;
  const { tagAtStart: _ofAAlone, ...line } = a;
  return isDeepStrictEqual(line, { ...b });
};

/** What the log says of issues at any of its places. */
export const readLog = (log: readonly LogEntry[]) => {
  const projects = new Map<string, string>();
  const boards = new Map<number, string>();
  const sprints = new Map<number, string>();
  const deletedAt = new Map<string, number>();
  const closedAt = new Map<number, number>();
  const retaggedAt = new Map<string, number[]>();
  const parents = new Map<string, Set<string>>();
  const note = (issue: string, place: number): void =>
    void retaggedAt.set(issue, [...(retaggedAt.get(issue) ?? []), place]);
  log.forEach((entry, place) => {
    if (entry.what === 'board') boards.set(entry.board, entry.project);
    if (entry.what === 'sprint') sprints.set(entry.sprint, boards.get(entry.board)!);
    if (entry.what === 'deleted') deletedAt.set(entry.issue, place);
    if (entry.what === 'frozen' && entry.phase === 'close') closedAt.set(entry.sprint, place);
    if (entry.what === 'tag' || entry.what === 'parent') note(entry.issue, place);
    if (entry.what === 'issue') projects.set(entry.issue, entry.project);
    if ((entry.what === 'issue' || entry.what === 'parent') && entry.parent !== null)
      parents.set(entry.issue, (parents.get(entry.issue) ?? new Set()).add(entry.parent));
  });
  return {
    isDeletedBy: (place: number) => (issue: string) => (deletedAt.get(issue) ?? Infinity) < place,
    isForeignTo: (sprint: number) => (issue: string) => projects.get(issue) !== sprints.get(sprint),
    isRetaggedBy: (sprint: number, place: number) => (issue: string) =>
      [issue, ...(parents.get(issue) ?? [])]
        .flatMap((each) => retaggedAt.get(each) ?? [])
        .some((at) => closedAt.get(sprint)! < at && at < place),
  };
};
