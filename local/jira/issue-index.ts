import { indexedValues, type IndexedProperty } from './entity-property';
import type { Issue, Site } from './model';

/** Finds issues without reading them all. Whoever makes, changes or deletes an issue goes through here. */
export type IssueIndex = {
  readonly find: (idOrKey: string) => Issue | undefined;
  /** Issues filed under an entry such as `sprint:12`. */
  readonly under: (entry: string) => ReadonlySet<Issue>;
  readonly all: () => readonly Issue[];
  /** Runs a change of the issue and files it anew. */
  readonly changing: (issue: Issue, change: () => void) => void;
  readonly add: (issue: Issue) => void;
  readonly remove: (issue: Issue) => void;
};

export const entryOf = {
  project: (id: string) => `project:${id}`,
  sprint: (id: number | string) => `sprint:${id}`,
  parent: (id: string) => `parent:${id}`,
  property: ({ propertyKey, path }: IndexedProperty, value: string | number) =>
    `property:${propertyKey}.${path}:${value}`,
};

export const createIssueIndex = (site: Site, properties: readonly IndexedProperty[]): IssueIndex => {
  const byName = new Map<string, Issue>();
  const entries = new Map<string, Set<Issue>>();
  const entriesOf = (issue: Issue): string[] => [
    entryOf.project(issue.projectId),
    ...issue.sprintIds.map(entryOf.sprint),
    ...(issue.parentId === null ? [] : [entryOf.parent(issue.parentId)]),
    ...properties.flatMap((property) =>
      indexedValues(issue, property).map((value) => entryOf.property(property, value)),
    ),
  ];
  const file = (issue: Issue): void => {
    for (const entry of entriesOf(issue)) {
      const filed = entries.get(entry);
      if (filed) filed.add(issue);
      else entries.set(entry, new Set([issue]));
    }
  };
  const unfile = (issue: Issue): void => {
    for (const entry of entriesOf(issue)) entries.get(entry)?.delete(issue);
  };
  const name = (issue: Issue): void => {
    byName.set(issue.id, issue).set(issue.key, issue);
    file(issue);
  };
  site.issues.forEach(name);
  return {
    find: (idOrKey) => byName.get(idOrKey) ?? byName.get(idOrKey.toUpperCase()),
    under: (entry) => entries.get(entry) ?? NONE,
    all: () => site.issues,
    changing: (issue, change) => {
      unfile(issue);
      change();
      file(issue);
    },
    add: (issue) => {
      site.issues.push(issue);
      name(issue);
    },
    remove: (issue) => {
      unfile(issue);
      byName.delete(issue.id);
      byName.delete(issue.key);
      site.issues.splice(site.issues.indexOf(issue), 1);
    },
  };
};

const NONE: ReadonlySet<Issue> = new Set();
