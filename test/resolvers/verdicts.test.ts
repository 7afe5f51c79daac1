import type { KeyResultId, ProjectId } from '../../src/domain/ids';
import { aBoard, aSprint } from '../builders/a-site';
import { anInstalledApp, type InstalledApp } from '../builders/an-installed-app';
import { aDay } from '../builders/okrs';
import { aSaveKeyResult, COMPANY, CYCLE, givenOkrs, keyResultOf, SECRET, TEAM, theSite } from './given-okrs';

const PROJECT = '10000' as ProjectId;
const CLOSED = { kind: 'sprint', sprintId: 1 } as const;
const RUNNING = { kind: 'sprint', sprintId: 2 } as const;
const FUTURE = { kind: 'sprint', sprintId: 3 } as const;
const HIDDEN = { kind: 'sprint', sprintId: 9 } as const;
const HOMELESS = { kind: 'sprint', sprintId: 10 } as const;
const NOBODYS = keyResultOf(COMPANY, 2);

const aVerdict = (over = {}) => ({
  keyResultId: keyResultOf(TEAM),
  place: RUNNING,
  expectedSavedAt: null,
  verdict: 'confirmed' as const,
  learning: 'Shorter forms help',
  ...over,
});

let app: InstalledApp;
beforeEach(async () => {
  const site = theSite();
  site.boards.push(aBoard({ id: 8, name: 'Secret board', projectId: '10001' }));
  site.sprints.push(
    aSprint({ id: 9, state: 'active', originBoardId: 8 }),
    aSprint({ id: 10, state: 'closed', originBoardId: null }),
  );
  app = await anInstalledApp(site);
  await givenOkrs(app);
  await app.get('keeper', 'saveKeyResult', aSaveKeyResult(NOBODYS, { owner: null }));
});

const learned = async (keyResultId: KeyResultId = keyResultOf(TEAM), account = 'viewer') =>
  (await app.get(account, 'loadReviewedKeyResults', { keyResultIds: [keyResultId] })).learnings[
    keyResultId
  ] ?? [];
const writes = (): number => app.standIn.meter.read().storage.writes.operations;
const nextSecond = (): void => app.standIn.clock.moveTo(new Date(app.standIn.clock.now().getTime() + 1000));

describe('a verdict', () => {
  it('is shown in the next review of the same key result, the latest sprint first', async () => {
    const later = await app.get('member', 'saveVerdict', aVerdict());
    const earlier = aVerdict({ place: CLOSED, verdict: 'too-early', learning: '' });
    const { verdicts } = await app.get('member', 'saveVerdict', earlier);
    expect(later.verdicts).toMatchObject([{ place: RUNNING }]);
    expect(verdicts).toMatchObject([
      { place: RUNNING, endedOn: '2026-02-16', verdict: 'confirmed', learning: 'Shorter forms help' },
      { place: CLOSED, endedOn: '2026-01-16', verdict: 'too-early', learning: '' },
    ]);
    const review = { projectId: PROJECT, boardId: 1, place: { kind: 'sprint', sprintId: 3 } } as const;
    const { learnings } = await app.get('viewer', 'loadSprintReview', review);
    expect(learnings).toEqual({ [keyResultOf(TEAM)]: verdicts });
    const work = { keyResultId: keyResultOf(TEAM), sprintIds: [] };
    expect((await app.get('viewer', 'loadKeyResultWork', work)).verdicts).toEqual(verdicts);
  });

  it('names nobody', async () => {
    await app.get('member', 'saveVerdict', aVerdict());
    expect(JSON.stringify(app.standIn.storage.dump()['entity:key-result-learnings'])).not.toContain(
      'account-',
    );
  });

  it('is for who may check in on the key result, and for who may plan for the board', async () => {
    await app.get('member', 'saveVerdict', aVerdict());
    // `viewer` manages TEAM's OKRs; `member` plans for its board and owns nothing here.
    await app.get('viewer', 'saveVerdict', aVerdict({ keyResultId: keyResultOf(TEAM, 2) }));
    await app.get('member', 'saveVerdict', aVerdict({ keyResultId: NOBODYS }));
    const asKeeper = app.problem('keeper', 'saveVerdict', aVerdict({ place: CLOSED }));
    expect(await asKeeper).toMatchObject({ code: 'forbidden' });
    expect(await app.problem('outsider', 'saveVerdict', aVerdict())).toMatchObject({ code: 'not-found' });
  });

  it('is nobody’s on a sprint or a key result that they may not see', async () => {
    for (const over of [
      { place: HIDDEN },
      { keyResultId: keyResultOf(SECRET) },
      { place: { ...RUNNING, sprintId: 77 } },
    ]) {
      expect(await app.problem('member', 'saveVerdict', aVerdict(over))).toMatchObject({ code: 'not-found' });
    }
    expect(await learned(keyResultOf(SECRET), 'keeper')).toEqual([]);
  });

  it('on a sprint of no board is for who may check in', async () => {
    await app.get('member', 'saveVerdict', aVerdict({ place: HOMELESS }));
    const planned = aVerdict({ place: HOMELESS, keyResultId: NOBODYS });
    expect(await app.problem('member', 'saveVerdict', planned)).toMatchObject({ code: 'forbidden' });
  });

  it('is given of no sprint that is still to come, which who may not give any is not told', async () => {
    expect(await app.problem('member', 'saveVerdict', aVerdict({ place: FUTURE }))).toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('not started'),
    });
    expect(await app.problem('keeper', 'saveVerdict', aVerdict({ place: FUTURE }))).toMatchObject({
      code: 'forbidden',
    });
  });

  it('is given also when the cycle was closed meanwhile: its last sprint is reviewed after it', async () => {
    await app.get('keeper', 'changeCycleState', { id: CYCLE, expectedRevision: 1, state: 'closed' });
    await app.get('member', 'saveVerdict', aVerdict());
    expect(await learned()).toHaveLength(1);
  });

  it.each([
    ['two lines', { learning: 'One\ntwo' }, 'learning'],
    ['two lines, as other systems end them', { learning: 'One\u2028two' }, 'learning'],
    ['more than fits', { learning: 'x'.repeat(281) }, 'learning'],
    ['another verdict', { verdict: 'perhaps' }, 'verdict'],
  ])('says what is wrong with %s', async (_, over, field) => {
    expect(await app.problem('member', 'saveVerdict', aVerdict(over))).toMatchObject({
      code: 'invalid',
      fields: { [field]: expect.any(String) },
    });
  });
});

