import type { AccountId, CycleId, KeyResultId, ObjectiveId, ProjectId } from '../../src/domain/ids';
import { aDay } from '../builders/okrs';
import { anInstalledApp, type InstalledApp } from '../builders/an-installed-app';
import {
  aSaveCheckIn,
  aSaveKeyResult,
  aSaveObjective,
  checkInOf,
  COMPANY,
  CYCLE,
  givenOkrs,
  keyResultOf,
  SECRET,
  TEAM,
  theSite,
} from './given-okrs';

const PROJECT = '10000' as ProjectId;
const SECRET_PROJECT = '10001' as ProjectId;

let app: InstalledApp;

beforeEach(async () => {
  app = await anInstalledApp(theSite());
  await givenOkrs(app);
});

const page = (account = 'admin', projectId = PROJECT) =>
  app.get(account, 'loadProjectPage', { projectId, cycleId: null });
const objective = async (id = TEAM) => (await page()).objectives.find((one) => one.id === id)!;
const keyResult = async (id: KeyResultId) => (await objective()).keyResults.find((one) => one.id === id)!;

describe('opening the page', () => {
  test('shows the active cycle with the company’s objectives above the team’s', async () => {
    const view = await page('member');
    expect(view.cycle).toMatchObject({ id: CYCLE, state: 'active' });
    expect(view.objectives.map(({ id }) => id)).toEqual([COMPANY, TEAM]);
  });

  test('costs one Jira request and two storage operations', async () => {
    app.standIn.meter.reset();
    await page('member');
    const { storage, jira, invocations } = app.standIn.meter.read();
    expect([invocations.total, jira.behindResolvers.requests, storage.operations]).toEqual([1, 1, 2]);
  });

  test.each([
    [
      'member',
      { cycles: false, create: { company: false, team: false }, company: false, team: false, checkIn: true },
    ],
    [
      'outsider',
      { cycles: false, create: { company: false, team: false }, company: false, team: false, checkIn: false },
    ],
    [
      'viewer',
      { cycles: false, create: { company: false, team: true }, company: false, team: true, checkIn: true },
    ],
    [
      'keeper',
      { cycles: true, create: { company: true, team: false }, company: true, team: false, checkIn: false },
    ],
    [
      'admin',
      { cycles: true, create: { company: true, team: true }, company: true, team: true, checkIn: true },
    ],
  ])('says what %s may do', async (account, may) => {
    const view = await page(account);
    const [company, team] = view.objectives;
    expect({
      cycles: view.mayManageCycles,
      create: view.mayCreate,
      company: company?.mayEdit,
      team: team?.mayEdit,
      checkIn: team?.keyResults[0]?.mayCheckIn,
    }).toEqual(may);
  });

  test('keeps a restricted team’s objectives to who may browse its project', async () => {
    expect((await page('keeper', SECRET_PROJECT)).objectives.map(({ id }) => id)).toEqual([COMPANY, SECRET]);
    expect((await page('member', SECRET_PROJECT)).objectives.map(({ id }) => id)).toEqual([COMPANY]);
    expect((await page('outsider', SECRET_PROJECT)).objectives.map(({ id }) => id)).toEqual([COMPANY]);
  });

  test('shows a restricted team like none to who may not browse its project', async () => {
    expect((await page('keeper', SECRET_PROJECT)).visibility.restricted).toBe(true);
    const unknown = await page('outsider', '99999' as typeof SECRET_PROJECT);
    expect(await page('outsider', SECRET_PROJECT)).toEqual(unknown);
  });
});

