import type { ProjectId, SprintIntentId } from '../../src/domain/ids';
import { aBoard, aSprint } from '../builders/a-site';
import { anInstalledApp, type InstalledApp } from '../builders/an-installed-app';
import { aDay } from '../builders/okrs';
import {
  aSaveCheckIn,
  aSaveKeyResult,
  COMPANY,
  givenOkrs,
  keyResultOf,
  SECRET,
  TEAM,
  theSite,
} from './given-okrs';

const PROJECT = '10000' as ProjectId;
const SECRET_PROJECT = '10001' as ProjectId;
const NEXT = { kind: 'sprint', sprintId: 3 } as const;
const SECRET_SPRINT = { kind: 'sprint', sprintId: 9 } as const;
const INTENT = 'iintent001' as SprintIntentId;
const OTHER_INTENT = 'iintent002' as SprintIntentId;

const anAdvance = (over = {}) => ({
  keyResultId: keyResultOf(TEAM),
  change: 'shortening the payment form',
  movement: 10,
  visibleBy: aDay('2026-02-27'),
  ...over,
});
const aSaying = (over = {}) => ({
  id: INTENT,
  place: NEXT,
  expectedRevision: null,
  advances: [anAdvance()],
  ...over,
});
const aPlan = (over = {}) => ({ projectId: PROJECT, boardId: 1, place: NEXT, keyResultIds: [], ...over });

let app: InstalledApp;
beforeEach(async () => {
  const site = theSite();
  site.boards.push(aBoard({ id: 8, name: 'Secret board', projectId: SECRET_PROJECT }));
  site.sprints.push(aSprint({ id: 9, state: 'future', originBoardId: 8 }));
  app = await anInstalledApp(site);
  await givenOkrs(app);
});

