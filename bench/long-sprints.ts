import type { HistoryEntry, Issue, Site, Sprint } from '../local/jira/model';
import type { SeedStep } from '../local/seams';
import { POINTS_FIELD, SPRINT_FIELD, aSite, aSprint, anIssue } from '../test/builders/a-site';
import { aKeyResultId } from '../test/builders/okrs';

export const KEY_RESULT = 'Orders that arrive on time';

/**
 * A board whose sprints of two weeks are all closed, each with so many issues and their histories: most are finished in it,
 * every tenth goes on into the next one, and beside them some were there and left. Epics of fifty carry the tags. With it
 * the calls that make a cycle over all of the sprints and the key result that every third epic serves.
 */
export const longSprints = (
  sprints: number,
  issuesEach: number,
): { readonly site: Site; readonly script: SeedStep[] } => {
  const first = Math.floor(Date.now() / DAY) * DAY - (sprints + 1) * SPRINT;
  const starts = Array.from({ length: sprints }, (_, at) => first + at * SPRINT);
  const stories = starts.flatMap((_, at) => storiesOf(at, starts, issuesEach));
  const epics = Array.from({ length: Math.ceil(stories.length / EPIC_SIZE) }, (_, at) => epicAt(at, first));
  return {
    site: aSite({ sprints: starts.map(sprintAt), issues: [...epics, ...stories] }),
    script: scriptOf(first, first + sprints * SPRINT),
  };
};

const DAY = 86_400_000;
const SPRINT = 14 * DAY;
const EPIC_SIZE = 50;
const FIRST_EPIC = 100_000;
const FIRST_STORY = 1_000_000;
const STATUSES = { 11: 'To Do', 12: 'In Progress', 13: 'Done' } as const;
const OBJECTIVE = 'oaaaaaaaaa';
const CYCLE = 'caaaaaaaaa';

const sprintAt = (start: number, at: number): Sprint =>
  aSprint({
    id: at + 1,
    name: `Team Sprint ${at + 1}`,
    startDate: isoOf(start),
    endDate: isoOf(start + SPRINT - DAY),
    completeDate: isoOf(start + SPRINT - DAY),
  });

const epicAt = (at: number, first: number): Issue =>
  anIssue(`TEAM-${FIRST_EPIC + at}`, {
    id: String(FIRST_EPIC + at),
    typeId: '1',
    created: isoOf(first - SPRINT),
    updated: isoOf(first - SPRINT),
    properties:
      at % 3 === 0
        ? { 'throughline-tag': { version: 1, state: 'tagged', keyResults: [aKeyResultId()] } }
        : {},
    rank: at,
  });

/** A sprint's own issues; with those that came over from the one before it has as many as it should. */
const storiesOf = (at: number, starts: readonly number[], issuesEach: number): Issue[] => {
  const carried = Math.floor(issuesEach / 10);
  const own = at === 0 ? issuesEach : issuesEach - carried;
  const left = Math.floor(issuesEach / 50);
  return Array.from({ length: own + left }, (_, nth) => {
    const number = at * issuesEach * 2 + nth;
    const fate = nth >= own ? 'left' : nth < carried && at + 1 < starts.length ? 'carried' : 'finished';
    return storyAt(number, at + 1, starts[at]!, fate);
  });
};

const storyAt = (
  number: number,
  sprint: number,
  start: number,
  fate: 'finished' | 'carried' | 'left',
): Issue => {
  const joinsLate = number % 9 === 0;
  const joined = start + (joinsLate ? 2 * DAY : -DAY) + (number % 600) * 60_000;
  const closed = start + SPRINT - DAY;
  const points = [1, 2, 3, 5, 8][number % 5]!;
  const work = [
    change(joined - 60_000, POINTS_FIELD, 'Story Points', [null, null], [null, String(points)]),
    moved(joined, [], [sprint]),
    status(joined + DAY, 11, 12),
  ];
  const ends: Readonly<Record<typeof fate, HistoryEntry[]>> = {
    finished: [status(joined + 5 * DAY, 12, 13)],
    carried: [moved(closed, [sprint], [sprint, sprint + 1]), status(closed + 4 * DAY, 12, 13)],
    left: [moved(joined + 3 * DAY, [sprint], [])],
  };
  const history = [...work, ...ends[fate]].map((entry, nth) => ({ ...entry, id: `${number}${nth}` }));
  return anIssue(`TEAM-${FIRST_STORY + number}`, {
    id: String(FIRST_STORY + number),
    summary: `Made-up work number ${number}`,
    created: isoOf(joined - 10 * DAY),
    updated: history.at(-1)!.created,
    statusId: fate === 'left' ? '12' : '13',
    parentId: String(FIRST_EPIC + Math.floor((number % 100_000) / EPIC_SIZE / 2)),
    sprintIds: { finished: [sprint], carried: [sprint, sprint + 1], left: [] }[fate],
    fields: { [POINTS_FIELD]: points },
    rank: FIRST_EPIC + number,
    history,
  });
};

const moved = (at: number, from: readonly number[], to: readonly number[]): HistoryEntry =>
  change(at, SPRINT_FIELD, 'Sprint', [from.join(', '), namesOf(from)], [to.join(', '), namesOf(to)]);

const namesOf = (ids: readonly number[]): string => ids.map((id) => `Team Sprint ${id}`).join(', ');

const status = (at: number, from: keyof typeof STATUSES, to: keyof typeof STATUSES): HistoryEntry =>
  change(at, 'status', 'status', [String(from), STATUSES[from]], [String(to), STATUSES[to]]);

const change = (
  at: number,
  fieldId: string,
  field: string,
  [from, fromString]: readonly [string | null, string | null],
  [to, toString]: readonly [string | null, string | null],
): HistoryEntry => ({
  id: '',
  created: isoOf(at),
  author: 'account-member',
  items: [{ field, fieldId, from, fromString, to, toString }],
});

const isoOf = (moment: number): string => new Date(moment).toISOString();

const scriptOf = (first: number, end: number): SeedStep[] => {
  const dayOf = (moment: number): string => isoOf(moment).slice(0, 10);
  const step = (minute: number, functionKey: string, payload: unknown): SeedStep => ({
    at: isoOf(first - SPRINT + minute * 60_000),
    account: 'admin',
    module: 'project-page-module',
    context: { type: 'jira:projectPage', project: { id: '10000', key: 'TEAM', type: 'software' } },
    functionKey,
    payload,
  });
  return [
    step(0, 'saveCycle', {
      id: CYCLE,
      expectedRevision: null,
      name: 'All of it',
      startDate: dayOf(first - DAY),
      endDate: dayOf(end + SPRINT),
    }),
    step(1, 'changeCycleState', { id: CYCLE, expectedRevision: 0, state: 'active' }),
    step(2, 'saveObjective', {
      id: OBJECTIVE,
      expectedRevision: null,
      cycleId: CYCLE,
      scope: { type: 'team', projectId: '10000' },
      title: 'Nobody waits for an order',
      description: '',
      owner: null,
    }),
    step(3, 'saveKeyResult', {
      id: aKeyResultId(),
      expectedRevision: null,
      title: KEY_RESULT,
      metric: { baseline: 60, target: 95, unit: '%' },
      owner: null,
      weight: 1,
    }),
  ];
};