describe('input that cannot be meant', () => {
  test.each([
    ['an empty title', aSaveObjective(TEAM, { expectedRevision: 0, title: '   ' }), 'title'],
    [
      'a title of 5,000 characters',
      aSaveObjective(TEAM, { expectedRevision: 0, title: 'x'.repeat(5000) }),
      'title',
    ],
    ['an unknown field', { ...aSaveObjective(TEAM, { expectedRevision: 0 }), admin: true }, 'admin'],
  ])(
    'an objective with %s is refused at the field, and what was there stays',
    async (_what, payload, field) => {
      const before = await objective();
      const problem = await app.problem('admin', 'saveObjective', payload);
      expect(problem.code).toBe('invalid');
      expect(Object.keys(problem.fields ?? {})).toContain(field);
      expect(await objective()).toEqual(before);
    },
  );

  test.each([
    ['a target that equals the baseline', { metric: { baseline: 5, target: 5, unit: '' } }, 'metric.target'],
    ['a target that is not a number', { metric: { baseline: 5, target: NaN, unit: '' } }, 'metric.target'],
    ['an infinite baseline', { metric: { baseline: -Infinity, target: 5, unit: '' } }, 'metric.baseline'],
    ['a text for a number', { metric: { baseline: '5', target: 6, unit: '' } }, 'metric.baseline'],
    ['a negative weight', { weight: -1 }, 'weight'],
    ['no title', { title: '' }, 'title'],
  ])(
    'a key result with %s is refused at the field, and what was there stays',
    async (_what, fields, field) => {
      const before = await objective();
      const problem = await app.problem(
        'admin',
        'saveKeyResult',
        aSaveKeyResult(keyResultOf(TEAM), { expectedRevision: 0, ...fields }),
      );
      expect(problem.code).toBe('invalid');
      expect(Object.keys(problem.fields ?? {})).toContain(field);
      expect(await objective()).toEqual(before);
    },
  );

  test.each([
    ['a confidence of 11', { confidence: 11 }, 'confidence'],
    ['a confidence of 6.5', { confidence: 6.5 }, 'confidence'],
    ['no number', { value: null }, 'value'],
    ['a day that does not exist', { date: '2026-02-30' }, 'date'],
    ['a day in the future', { date: '2026-02-20' }, 'date'],
  ])('a check-in with %s is refused at the field', async (_what, fields, field) => {
    const problem = await app.problem('member', 'checkIn', aSaveCheckIn(keyResultOf(TEAM), fields));
    expect(problem.code).toBe('invalid');
    expect(Object.keys(problem.fields ?? {})).toContain(field);
    expect((await keyResult(keyResultOf(TEAM))).latest).toBeNull();
  });

  test('a cycle that ends before it begins is refused', async () => {
    const problem = await app.problem('keeper', 'saveCycle', {
      id: 'cnonsense1',
      expectedRevision: null,
      name: 'Backwards',
      startDate: '2026-04-01',
      endDate: '2026-03-01',
    });
    expect(problem).toMatchObject({
      code: 'invalid',
      fields: { endDate: expect.stringContaining('later end') },
    });
    expect((await page()).cycles).toHaveLength(1);
  });

  test('a key result that is not there is not found, a payload that is none is invalid', async () => {
    expect(await app.problem('admin', 'checkIn', aSaveCheckIn(keyResultOf(TEAM, 9)))).toMatchObject({
      code: 'not-found',
    });
    expect(
      await app.problem('admin', 'loadHistory', { keyResultId: keyResultOf('onowhere01' as ObjectiveId) }),
    ).toMatchObject({ code: 'not-found' });
    expect(await app.problem('admin', 'checkIn', {})).toMatchObject({ code: 'invalid' });
    expect(
      await app.problem('admin', 'loadProjectPage', { projectId: '10000" OR 1=1', cycleId: null }),
    ).toMatchObject({ code: 'invalid' });
  });
});

describe('two people at once', () => {
  test('who save the same key result: the second is told what the first saved, and it stays', async () => {
    const id = keyResultOf(TEAM);
    await app.get('admin', 'saveKeyResult', aSaveKeyResult(id, { expectedRevision: 0, title: 'First' }));
    const problem = await app.problem(
      'viewer',
      'saveKeyResult',
      aSaveKeyResult(id, { expectedRevision: 0, title: 'Second' }),
    );
    expect(problem.code).toBe('conflict');
    expect(problem.current).toMatchObject({
      keyResults: expect.arrayContaining([expect.objectContaining({ id, title: 'First' })]),
    });
    expect((await keyResult(id)).title).toBe('First');
  });

  test('who really save at the same moment: exactly one wins', async () => {
    const id = keyResultOf(TEAM);
    const outcomes = await Promise.all(
      ['One', 'Two', 'Three', 'Four'].map((title) =>
        app.call('admin', 'saveKeyResult', aSaveKeyResult(id, { expectedRevision: 0, title })),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await keyResult(id)).revision).toBe(1);
  });

  test('who check in on siblings, edit the title and add a key result: all of it is kept', async () => {
    const outcomes = await Promise.all([
      app.call('member', 'checkIn', aSaveCheckIn(keyResultOf(TEAM, 1), { value: 11 })),
      app.call('member', 'checkIn', aSaveCheckIn(keyResultOf(TEAM, 2), { value: 22 })),
      app.call('admin', 'saveObjective', aSaveObjective(TEAM, { expectedRevision: 0, title: 'Better said' })),
      app.call('admin', 'saveKeyResult', aSaveKeyResult(keyResultOf(TEAM, 3))),
    ]);
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true, true]);
    const saved = await objective();
    expect(saved.title).toBe('Better said');
    expect(saved.keyResults.map(({ latest }) => latest?.value ?? null)).toEqual([11, 22, null]);
  });

  test('who create objectives of one team: both are listed', async () => {
    const ids = ['ofirst0001', 'osecond001', 'othird0001'] as ObjectiveId[];
    await Promise.all(ids.map((id) => app.get('admin', 'saveObjective', aSaveObjective(id))));
    expect((await page()).objectives.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
  });

  test('who change two cycles: both are kept; the same one: the second is told', async () => {
    const cycle = (id: string, name: string, expectedRevision: number | null) => ({
      id: id as CycleId,
      expectedRevision,
      name,
      startDate: aDay('2026-04-01'),
      endDate: aDay('2026-06-30'),
    });
    await Promise.all([
      app.get('keeper', 'saveCycle', cycle('cquarter02', 'Q2', null)),
      app.get('admin', 'saveCycle', cycle('cquarter03', 'Q3', null)),
    ]);
    expect((await page()).cycles).toHaveLength(3);
    await app.get('keeper', 'saveCycle', cycle('cquarter02', 'Second quarter', 0));
    const problem = await app.problem('admin', 'saveCycle', cycle('cquarter02', 'Spring', 0));
    expect(problem).toMatchObject({ code: 'conflict', current: { name: 'Second quarter' } });
  });
});