describe('two people who give a verdict', () => {
  const other = aVerdict({ verdict: 'no-effect', learning: 'Nobody noticed' });

  it('on the same sprint: the second is told, with theirs, and nothing is lost', async () => {
    const { verdicts } = await app.get('member', 'saveVerdict', aVerdict());
    const problem = await app.problem('viewer', 'saveVerdict', other);
    expect(problem).toMatchObject({
      code: 'conflict',
      current: { keyResultId: keyResultOf(TEAM), verdicts: [{ learning: 'Shorter forms help' }] },
    });
    expect(await learned()).toEqual(verdicts);
    // Having looked at it, they may say theirs in its place.
    nextSecond();
    const expectedSavedAt = verdicts[0]!.savedAt;
    await app.get('viewer', 'saveVerdict', { ...other, expectedSavedAt });
    expect(await learned()).toMatchObject([{ verdict: 'no-effect' }]);
    expect(await app.problem('member', 'saveVerdict', aVerdict({ expectedSavedAt }))).toMatchObject({
      code: 'conflict',
    });
  });

  it('at the same moment: one of them is told', async () => {
    const outcomes = await Promise.all([
      app.call('member', 'saveVerdict', aVerdict()),
      app.call('viewer', 'saveVerdict', other),
    ]);
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({
      error: { code: 'conflict', current: { verdicts: [{ place: RUNNING }] } },
    });
    expect(await learned()).toHaveLength(1);
  });

  it('of the same words need not hear of each other', async () => {
    const first = await app.get('member', 'saveVerdict', aVerdict());
    expect(await app.get('viewer', 'saveVerdict', aVerdict())).toEqual(first);
  });

  it('on different sprints at the same moment both keep theirs', async () => {
    await Promise.all([
      app.get('member', 'saveVerdict', aVerdict()),
      app.get('viewer', 'saveVerdict', { ...other, place: CLOSED }),
      app.get('member', 'saveVerdict', aVerdict({ place: HOMELESS })),
    ]);
    const places = (await learned()).map(({ place }) => place);
    expect(places).toHaveLength(3);
    expect(places).toEqual(expect.arrayContaining([RUNNING, CLOSED, HOMELESS]));
  });
});

