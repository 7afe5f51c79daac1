import type { HistoryEntry, Issue, Site, Sprint } from '../local/jira/model';
import type { SeedCall, SeedEvent } from '../local/seams';
import { aSite, aSprint, anIssue, POINTS_FIELD, SPRINT_FIELD } from '../test/builders/a-site';

/**
 * A site with a sprint that closed and one that runs, of so many issues each, which serve twelve key results, most of them
 * by their epics; on one dashboard the review of the closed one, on another that of the running one. Both are frozen.
 */
export const aBigReview = (
  now: Date,
  issues: number,
): { readonly site: Site; readonly script: readonly (SeedCall | SeedEvent)[] } => {
  const day = (days: number): string => new Date(now.getTime() + days * DAY_MS).toISOString();
  const closed = aSprint({
    id: 2,
    state: 'closed',
    startDate: day(-24),
    endDate: day(-10),
    completeDate: day(-10),
  });
  const active = aSprint({ id: 3, state: 'active', startDate: day(-9), endDate: day(5) });
  const site = aSite({
    sprints: [closed, active],
    dashboards: [dashboard('61', closed), dashboard('62', active)],
    issues: [
      ...Array.from({ length: EPICS }, (_, at) => epicAt(at)),
      ...Array.from({ length: issues }, (_, at) => storyAt(at, closed, day)),
      ...Array.from({ length: issues }, (_, at) => storyAt(issues + at, active, day)),
    ],
  });
  const told = (what: 'started' | 'closed', at: string, sprint: Sprint): SeedEvent => ({
    at,
    told: {
      eventType: `avi:jira-software:${what}:sprint`,
      sprint: { ...sprint, id: String(sprint.id), originBoardId: '1' },
    },
  });
  return {
    site,
    script: [
      ...okrs(day),
      told('started', closed.startDate!, closed),
      told('closed', closed.completeDate!, closed),
      told('started', active.startDate!, active),
    ],
  };
};

const KEY_RESULTS = 12;
const EPICS = 24;
const DAY_MS = 86_400_000;
const CYCLE = 'cquarter01';

const objectiveAt = (at: number): string => `oteam0000${Math.floor(at / 4)}`;
const keyResultAt = (at: number): string => `${objectiveAt(at)}-kr000${at % 4}`;

const dashboard = (id: string, sprint: Sprint): Site['dashboards'][number] => ({
  id,
  name: sprint.name,
  items: [
    {
      id: `${id}1`,
      moduleKey: 'sprint-review-widget',
      config: { boardId: 1, sprintId: sprint.id, projectId: '10000', boardName: 'Team board' },
    },
  ],
});

const epicAt = (at: number): Issue =>
  anIssue(`TEAM-${9_000 + at}`, {
    typeId: '1',
    summary: `Made-up epic number ${at}`,
    properties: {
      'throughline-tag': { version: 1, state: 'tagged', keyResults: [keyResultAt(at % KEY_RESULTS)] },
    },
  });

/** One in six has no epic and no key result. */
const storyAt = (at: number, sprint: Sprint, day: (days: number) => string): Issue => {
  const before = new Date(Date.parse(sprint.startDate!) - DAY_MS).toISOString();
  const inside = new Date(Date.parse(sprint.startDate!) + 3 * DAY_MS).toISOString();
  const isDone = at % 3 === 0;
  const joined = at % 10 === 0 ? inside : before;
  return anIssue(`TEAM-${at + 1}`, {
    summary: `Made-up work number ${at}`,
    created: day(-40),
    updated: isDone ? inside : joined,
    parentId: at % 6 === 5 ? null : String(10_000 + 9_000 + (at % EPICS)),
    statusId: isDone ? '13' : '11',
    sprintIds: [sprint.id],
    fields: { [POINTS_FIELD]: [1, 2, 3, 5, 8][at % 5] },
    history: [
      entry(`${at}1`, joined, 'Sprint', SPRINT_FIELD, '', String(sprint.id)),
      ...(isDone ? [entry(`${at}2`, inside, 'status', 'status', '11', '13')] : []),
    ],
  });
};

const entry = (
  id: string,
  created: string,
  field: string,
  fieldId: string,
  from: string,
  to: string,
): HistoryEntry => ({
  id,
  created,
  author: 'account-admin',
  items: [{ field, fieldId, from, fromString: from, to, toString: to }],
});

/** Three objectives of four key results each, checked in on once a week. */
const okrs = (day: (days: number) => string): SeedCall[] => {
  const at = day(-45);
  const call = (functionKey: string, payload: unknown, when = at): SeedCall => ({
    at: when,
    account: 'admin',
    module: 'project-page-module',
    context: { type: 'jira:projectPage', project: { id: '10000', key: 'TEAM', type: 'software' } },
    functionKey,
    payload,
  });
  const numbers = Array.from({ length: KEY_RESULTS }, (_, number) => number);
  return [
    call('saveCycle', {
      id: CYCLE,
      expectedRevision: null,
      name: 'This quarter',
      startDate: day(-44).slice(0, 10),
      endDate: day(46).slice(0, 10),
    }),
    call('changeCycleState', { id: CYCLE, expectedRevision: 0, state: 'active' }),
    ...numbers
      .filter((number) => number % 4 === 0)
      .map((number) =>
        call('saveObjective', {
          id: objectiveAt(number),
          expectedRevision: null,
          cycleId: CYCLE,
          scope: { type: 'team', projectId: '10000' },
          title: `Made-up objective ${objectiveAt(number)}`,
          description: '',
          owner: null,
        }),
      ),
    ...numbers.map((number) =>
      call('saveKeyResult', {
        id: keyResultAt(number),
        expectedRevision: null,
        title: `Made-up key result number ${number + 1}`,
        metric: { baseline: 0, target: 100, unit: '%' },
        owner: null,
        weight: 1,
      }),
    ),
    ...[-28, -21, -14, -7].flatMap((days, week) =>
      numbers.map((number) =>
        call(
          'checkIn',
          {
            id: `${keyResultAt(number)}-checkin${week}`,
            keyResultId: keyResultAt(number),
            value: 10 * week + number,
            confidence: 6,
            note: '',
            date: day(days).slice(0, 10),
          },
          day(days),
        ),
      ),
    ),
  ].sort((a, b) => a.at.localeCompare(b.at));
};