describe('a call whose answer got lost', () => {
  test('creates one objective, one key result, one check-in when it is sent again', async () => {
    const id = 'oagain0001' as ObjectiveId;
    const again = async <T>(send: () => Promise<T>): Promise<[T, T]> => [await send(), await send()];
    const [first, second] = await again(() => app.get('admin', 'saveObjective', aSaveObjective(id)));
    expect(second).toEqual(first);
    await again(() => app.get('admin', 'saveKeyResult', aSaveKeyResult(keyResultOf(id))));
    await again(() => app.get('admin', 'checkIn', aSaveCheckIn(keyResultOf(id))));
    const saved = (await page()).objectives.filter((one) => one.id === id);
    expect(saved).toHaveLength(1);
    expect(saved[0]!.keyResults).toHaveLength(1);
    expect((await app.get('admin', 'loadHistory', { keyResultId: keyResultOf(id) })).checkIns).toHaveLength(
      1,
    );
  });

  test('never overwrites a check-in that has the same id and says something else', async () => {
    await app.get('member', 'checkIn', aSaveCheckIn(keyResultOf(TEAM)));
    expect(
      await app.problem('admin', 'checkIn', aSaveCheckIn(keyResultOf(TEAM), { value: 99 })),
    ).toMatchObject({ code: 'conflict' });
    const { checkIns } = await app.get('member', 'loadHistory', { keyResultId: keyResultOf(TEAM) });
    expect(checkIns).toMatchObject([{ value: 40, author: 'account-member' }]);
  });
});

describe('checking in', () => {
  test('shows a check-in of this moment in the history, though queries trail behind', async () => {
    const id = keyResultOf(TEAM);
    await app.get('member', 'checkIn', aSaveCheckIn(id, { value: 33 }));
    expect((await app.get('member', 'loadHistory', { keyResultId: id })).checkIns).toMatchObject([
      { value: 33 },
    ]);
  });

  test('sets the value; one for the past goes into the history and does not hide the later one', async () => {
    const id = keyResultOf(TEAM);
    await app.get('member', 'checkIn', aSaveCheckIn(id, { value: 60, date: aDay('2026-02-09') }));
    await app.get(
      'member',
      'checkIn',
      aSaveCheckIn(id, { id: checkInOf(id, 2), value: 20, date: aDay('2026-01-12') }),
    );
    expect((await keyResult(id)).latest).toMatchObject({ value: 60 });
    app.settle();
    const { checkIns } = await app.get('viewer', 'loadHistory', { keyResultId: id });
    expect(checkIns.map(({ value }) => value)).toEqual([20, 60]);
  });

  test('is the owner’s, and of those who may edit the objective', async () => {
    expect((await app.problem('outsider', 'checkIn', aSaveCheckIn(keyResultOf(TEAM)))).code).toBe(
      'forbidden',
    );
    await app.get('member', 'checkIn', aSaveCheckIn(keyResultOf(TEAM)));
    await app.get('member', 'checkIn', aSaveCheckIn(keyResultOf(COMPANY)));
  });

  test('is refused on an archived key result, and on another key result’s id', async () => {
    await app.get('admin', 'archiveKeyResult', {
      id: keyResultOf(TEAM),
      expectedRevision: 0,
      archived: true,
    });
    expect((await app.problem('admin', 'checkIn', aSaveCheckIn(keyResultOf(TEAM)))).code).toBe('invalid');
    const strange = aSaveCheckIn(keyResultOf(TEAM, 2), { id: checkInOf(keyResultOf(COMPANY)) });
    expect((await app.problem('admin', 'checkIn', strange)).code).toBe('invalid');
  });
});

