import { report, type Row } from './read-rows';
import type { EpicRow, IssueRow, SprintRow } from './rows';

/** @throws an error that names every row that points to something which is not there, or is there twice. */
export const checkReferences = (
  issues: readonly Row<IssueRow>[],
  sprints: readonly Row<SprintRow>[],
  epics: readonly Row<EpicRow>[],
): void => {
  const sprintIds = new Set(sprints.map(({ value }) => value.id));
  const byKey = new Map(issues.map(({ value }) => [value.key, value]));
  const epicKeys = new Set(epics.map(({ value }) => value.key));
  report([
    ...twice(sprints, 'sprint id', ({ id }) => String(id)),
    ...twice(issues, 'issue id', ({ id }) => id),
    ...twice(issues, 'issue key', ({ key }) => key),
    ...issues.flatMap(({ value, place }) => {
      const { key, parent, epic, subtask } = value;
      const unknown = value.sprintIds.filter((id) => !sprintIds.has(id));
      return [
        ...unknown.map(
          (id) => `${place}: ${key} is in sprint ${id}, which the sprints’ file does not have. Add it there.`,
        ),
        ...(parent && !byKey.has(parent) ? [missing(place, key, 'parent', parent)] : []),
        ...(epic && !byKey.has(epic) && !epicKeys.has(epic) ? [missing(place, key, 'epic', epic)] : []),
        ...(parent === key || epic === key
          ? [`${place}: ${key} is its own parent. Correct “parent” or “epic”.`]
          : []),
        ...(subtask && byKey.get(parent ?? '')?.subtask
          ? [`${place}: ${key} is a sub-task of a sub-task. Give it another parent.`]
          : []),
      ];
    }),
    ...statusNames(issues),
    ...takenIds(issues, epics),
  ]);
};

const missing = (place: string, key: string, what: string, other: string): string =>
  `${place}: ${key} has the ${what} ${other}, which is not in the files. Add ${other}${what === 'epic' ? ' to epics.json' : ''}, or remove “${what}” here.`;

const twice = <T>(rows: readonly Row<T>[], what: string, idOf: (value: T) => string): string[] => {
  const first = new Map<string, string>();
  return rows.flatMap(({ value, place }) => {
    const id = idOf(value);
    const before = first.get(id);
    if (before === undefined) first.set(id, place);
    return before === undefined
      ? []
      : [`${place}: the ${what} ${id} is taken already (${before}). Remove one of the two.`];
  });
};

const statusNames = (issues: readonly Row<IssueRow>[]): string[] => {
  const known = new Map<string, IssueRow>();
  return issues.flatMap(({ value, place }) => {
    const before = known.get(value.statusId);
    if (before === undefined) known.set(value.statusId, value);
    const same =
      before === undefined ||
      (before.status === value.status && before.statusCategory === value.statusCategory);
    return same
      ? []
      : [
          `${place}: status ${value.statusId} is “${value.status}” here and “${before.status}” in ${before.key}. Give both the same name and category.`,
        ];
  });
};

/** Only epics that an issue names, and that are not among the issues, come into the site. */
const takenIds = (issues: readonly Row<IssueRow>[], epics: readonly Row<EpicRow>[]): string[] => {
  const present = new Set(issues.map(({ value }) => value.key));
  const named = new Set(issues.map(({ value }) => value.epic));
  const ids = new Set(issues.map(({ value }) => value.id));
  return epics
    .filter(({ value: { key, id } }) => named.has(key) && !present.has(key) && ids.has(id))
    .map(
      ({ value: { key, id }, place }) =>
        `${place}: the id ${id} of ${key} is an issue’s already. Give the epic its own.`,
    );
};