describe('a verdict that is sent again', () => {
  it('is kept once and written once', async () => {
    const first = await app.get('member', 'saveVerdict', aVerdict());
    nextSecond();
    app.standIn.meter.reset();
    expect(await app.get('member', 'saveVerdict', aVerdict())).toEqual(first);
    expect(writes()).toBe(0);
  });

  it('is there once when the answer of storage gets lost, the first and the next', async () => {
    app.standIn.faults.set([
      { target: 'storage', match: 'transaction|entity/set', share: 1, dropReply: true },
    ]);
    const { verdicts } = await app.get('member', 'saveVerdict', aVerdict());
    const expectedSavedAt = verdicts[0]!.savedAt;
    nextSecond();
    await app.get('member', 'saveVerdict', aVerdict({ expectedSavedAt, verdict: 'no-effect' }));
    app.standIn.faults.set([]);
    expect(await learned()).toMatchObject([{ verdict: 'no-effect' }]);
  });

  it('says that it may have arrived when nothing answers, and is not done twice', async () => {
    app.standIn.faults.set([
      { target: 'storage', match: 'transaction|entity/set', share: 1, dropReply: true },
      // Evenly spread: the look before the write is answered, the three after it are not.
      { target: 'storage', match: 'batch/get key-result-learnings$', share: 0.75, drop: true },
    ]);
    expect(await app.problem('member', 'saveVerdict', aVerdict())).toMatchObject({
      code: 'storage-unavailable',
      message: expect.stringContaining('may or may not have arrived'),
    });
    app.standIn.faults.set([]);
    await app.get('member', 'saveVerdict', aVerdict());
    expect(await learned()).toHaveLength(1);
  });
});

describe('a verdict that is taken back', () => {
  const back = (expectedSavedAt: string | null) => aVerdict({ verdict: null, learning: '', expectedSavedAt });

  it('is gone, also when it is taken back twice', async () => {
    const { verdicts } = await app.get('member', 'saveVerdict', aVerdict());
    await app.get('member', 'saveVerdict', aVerdict({ place: CLOSED }));
    for (let time = 0; time < 2; time += 1) {
      const left = await app.get('member', 'saveVerdict', back(verdicts[0]!.savedAt));
      expect(left.verdicts).toMatchObject([{ place: CLOSED }]);
    }
    await app.get('member', 'saveVerdict', aVerdict());
    expect(await learned()).toHaveLength(2);
  });

  it('stays when somebody else has changed it meanwhile', async () => {
    const { verdicts } = await app.get('member', 'saveVerdict', aVerdict());
    const expectedSavedAt = verdicts[0]!.savedAt;
    nextSecond();
    await app.get('viewer', 'saveVerdict', aVerdict({ expectedSavedAt, verdict: 'too-early' }));
    const problem = await app.problem('member', 'saveVerdict', back(expectedSavedAt));
    expect(problem).toMatchObject({ code: 'conflict', current: { verdicts: [{ verdict: 'too-early' }] } });
  });
});

describe('a period of a board without sprints', () => {
  const on = (boardId: number, start: string) => aVerdict({ place: { kind: 'period', boardId, start } });

  it('has a verdict once it has begun, ended on its last day', async () => {
    await app.get('member', 'saveVerdict', on(2, '2026-02-02'));
    await app.get('member', 'saveVerdict', on(2, '2026-02-16'));
    expect(await learned()).toMatchObject([
      { place: { kind: 'period', start: '2026-02-16' }, endedOn: '2026-02-16' },
      { place: { kind: 'period', start: '2026-02-02' }, endedOn: '2026-02-15' },
    ]);
  });

  it.each([
    ['one that is still to come', 2, '2026-03-02'],
    ['a day on which none begins', 2, '2026-02-03'],
    ['a board that has sprints', 1, '2026-02-02'],
  ])('has none for %s', async (_, boardId, start) => {
    expect(await app.problem('member', 'saveVerdict', on(boardId, start))).toMatchObject({ code: 'invalid' });
  });

  it('has none of who may not see the board', async () => {
    expect(await app.problem('member', 'saveVerdict', on(8, '2026-02-02'))).toMatchObject({
      code: 'not-found',
    });
  });

  it('begins as the team’s own rhythm has it', async () => {
    const rhythm = { weeks: 4, firstDay: aDay('2026-02-04') } as const;
    const settings = { boardId: 2, expectedRevision: null, band: null, rhythm };
    await app.get('member', 'savePlanningSettings', settings);
    expect(await app.problem('member', 'saveVerdict', on(2, '2026-02-02'))).toMatchObject({
      code: 'invalid',
    });
    await app.get('member', 'saveVerdict', on(2, '2026-02-04'));
  });
});
