import type { HistoryEntry, Issue } from '../../local/jira/model';
import { POINTS_FIELD, SPRINT_FIELD } from '../builders/a-site';
import type { InstalledApp } from '../builders/an-installed-app';
import { keyResultOf, TEAM } from '../resolvers/given-okrs';
import { aTagged, aWork, givenWork, pass, tagged } from './given-jql';
import { at, closeSprint, linesOf, SPRINT, startSprint } from './given-sprint';

const ISSUES = 1000;
const EPICS = 60;
/** What else changed in the project while the sprint ran: more than can be looked through. */
const OUTSIDE = 400;

let app: InstalledApp;

beforeAll(async () => {
  const epics = Array.from({ length: EPICS }, (_, index) =>
    aTagged(`TEAM-${9000 + index}`, 'epic', null, tagged(keyResultOf(TEAM, 1 + (index % 2)))),
  );
  app = await givenWork([
    ...epics,
    ...numbers(ISSUES).map((number) => inSprint(aWork(`TEAM-${number}`, 'story', epics[number % EPICS]))),
    ...numbers(OUTSIDE).map((number) => aWork(`TEAM-${5000 + number}`, 'story')),
  ]);
  await startSprint(app, '2026-02-17T09:00:00.000Z');
});

test('freezing 1,000 issues costs at most 1,200 points and three units of storage for each 100', async () => {
  app.standIn.meter.reset();
  await pass(app, 5);
  const start = app.standIn.meter.read();
  await at(app, '2026-03-02T14:00:00.000Z');
  for (const issue of app.standIn.site.issues) issue.updated = '2026-02-20T10:00:00.000Z';
  await closeSprint(app, '2026-03-02T15:00:00.000Z');
  app.standIn.meter.reset();
  await pass(app, 5);
  const close = app.standIn.meter.read();

  expect(Object.keys(await linesOf(app))).toHaveLength(ISSUES);
  for (const { jira, storage } of [start, close]) {
    expect(jira.behindResolvers.points).toBeGreaterThan(ISSUES);
    expect(jira.behindResolvers.points).toBeLessThanOrEqual(1200);
    expect(storage.writes.units).toBeLessThanOrEqual((3 * ISSUES) / 100);
  }
}, 120_000);

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

/** With as many changes as an issue of two weeks has. */
function inSprint(issue: Issue): Issue {
  const change = (id: string, created: string, item: HistoryEntry['items'][number]): HistoryEntry => ({
    id: `${issue.id}${id}`,
    created,
    author: 'account-admin',
    items: [item],
  });
  return {
    ...issue,
    sprintIds: [SPRINT],
    fields: { [POINTS_FIELD]: 3 },
    history: [
      change('1', '2026-02-10T09:00:00.000Z', {
        field: 'Sprint',
        fieldId: SPRINT_FIELD,
        from: '',
        fromString: '',
        to: String(SPRINT),
        toString: 'Sprint 3',
      }),
      change('2', '2026-02-11T09:00:00.000Z', {
        field: 'Story Points',
        fieldId: POINTS_FIELD,
        from: null,
        fromString: '5',
        to: null,
        toString: '3',
      }),
    ],
  };
}