describe('what a sprint is to move', () => {
  it('is shown at once to who plans it and to who only looks, with the value it was said at', async () => {
    await app.get('member', 'checkIn', aSaveCheckIn(keyResultOf(TEAM), { value: 40 }));
    const { intent } = await app.get('member', 'saveSprintIntent', aSaying());
    expect(intent).toMatchObject({ revision: 1, said: { advances: [{ valueThen: 40, movement: 10 }] } });
    const view = await app.get('viewer', 'loadSprintPlanning', aPlan());
    expect(view.intent).toEqual(intent);
    expect(view.objectives.map(({ id }) => id).sort()).toEqual([COMPANY, TEAM].sort());
  });

  it('keeps what was said before, and the value of what is said unchanged', async () => {
    await app.get('member', 'saveSprintIntent', aSaying());
    await app.get('member', 'checkIn', aSaveCheckIn(keyResultOf(TEAM), { value: 55 }));
    const added = anAdvance({ keyResultId: keyResultOf(TEAM, 2), movement: 3 });
    const { intent } = await app.get(
      'member',
      'saveSprintIntent',
      aSaying({ id: OTHER_INTENT, expectedRevision: 1, advances: [anAdvance(), added] }),
    );
    expect(intent.said.advances).toMatchObject([{ valueThen: 0 }, { valueThen: 0, movement: 3 }]);
    expect(intent.earlier).toMatchObject([{ id: INTENT, advances: [{ movement: 10 }] }]);
    const { intent: changed } = await app.get(
      'member',
      'saveSprintIntent',
      aSaying({ id: 'iintent003', expectedRevision: 2, advances: [anAdvance({ movement: 12 })] }),
    );
    expect(changed.said.advances).toMatchObject([{ valueThen: 55, movement: 12 }]);
  });

  it('is somebody else’s when they were quicker: the second is told, with theirs, and nothing is lost', async () => {
    const first = await app.get('member', 'saveSprintIntent', aSaying());
    const problem = await app.problem(
      'admin',
      'saveSprintIntent',
      aSaying({ id: OTHER_INTENT, advances: [anAdvance({ movement: 99 })] }),
    );
    expect(problem).toMatchObject({ code: 'conflict', current: first });
    expect((await app.get('member', 'loadSprintPlanning', aPlan())).intent).toEqual(first.intent);
  });

  it('is one of two that are said at the same moment, and the other is told', async () => {
    const outcomes = await Promise.all([
      app.call('member', 'saveSprintIntent', aSaying()),
      app.call('admin', 'saveSprintIntent', aSaying({ id: OTHER_INTENT })),
    ]);
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'conflict' } });
  });

  it('is said once when the answer of storage gets lost', async () => {
    app.standIn.faults.set([
      { target: 'storage', match: 'transaction|entity/set', share: 1, dropReply: true },
    ]);
    const { intent } = await app.get('member', 'saveSprintIntent', aSaying());
    expect(intent).toMatchObject({ revision: 1, earlier: [] });
  });

  it('is said once when the same is sent again', async () => {
    const first = await app.get('member', 'saveSprintIntent', aSaying());
    app.standIn.meter.reset();
    expect(await app.get('member', 'saveSprintIntent', aSaying())).toEqual(first);
    expect(app.standIn.meter.read().storage.writes.operations).toBe(0);
  });

  it('is for who may manage the sprints or edit the team’s OKRs', async () => {
    await app.get('member', 'saveSprintIntent', aSaying());
    // `viewer` has the app's own permission in TEAM, and none of Jira's to manage sprints.
    await app.get('viewer', 'saveSprintIntent', aSaying({ id: OTHER_INTENT, expectedRevision: 1 }));
    expect(await app.problem('keeper', 'saveSprintIntent', aSaying({ id: 'iintent003' }))).toMatchObject({
      code: 'forbidden',
    });
    const may = async (account: string) => (await app.get(account, 'loadSprintPlanning', aPlan())).mayPlan;
    expect([await may('member'), await may('viewer'), await may('keeper'), await may('outsider')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('is not said by anybody of a sprint whose board they may not see', async () => {
    expect(await app.problem('member', 'saveSprintIntent', aSaying({ place: SECRET_SPRINT }))).toMatchObject({
      code: 'not-found',
    });
  });

  it('is shown to nobody who may not see the project’s OKRs, whichever project they name', async () => {
    const secret = aSaying({
      place: SECRET_SPRINT,
      advances: [anAdvance({ keyResultId: keyResultOf(SECRET) })],
    });
    await app.get('keeper', 'saveSprintIntent', secret);
    for (const projectId of [PROJECT, SECRET_PROJECT]) {
      const plan = aPlan({ projectId, place: SECRET_SPRINT, keyResultIds: [keyResultOf(SECRET)] });
      const view = await app.get('member', 'loadSprintPlanning', plan);
      expect(view.intent).toBeNull();
      expect(JSON.stringify(view)).not.toContain('payment form');
      expect(JSON.stringify(view)).not.toContain(SECRET);
      expect((await app.get('keeper', 'loadSprintPlanning', plan)).intent).not.toBeNull();
    }
  });

  it('names key results of the company and of the board’s own project only', async () => {
    await app.get(
      'member',
      'saveSprintIntent',
      aSaying({ advances: [anAdvance({ keyResultId: keyResultOf(COMPANY) })] }),
    );
    for (const keyResultId of [keyResultOf(SECRET), `${TEAM}-absent`]) {
      const others = aSaying({
        id: OTHER_INTENT,
        expectedRevision: 1,
        advances: [anAdvance({ keyResultId })],
      });
      expect(await app.problem('member', 'saveSprintIntent', others)).toMatchObject({ code: 'not-found' });
    }
  });

  it('takes no archived key result, and keeps one that was archived since', async () => {
    const id = keyResultOf(TEAM);
    await app.get('member', 'saveSprintIntent', aSaying());
    await app.get('admin', 'archiveKeyResult', { id, expectedRevision: 0, archived: true });
    const again = anAdvance({ movement: 11 });
    await app.get(
      'member',
      'saveSprintIntent',
      aSaying({ id: OTHER_INTENT, expectedRevision: 1, advances: [again] }),
    );
    const elsewhere = aSaying({ id: 'iintent003', place: { kind: 'sprint', sprintId: 2 } });
    expect(await app.problem('member', 'saveSprintIntent', elsewhere)).toMatchObject({ code: 'invalid' });
  });

  it('stays as it is once the sprint is closed', async () => {
    expect(
      await app.problem('member', 'saveSprintIntent', aSaying({ place: { kind: 'sprint', sprintId: 1 } })),
    ).toMatchObject({ code: 'invalid', message: expect.stringContaining('closed') });
  });

  it.each([
    ['no change', { change: ' ' }, 'advances.0.change'],
    ['a movement that is no number', { movement: Number.NaN }, 'advances.0.movement'],
    ['a day that does not exist', { visibleBy: '2026-02-30' }, 'advances.0.visibleBy'],
    ['no key result', { keyResultId: '' }, 'advances.0.keyResultId'],
  ])('says what is wrong with %s', async (_, over, field) => {
    const problem = await app.problem('member', 'saveSprintIntent', aSaying({ advances: [anAdvance(over)] }));
    expect(problem).toMatchObject({ code: 'invalid', fields: { [field]: expect.any(String) } });
  });

  it('names work of earlier cycles and other teams as far as its viewer may see it', async () => {
    await app.get('admin', 'saveKeyResult', aSaveKeyResult(keyResultOf(TEAM, 3)));
    await app.get('admin', 'archiveObjective', { id: TEAM, expectedRevision: 0, archived: true });
    const plan = aPlan({ keyResultIds: [keyResultOf(TEAM), keyResultOf(SECRET)] });
    const view = await app.get('member', 'loadSprintPlanning', plan);
    expect(view.objectives.map(({ id }) => id)).toEqual([COMPANY]);
    expect(view.others.map(({ id }) => id)).toEqual([TEAM]);
  });

  it('costs one Jira request and five storage operations to look at, and one write to say', async () => {
    await app.get('member', 'saveSprintIntent', aSaying());
    app.standIn.meter.reset();
    await app.get('member', 'loadSprintPlanning', aPlan());
    const { storage, jira } = app.standIn.meter.read();
    expect({ reads: storage.reads.operations, writes: storage.writes.operations }).toEqual({
      reads: 5,
      writes: 0,
    });
    expect(jira.behindResolvers.requests).toBe(1);
    app.standIn.meter.reset();
    await app.get('member', 'saveSprintIntent', aSaying({ id: OTHER_INTENT, expectedRevision: 1 }));
    const saved = app.standIn.meter.read();
    expect(saved.storage.writes.operations).toBe(1);
    expect(saved.jira.behindResolvers.requests).toBe(3);
  });
});

describe('how a board plans', () => {
  const settings = (over = {}) => ({
    boardId: 1,
    expectedRevision: null,
    band: { low: 0.6, high: 0.8 },
    rhythm: null,
    ...over,
  });

  it('is seen by who may see the project’s OKRs', async () => {
    await app.get('member', 'savePlanningSettings', settings());
    const { settings: seen } = await app.get('viewer', 'loadSprintPlanning', aPlan());
    expect(seen).toEqual({ revision: 1, band: { low: 0.6, high: 0.8 }, rhythm: null });
    await app.get('keeper', 'savePlanningSettings', settings({ boardId: 8 }));
    const elsewhere = await app.get('member', 'loadSprintPlanning', aPlan({ boardId: 8 }));
    expect(elsewhere.settings).toEqual({ revision: null, band: null, rhythm: null });
  });

  it('is somebody else’s when they were quicker, and the same set twice is set once', async () => {
    const first = await app.get('member', 'savePlanningSettings', settings());
    app.standIn.meter.reset();
    expect(await app.get('admin', 'savePlanningSettings', settings())).toEqual(first);
    expect(app.standIn.meter.read().storage.writes.operations).toBe(0);
    const other = settings({ band: { low: 0.1, high: 0.2 } });
    expect(await app.problem('admin', 'savePlanningSettings', other)).toMatchObject({
      code: 'conflict',
      current: first,
    });
  });

  it('is set by who may plan, for boards that they may see', async () => {
    expect(await app.problem('keeper', 'savePlanningSettings', settings())).toMatchObject({
      code: 'forbidden',
    });
    expect(await app.problem('member', 'savePlanningSettings', settings({ boardId: 8 }))).toMatchObject({
      code: 'not-found',
    });
  });

  it.each([
    ['a band that ends before it begins', { band: { low: 0.8, high: 0.6 } }],
    ['a share over the whole', { band: { low: 0.8, high: 1.2 } }],
    ['three weeks', { rhythm: { weeks: 3, firstDay: '2026-01-05' } }],
  ])('refuses %s', async (_, over) => {
    expect(await app.problem('member', 'savePlanningSettings', settings(over))).toMatchObject({
      code: 'invalid',
    });
  });
});

describe('a board without sprints', () => {
  const period = (start: string | null) => aPlan({ boardId: 2, place: { kind: 'period', start } });
  const said = (start: string, over = {}) =>
    aSaying({ place: { kind: 'period', boardId: 2, start }, ...over });

  it('plans over periods of its rhythm', async () => {
    const view = await app.get('member', 'loadSprintPlanning', period(null));
    expect(view.period).toEqual({ start: '2026-02-16', end: '2026-03-01' });
    const { intent } = await app.get('member', 'saveSprintIntent', said('2026-02-16'));
    expect((await app.get('member', 'loadSprintPlanning', period('2026-02-20'))).intent).toEqual(intent);
    expect((await app.get('member', 'loadSprintPlanning', period('2026-03-02'))).intent).toBeNull();
  });

  it('says its intent for periods only that its rhythm has', async () => {
    await app.get('member', 'savePlanningSettings', {
      boardId: 2,
      expectedRevision: null,
      band: null,
      rhythm: { weeks: 4, firstDay: aDay('2026-02-04') },
    });
    expect((await app.get('member', 'loadSprintPlanning', period(null))).period).toEqual({
      start: '2026-02-04',
      end: '2026-03-03',
    });
    expect(await app.problem('member', 'saveSprintIntent', said('2026-02-16'))).toMatchObject({
      code: 'invalid',
    });
    await app.get('member', 'saveSprintIntent', said('2026-02-04'));
  });

  it('is none that has sprints', async () => {
    const place = { kind: 'period', boardId: 1, start: '2026-02-16' };
    expect(await app.problem('member', 'saveSprintIntent', aSaying({ place }))).toMatchObject({
      code: 'invalid',
    });
  });
});

test('keeps at most twenty earlier versions', async () => {
  for (let revision = 0; revision < 23; revision += 1) {
    await app.get(
      'member',
      'saveSprintIntent',
      aSaying({
        id: `iintent0${String(revision).padStart(2, '0')}`,
        expectedRevision: revision === 0 ? null : revision,
        advances: [anAdvance({ movement: revision })],
      }),
    );
  }
  const { intent } = await app.get('member', 'loadSprintPlanning', aPlan());
  expect(intent?.earlier.map(({ advances }) => advances[0])).toMatchObject(
    Array.from({ length: 20 }, (_, index) => ({ movement: 21 - index })),
  );
});
