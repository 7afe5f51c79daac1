import { seedApp } from '../../local/seed-app';
import { demoSite } from '../../local/sites/demo/demo-site';
import type { ProjectId } from '../../src/domain/ids';
import { anInstalledApp, type InstalledApp } from '../builders/an-installed-app';

const DAY = new Date('2026-11-18T09:00:00.000Z');
const BOOKING = '10001' as ProjectId;
const HARBOUR = '10003' as ProjectId;
const { site, script } = demoSite(DAY);
const sprints = structuredClone(site.sprints);

let app: InstalledApp;
beforeAll(async () => {
  app = await anInstalledApp(site, BOOKING, { clockOffset: DAY.getTime() - Date.now() });
  await seedApp(app.standIn, script);
  app.settle();
}, 120_000);

const planOf = (projectId: ProjectId, boardId: number, sprintId: number | null) =>
  app.get('admin', 'loadSprintPlanning', {
    projectId,
    boardId,
    place: sprintId === null ? { kind: 'period', start: null } : { kind: 'sprint', sprintId },
    keyResultIds: [],
  });

describe('a site that is filled through the app', () => {
  it('says the intent of a sprint that is closed by now, with the values of the day on which it was said', async () => {
    const said = await Promise.all([109, 110, 111].map((id) => planOf(BOOKING, 1, id)));
    const advances = said.map(({ intent }) => intent?.said.advances ?? []);
    expect(advances.map((all) => all.map((one) => ('valueThen' in one ? one.valueThen : null)))).toEqual([
      [18],
      [6.6],
      [19, 35],
    ]);
    expect(said.map(({ settings }) => settings.band)).toEqual(Array(3).fill({ low: 0.5, high: 0.7 }));
  });

  it('has its sprints back as they were', () => expect(app.standIn.site.sprints).toEqual(sprints));

  const reviewOf = (sprintId: number) =>
    app.get('admin', 'loadSprintReview', {
      projectId: BOOKING,
      boardId: 1,
      place: { kind: 'sprint', sprintId },
    });

  it('has the last sprints frozen, and nothing of those from before the app was there', async () => {
    const { ledger, learnings } = await reviewOf(110);
    if (ledger?.state !== 'closed') throw new Error('The sprint is not frozen.');
    expect(ledger.startWasFrozen).toBe(true);
    expect(ledger.lines.some(({ outcome }) => outcome === 'completed')).toBe(true);
    expect(ledger.lines.some(({ entrance }) => entrance === 'added')).toBe(true);
    expect(Object.values(learnings).flat()).toHaveLength(2);
    expect((await reviewOf(111)).ledger?.state).toBe('running');
    expect((await reviewOf(101)).ledger).toBeNull();
  });

  it('has a rhythm, in which its board’s period that ended was planned', async () => {
    const { period, settings } = await planOf(HARBOUR, 3, null);
    expect(settings.rhythm?.weeks).toBe(2);
    const start = new Date(Date.parse(period!.start) - 14 * 86_400_000).toISOString().slice(0, 10);
    const before = await app.get('bram', 'loadSprintPlanning', {
      projectId: HARBOUR,
      boardId: 3,
      place: { kind: 'period', start: start as never },
      keyResultIds: [],
    });
    expect(before.intent?.said.advances).toHaveLength(1);
  });
});