describe('who may change what', () => {
  test('a member may set neither cycles nor objectives, an objective’s owner edits it', async () => {
    expect(
      (await app.problem('member', 'saveObjective', aSaveObjective('omine00001' as ObjectiveId))).code,
    ).toBe('forbidden');
    expect(
      (await app.problem('member', 'changeCycleState', { id: CYCLE, expectedRevision: 1, state: 'closed' }))
        .code,
    ).toBe('forbidden');
    expect(
      (await app.problem('member', 'archiveObjective', { id: TEAM, expectedRevision: 0, archived: true }))
        .code,
    ).toBe('forbidden');
    await app.get(
      'admin',
      'saveObjective',
      aSaveObjective(TEAM, { expectedRevision: 0, owner: 'account-member' as AccountId }),
    );
    await app.get('member', 'saveKeyResult', aSaveKeyResult(keyResultOf(TEAM, 3)));
  });

  test('a hidden objective is not found, whatever is tried on it', async () => {
    for (const account of ['admin', 'member', 'outsider']) {
      const problems = await Promise.all([
        app.problem(account, 'saveObjective', aSaveObjective(SECRET, { expectedRevision: 0 })),
        app.problem(account, 'archiveObjective', { id: SECRET, expectedRevision: 0, archived: true }),
        app.problem(account, 'saveKeyResult', aSaveKeyResult(keyResultOf(SECRET), { expectedRevision: 0 })),
        app.problem(account, 'checkIn', aSaveCheckIn(keyResultOf(SECRET))),
        app.problem(account, 'loadHistory', { keyResultId: keyResultOf(SECRET) }),
      ]);
      expect(problems.map(({ code }) => code)).toEqual(Array(5).fill('not-found'));
    }
  });

  test('the project of a team objective cannot be borrowed by naming another one', async () => {
    const elsewhere = aSaveObjective('oelse00001' as ObjectiveId, {
      scope: { type: 'team', projectId: SECRET_PROJECT },
    });
    expect((await app.problem('viewer', 'saveObjective', elsewhere)).code).toBe('forbidden');
    expect(
      (await app.problem('viewer', 'saveVisibility', { projectId: SECRET_PROJECT, restricted: false })).code,
    ).toBe('forbidden');
  });

  test('of a closed cycle nobody is offered to change anything, its owners included', async () => {
    await app.get('keeper', 'changeCycleState', { id: CYCLE, expectedRevision: 1, state: 'closed' });
    for (const account of ['admin', 'member']) {
      const view = await page(account);
      expect(view.mayCreate).toEqual({ company: false, team: false });
      expect(
        view.objectives.filter(
          ({ mayEdit, keyResults }) => mayEdit || keyResults.some(({ mayCheckIn }) => mayCheckIn),
        ),
      ).toEqual([]);
    }
  });

  test('a closed cycle stays as it is until it is reopened', async () => {
    await app.get('keeper', 'changeCycleState', { id: CYCLE, expectedRevision: 1, state: 'closed' });
    expect(
      (
        await app.problem(
          'admin',
          'saveObjective',
          aSaveObjective(TEAM, { expectedRevision: 0, title: 'Rewritten' }),
        )
      ).code,
    ).toBe('invalid');
    expect((await app.problem('member', 'checkIn', aSaveCheckIn(keyResultOf(TEAM)))).code).toBe('invalid');
    await app.get('keeper', 'changeCycleState', { id: CYCLE, expectedRevision: 2, state: 'active' });
    await app.get('member', 'checkIn', aSaveCheckIn(keyResultOf(TEAM)));
  });
});

describe('when the platform fails', () => {
  test('a save that storage refuses says so, and nothing is half written', async () => {
    const before = await objective();
    app.standIn.faults.set([{ target: 'storage', match: 'objective', share: 1, status: 503 }]);
    const problem = await app.problem('admin', 'saveKeyResult', aSaveKeyResult(keyResultOf(TEAM, 3)));
    app.standIn.faults.set([]);
    expect(problem).toMatchObject({ code: 'storage-unavailable' });
    expect(await objective()).toEqual(before);
  });

  test('a page that Jira does not answer for says so', async () => {
    app.standIn.faults.set([{ target: 'jira', match: 'mypermissions', share: 1, status: 503 }]);
    const page = await app.get('admin', 'loadProjectPage', { projectId: PROJECT, cycleId: null });
    expect(page).toMatchObject({ rightsUnknown: { code: 'jira-unavailable' }, mayManageCycles: false });
  });
});
