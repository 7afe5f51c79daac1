import type { HistoryEntry } from '../../local/jira/model';
import { fetchChangesOf, toChanges, type HistoryReply } from '../../src/jira/issue-changes';
import { anIssue, aSite, POINTS_FIELD, SPRINT_FIELD } from '../builders/a-site';
import { anInstalledApp } from '../builders/an-installed-app';
import { countingJira } from './counting-jira';

const at = (minute: number): string =>
  new Date(Date.parse('2026-01-05T09:00:00.000Z') + minute * 60_000).toISOString();

const told = (minute: number, ...items: HistoryReply['items']): HistoryReply => ({
  created: at(minute).replace('Z', '+0000'),
  items,
});

const status = (from: string) => ({ field: 'status', fieldId: 'status', from, fromString: 'To Do' });
const sprint = (from: string | null) => ({ field: 'Sprint', fieldId: SPRINT_FIELD, from, fromString: '' });
const points = (fromString: string | null) => ({
  field: 'Story Points',
  fieldId: POINTS_FIELD,
  from: null,
  fromString,
});

describe('what an entry of a history says was before', () => {
  const beforeOf = (...items: HistoryReply['items']) =>
    toChanges([told(0, ...items)], POINTS_FIELD)[0]?.before;

  test('is the status, the estimate and every sprint, past ones included', () => {
    expect(beforeOf(status('11'), points('5'), sprint('38, 40'))).toEqual({
      statusId: '11',
      points: 5,
      sprintIds: [38, 40],
    });
  });

  test.each([
    ['an estimate that was not there yet', points(null), { points: null }],
    ['one that had been cleared', points(''), { points: null }],
    ['one of nothing', points('0'), { points: 0 }],
    ['one with a fraction', points('0.5'), { points: 0.5 }],
    ['one that is no number', points('many'), { points: null }],
    ['one whose value is told', { ...points(null), from: '8' }, { points: 8 }],
    ['no sprint', sprint(''), { sprintIds: [] }],
    ['no word of a sprint', sprint(null), { sprintIds: [] }],
    ['a sprint without spaces', sprint('1,2'), { sprintIds: [1, 2] }],
  ])('reads %s', (_what, item, before) => {
    expect(beforeOf(item)).toEqual(before);
  });

  test('leaves out entries about other things, and estimates of another board', () => {
    const other = {
      field: 'Story point estimate',
      fieldId: 'customfield_10099',
      from: null,
      fromString: '3',
    };
    expect(
      toChanges([told(0, { field: 'summary', fieldId: 'summary' }), told(1, other)], POINTS_FIELD),
    ).toEqual([]);
    expect(toChanges([told(0, points('3'))], null)).toEqual([]);
  });
});

test('comes newest first, in whatever order it is told, and of one moment as it is told', () => {
  const changes = toChanges([told(1, points('1')), told(3, points('3')), told(3, points('2'))], POINTS_FIELD);
  expect(changes).toEqual([
    { at: at(3), before: { points: 3 } },
    { at: at(3), before: { points: 2 } },
    { at: at(1), before: { points: 1 } },
  ]);
});

test('takes moments as texts and as milliseconds', () => {
  const [change] = toChanges([{ created: Date.parse(at(7)), items: [points('1')] }], POINTS_FIELD);
  expect(change?.at).toBe(at(7));
});

describe('all changes of issues', () => {
  const longStory = (length: number): HistoryEntry[] =>
    Array.from({ length }, (_, index) => ({
      id: String(index),
      created: at(index),
      author: 'account-member',
      items: [
        {
          field: 'Story Points',
          fieldId: POINTS_FIELD,
          from: null,
          fromString: String(index),
          to: null,
          toString: String(index + 1),
        },
      ],
    }));
  const given = () =>
    anInstalledApp(
      aSite({
        issues: [
          anIssue('TEAM-1', { history: longStory(1500) }),
          anIssue('TEAM-2', { history: longStory(700) }),
          anIssue('TEAM-3'),
          anIssue('SECRET-4', { history: longStory(3) }),
        ],
      }),
    );

  test('are read to the end, a request each 1,000 of them, whichever page they stand on', async () => {
    const { jira, asked } = countingJira(await given(), 'member');
    const changes = await fetchChangesOf(jira, ['10001', '10002', '10003'], POINTS_FIELD);
    expect([...changes].map(([id, { length }]) => [id, length])).toEqual([
      ['10001', 1500],
      ['10002', 700],
    ]);
    for (const [, ofOne] of changes) {
      const numbers = ofOne.map(({ before }) => before.points);
      expect(numbers).toEqual(numbers.map((_, index) => ofOne.length - 1 - index));
    }
    expect(asked).toEqual(Array(3).fill('POST /rest/api/3/changelog/bulkfetch'));
  });

  test('leave out what may not be seen and what is gone', async () => {
    const { jira } = countingJira(await given(), 'member');
    expect([...(await fetchChangesOf(jira, ['20004', '99999'], POINTS_FIELD))]).toEqual([]);
  });

  test('cost no request for no issue', async () => {
    const { jira, asked } = countingJira(await given(), 'member');
    expect((await fetchChangesOf(jira, [], POINTS_FIELD)).size).toBe(0);
    expect(asked).toEqual([]);
  });
});
