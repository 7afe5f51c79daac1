import type { HistoryEntry, Issue } from '../../local/jira/model';
import type { IsoInstant } from '../../src/domain/dates';
import { storedTag, TAG_PROPERTY } from '../../src/domain/tag';
import {
  changedOutside,
  fetchHistories,
  searchHistories,
  sprintMembers,
  type HistoryReading,
} from '../../src/jira/sprint-histories';
import { anIssue, aSite, POINTS_FIELD, SPRINT_FIELD } from '../builders/a-site';
import { anInstalledApp } from '../builders/an-installed-app';
import { countingJira } from './counting-jira';

const SPRINT = 2;
const SINCE = '2026-01-05T09:00:00.000Z' as IsoInstant;
const reading: HistoryReading = { pointsField: POINTS_FIELD, since: SINCE, inSprint: SPRINT };
const outside: HistoryReading = { ...reading, inSprint: null };

const SEARCH = 'POST /rest/api/3/search/jql';
const HISTORIES = 'POST /rest/api/3/changelog/bulkfetch';

/** Minutes from when histories are needed. */
const at = (minute: number): string => new Date(Date.parse(SINCE) + minute * 60_000).toISOString();

const entry = (minute: number, ...items: HistoryEntry['items']): HistoryEntry => ({
  id: String(minute + 100_000),
  created: at(minute),
  author: 'account-member',
  items,
});

const estimated = (minute: number, from: number, to: number): HistoryEntry =>
  entry(minute, {
    field: 'Story Points',
    fieldId: POINTS_FIELD,
    from: null,
    fromString: String(from),
    to: null,
    toString: String(to),
  });

const moved = (minute: number, from: string, to: string): HistoryEntry =>
  entry(minute, { field: 'Sprint', fieldId: SPRINT_FIELD, from, fromString: from, to, toString: to });

const renamed = (minute: number): HistoryEntry =>
  entry(minute, {
    field: 'summary',
    fieldId: 'summary',
    from: null,
    fromString: 'a',
    to: null,
    toString: 'b',
  });

/** So many changes of no interest, from a minute on. */
const noise = (count: number, from: number): HistoryEntry[] =>
  Array.from({ length: count }, (_, index) => renamed(from + index));

const member = (key: string, over: Partial<Issue> = {}): Issue =>
  anIssue(key, { sprintIds: [SPRINT], fields: { [POINTS_FIELD]: 5 }, created: at(-5000), ...over });

const given = async (...issues: readonly Issue[]) => {
  const app = await anInstalledApp(aSite({ issues: [...issues] }));
  return { app, ...countingJira(app, 'member') };
};

