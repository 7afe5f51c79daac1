import type { IssueType, Named, Status } from '../../jira/model';
import type { IssueRow } from './rows';

/** What the issues of a site are made of: its projects, types, statuses and so on, with ids. */
export type Catalogue = {
  readonly projects: readonly { readonly id: string; readonly key: string }[];
  readonly issueTypes: IssueType[];
  readonly statuses: Status[];
  readonly priorities: Named[];
  readonly resolutions: Named[];
};

/** Collects what occurs in the issues. Files name types, priorities and resolutions only, so ids are counted up. */
export const catalogueOf = (rows: readonly IssueRow[]): Catalogue => {
  const statuses = new Map(
    rows.map(({ statusId, status, statusCategory }) => [
      statusId,
      { id: statusId, name: status, category: statusCategory },
    ]),
  );
  const known = (names: (string | null)[]): string[] =>
    [...new Set(names.filter((name) => name !== null))].sort();
  const epics = new Set(rows.map(({ epic }) => epic));
  return {
    projects: known(rows.map(({ key }) => projectKeyOf(key))).map((key, index) => ({
      id: String(10_001 + index),
      key,
    })),
    issueTypes: typesOf(rows, epics),
    statuses: [...statuses.values()].sort(
      (a, b) => CATEGORIES.indexOf(a.category) - CATEGORIES.indexOf(b.category),
    ),
    priorities: counted(
      known(rows.map(({ priority }) => priority)).sort((a, b) => urgency(a) - urgency(b)),
      1,
    ),
    resolutions: counted(known(rows.map(({ resolution }) => resolution)), 10_001),
  };
};

export const projectKeyOf = (issueKey: string): string => issueKey.slice(0, issueKey.lastIndexOf('-'));

/** A type's place in the hierarchy follows from how it is used: sub-tasks, what others name as their epic, the rest. */
const typesOf = (rows: readonly IssueRow[], epics: ReadonlySet<string | null>): IssueType[] => {
  const levels = new Map<string, number>();
  for (const { type, subtask, key } of rows) {
    const level = subtask ? -1 : /^epic$/i.test(type) || epics.has(key) ? 1 : 0;
    levels.set(type, levels.get(type) === 1 && level === 0 ? 1 : level);
  }
  return [...levels].map(([name, hierarchyLevel], index) => ({
    id: String(10_001 + index),
    name,
    description: '',
    subtask: hierarchyLevel === -1,
    hierarchyLevel,
  }));
};

const counted = (names: readonly string[], first: number): Named[] =>
  names.map((name, index) => ({ id: String(first + index), name }));

const CATEGORIES = ['new', 'indeterminate', 'done'];

/** Most urgent first, as Jira's own and its older priorities are named; others come last. */
const urgency = (name: string): number => {
  const place = URGENCY.indexOf(name.toLowerCase());
  return place === -1 ? URGENCY.length : place;
};
const URGENCY = [
  'blocker',
  'highest',
  'critical',
  'high',
  'major',
  'medium',
  'minor',
  'low',
  'lowest',
  'trivial',
  'none',
];
