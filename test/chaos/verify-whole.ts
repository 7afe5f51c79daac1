import { inWords, isAcknowledged, mayHaveHappened, type Operation } from './operation';
import { listOf, type Stored, type StoredObjective } from './stored';

/** What is wrong with the records as a whole: each counted once for each change, nothing outside of its list. */
export const verifyWhole = (stored: Stored, done: readonly Operation[]): string[] => [
  ...verifyCalendar(stored),
  ...[...stored.objectives].flatMap(([id, one]) => verifyObjective(stored, id, one)),
  ...[...stored.lists].flatMap(([name]) => verifyList(stored, name, done)),
];

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

const verifyCalendar = ({ calendar: { revision, cycles } }: Stored): string[] => {
  const changes = cycles.length + sum(cycles.map((cycle) => cycle.revision));
  return revision === changes ? [] : [`The calendar was written ${revision} times for ${changes} changes.`];
};

/** One write makes the objective, and one each change of its own, new key result, change of one, and check-in. */
const verifyObjective = (
  { lists, checkIns, calendar }: Stored,
  id: string,
  { revision, ownRevision, keyResults, scope, cycleId }: StoredObjective,
): string[] => {
  const said = [...checkIns.values()].filter(({ keyResultId }) => keyResultId.startsWith(id)).length;
  const changes =
    1 + ownRevision + keyResults.length + sum(keyResults.map((keyResult) => keyResult.revision)) + said;
  const entries = [...lists].flatMap(([name, list]) =>
    list.entries.filter(({ objectiveId }) => objectiveId === id).map((entry) => ({ name, ...entry })),
  );
  const [entry] = entries;
  const ids = keyResults.map((keyResult) => keyResult.id);
  const isListed = entries.length === 1 && entry?.name === listOf(scope) && entry.cycleId === cycleId;
  return [
    ...(new Set(ids).size === ids.length
      ? []
      : [`Objective ${id} has a key result twice: ${ids.join(', ')}.`]),
    ...(revision === changes
      ? []
      : [`Objective ${id} was written ${revision} times for ${changes} changes.`]),
    ...(isListed ? [] : [`Objective ${id} of ${scope} is listed so: ${JSON.stringify(entries)}.`]),
    ...(calendar.cycles.some((cycle) => cycle.id === cycleId) ? [] : [`Objective ${id} is in no cycle.`]),
  ];
};

const verifyList = ({ lists, objectives }: Stored, name: string, done: readonly Operation[]): string[] => {
  const { revision, entries, restricted } = lists.get(name)!;
  const lone = entries.filter(({ objectiveId }) => !objectives.has(objectiveId));
  // It is begun with one write.
  const turns = revision - 1 - entries.length;
  const asked = done.filter(
    (one) => one.name === 'saveVisibility' && listOf(String(one.payload['projectId'])) === name,
  );
  const made = asked.filter((one) => isAcknowledged(one) || mayHaveHappened(one));
  return [
    ...lone.map(({ objectiveId }) => `List ${name} has ${objectiveId}, which is not there.`),
    ...(turns % 2 === Number(restricted) &&
    turns >= 0 &&
    turns <= made.length + sum(made.map(({ lostReplies }) => lostReplies))
      ? []
      : [
          `List ${name} was written ${revision} times for ${entries.length} objectives and ${made.length} turns.`,
        ]),
    ...verifyLast(`Whether ${name} is restricted`, restricted, made, ({ payload }) => payload['restricted']),
  ];
};

/** What is written over must be what somebody wrote last: nothing that was acknowledged may have come after it. */
export const verifyLast = (
  what: string,
  actual: unknown,
  made: readonly Operation[],
  valueOf: (operation: Operation) => unknown,
): string[] => {
  const text = JSON.stringify(actual);
  const lastBegun = Math.max(...made.filter(isAcknowledged).map(({ began }) => began), -1);
  // What was not answered may have come at any time later.
  const mayBeLast = made.filter((one) => !isAcknowledged(one) || one.ended > lastBegun);
  if (!made.some(isAcknowledged) || mayBeLast.some((one) => JSON.stringify(valueOf(one)) === text)) return [];
  return [`${what} is ${text}, which nobody can have written last:\n${made.map(inWords).join('\n')}`];
};