describe('the issues of a search with their histories', () => {
  test('come with what they are, their own tags, and what their histories say was before', async () => {
    const tag = { state: 'exempt', reason: 'bug', note: '' } as const;
    const { jira, asked } = await given(
      member('TEAM-1', {
        statusId: '12',
        properties: { [TAG_PROPERTY]: storedTag(tag) },
        history: [moved(5, '', '2'), estimated(7, 3, 5)],
      }),
      member('TEAM-2', { typeId: '3', parentId: '10001' }),
      anIssue('TEAM-3'),
    );
    const { issues, isCut } = await searchHistories(jira, sprintMembers(SPRINT), reading);
    expect(issues).toMatchObject([
      {
        key: 'TEAM-1',
        ownTag: tag,
        points: 5,
        history: {
          id: '10001',
          createdAt: at(-5000),
          now: { statusId: '12', points: 5, sprintIds: [SPRINT] },
          changes: [
            { at: at(7), before: { points: 3 } },
            { at: at(5), before: { sprintIds: [] } },
          ],
        },
      },
    ]);
    expect(isCut).toBe(false);
    expect(asked).toEqual([SEARCH]);
  });

  test.each([
    [38, [SEARCH]],
    [39, [SEARCH, HISTORIES]],
    [40, [SEARCH, HISTORIES]],
    [45, [SEARCH, HISTORIES]],
  ])('are whole where %d changes since are after the one that matters', async (count, requests) => {
    const { jira, asked } = await given(
      member('TEAM-1', { history: [estimated(1, 3, 5), ...noise(count, 2)] }),
      member('TEAM-2', { history: [estimated(1, 8, 5)] }),
    );
    const { issues } = await searchHistories(jira, sprintMembers(SPRINT), reading);
    expect(issues.map(({ history }) => history.changes)).toEqual([
      [{ at: at(1), before: { points: 3 } }],
      [{ at: at(1), before: { points: 8 } }],
    ]);
    // Of 40 that came nobody can tell whether they are all.
    expect(asked).toEqual(requests);
  });

  test('are not asked for again where the oldest change that came is from before they are needed', async () => {
    const { jira, asked } = await given(
      member('TEAM-1', { history: [estimated(-90, 1, 3), ...noise(60, -80), estimated(5, 3, 5)] }),
    );
    const { issues } = await searchHistories(jira, sprintMembers(SPRINT), reading);
    expect(issues[0]?.history.changes).toEqual([{ at: at(5), before: { points: 3 } }]);
    expect(asked).toEqual([SEARCH]);
  });

  test('come page by page, however short the pages, and somebody hears how many have come', async () => {
    const { jira, asked } = await given(
      ...Array.from({ length: 150 }, (_, index) => member(`TEAM-${index + 1}`)),
    );
    const heard: number[] = [];
    const { issues, isCut } = await searchHistories(
      jira,
      sprintMembers(SPRINT),
      reading,
      Infinity,
      (loaded) => heard.push(loaded),
    );
    expect(new Set(issues.map(({ id }) => id)).size).toBe(150);
    expect(isCut).toBe(false);
    expect(heard).toEqual([60, 120, 150]);
    expect(asked).toEqual([SEARCH, SEARCH, SEARCH]);
  });

  test('are no more than asked for, and it is said when there are others', async () => {
    const { jira } = await given(...Array.from({ length: 30 }, (_, index) => member(`TEAM-${index + 1}`)));
    const some = await searchHistories(jira, sprintMembers(SPRINT), reading, 12);
    expect(some.issues).toHaveLength(12);
    expect(some.isCut).toBe(true);
    expect(await searchHistories(jira, sprintMembers(SPRINT), reading, 30)).toMatchObject({ isCut: false });
  });

  test('have no points where the board keeps none', async () => {
    const { jira } = await given(member('TEAM-1', { history: [estimated(5, 3, 5)] }));
    const { issues } = await searchHistories(jira, sprintMembers(SPRINT), { ...reading, pointsField: null });
    expect(issues[0]).toMatchObject({ points: null, history: { now: { points: null }, changes: [] } });
  });
});

test('what changed outside of a sprint is told with what has left it, and without what is in it or was long ago', async () => {
  const { app, jira } = await given(
    member('TEAM-1', { updated: at(30) }),
    anIssue('TEAM-2', { sprintIds: [], updated: at(30), history: [moved(30, '2', '')] }),
    anIssue('TEAM-3', { sprintIds: [3], updated: at(30), history: [moved(30, '2', '3')] }),
    anIssue('TEAM-4', { updated: at(-600) }),
    anIssue('TEAM-5', { typeId: '3', parentId: '10002', updated: at(30) }),
  );
  app.standIn.clock.moveTo(new Date(at(60)));
  const { issues } = await searchHistories(jira, changedOutside('10000', SPRINT, 60), outside);
  expect(issues.map(({ key }) => key).sort()).toEqual(['TEAM-2', 'TEAM-3']);
  for (const { history } of issues) {
    expect(history.now.sprintIds).toEqual([]);
    expect(history.changes).toEqual([{ at: at(30), before: { sprintIds: [SPRINT] } }]);
  }
});

describe('histories of issues by their ids', () => {
  test('leave out what is gone or may not be seen, and read the older changes of the others too', async () => {
    const { app, jira, asked } = await given(
      anIssue('TEAM-1', { history: [moved(1, '2', ''), ...noise(50, 2)] }),
      anIssue('TEAM-2'),
      anIssue('SECRET-3'),
    );
    await app.rest('member', 'DELETE', '/rest/api/3/issue/TEAM-2');
    const found = await fetchHistories(jira, ['10001', '10002', '20003'], outside);
    expect(found.map(({ id, history }) => [id, history.changes])).toEqual([
      ['10001', [{ at: at(1), before: { sprintIds: [SPRINT] } }]],
    ]);
    expect(asked).toEqual(['POST /rest/api/3/issue/bulkfetch', HISTORIES]);
  });

  test('are a request each 100 issues, and none for none', async () => {
    const issues = Array.from({ length: 120 }, (_, index) => anIssue(`TEAM-${index + 1}`));
    const { jira, asked } = await given(...issues);
    expect(await fetchHistories(jira, [], outside)).toEqual([]);
    expect(asked).toEqual([]);
    expect(
      await fetchHistories(
        jira,
        issues.map(({ id }) => id),
        outside,
      ),
    ).toHaveLength(120);
    expect(asked).toHaveLength(2);
  });
});
