import type { Issue, Site } from '../../../local/jira/model';
import type { KeyResultId, ObjectiveId } from '../../../src/domain/ids';
import { shownOf } from '../../../static/project-page/pools';
import { keyResultFigures, poolFigures, remainingParts } from '../../../static/project-page/tree-figures';
import { servingKeyResult } from '../../../src/domain/delivery';
import { createWorkStore } from '../../../static/project-page/work-store';
import { poolIn, type Work } from '../../../static/project-page/work-state';
import { anIssue, aSprint, POINTS_FIELD } from '../../builders/a-site';
import { aCycle, aKeyResult, anObjective } from '../../builders/okrs';
import { aJiraApi, exempt, tagged } from './a-jira-api';

const speed = 'oaaaaaaaaa-speed1' as KeyResultId;
const sales = 'oaaaaaaaaa-sales1' as KeyResultId;
const objective = anObjective({ keyResults: [aKeyResult({ id: speed }), aKeyResult({ id: sales })] });
const shown = shownOf(aCycle(), [objective]);
const pool = 'oaaaaaaaaa' as ObjectiveId;
const EPIC = { typeId: '1' };
const DONE = { statusId: '13', resolutionId: '31', resolved: '2026-01-10T10:00:00.000Z' };

const readWork = async (issues: Issue[], over: Partial<Site> = {}) => {
  const { jira, asked } = aJiraApi(issues, over);
  const store = createWorkStore(jira, '10000');
  await store.show(shown);
  return { store, asked };
};
const keysOf = (issues: readonly { readonly key: string }[] | null): string[] =>
  (issues ?? []).map(({ key }) => key).sort();
const workFor = (work: Work, id: KeyResultId): string[] => {
  const state = poolIn(work, pool);
  return state.state === 'complete' ? keysOf(servingKeyResult(state.issues, id)) : [];
};
const partsOf = async (issues: Issue[], over: Partial<Site> = {}) => {
  const work = (await readWork(issues, over)).store.get();
  const [remaining, exempted] = [poolIn(work, 'remaining'), poolIn(work, 'exempt')];
  if (remaining.state !== 'complete' || exempted.state !== 'complete') throw new Error('Not all is known.');
  const { untagged, elsewhere } = remainingParts(remaining.issues);
  return {
    speed: workFor(work, speed),
    sales: workFor(work, sales),
    untagged: keysOf(untagged),
    elsewhere: keysOf(elsewhere),
    exempt: keysOf(exempted.issues),
  };
};

describe('the work under the OKRs', () => {
  it('goes where its own tag, else its nearest tagged ancestor says', async () => {
    const parts = await partsOf([
      anIssue('TEAM-1', { ...EPIC, properties: tagged(speed) }),
      anIssue('TEAM-2', { ...EPIC, properties: exempt }),
      anIssue('TEAM-3', { ...EPIC, properties: tagged('obbbbbbbbb-others') }),
      anIssue('TEAM-4', { parentId: '10001' }),
      anIssue('TEAM-5', { parentId: '10001', properties: tagged(sales) }),
      anIssue('TEAM-6', { parentId: '10001', properties: exempt }),
      anIssue('TEAM-7', { parentId: '10002' }),
      anIssue('TEAM-8', { parentId: '10003' }),
      anIssue('TEAM-9', { properties: tagged('obbbbbbbbb-others') }),
      anIssue('TEAM-10'),
      anIssue('TEAM-11', { parentId: '10002', properties: tagged(speed, sales) }),
    ]);
    expect(parts).toEqual({
      speed: ['TEAM-11', 'TEAM-4'],
      sales: ['TEAM-11', 'TEAM-5'],
      untagged: ['TEAM-10'],
      elsewhere: ['TEAM-8', 'TEAM-9'],
      exempt: ['TEAM-6', 'TEAM-7'],
    });
  });

  it('counts no sub-tasks, and an epic only where it is in a sprint itself', async () => {
    const parts = await partsOf([
      anIssue('TEAM-1', { ...EPIC, properties: tagged(speed) }),
      anIssue('TEAM-2', { ...EPIC, properties: tagged(speed), sprintIds: [2] }),
      anIssue('TEAM-3', { properties: tagged(speed) }),
      anIssue('TEAM-4', { typeId: '3', parentId: '10003' }),
    ]);
    expect(parts.speed).toEqual(['TEAM-2', 'TEAM-3']);
    expect(parts.untagged).toEqual([]);
  });

  it('reads garbage in place of a tag as no tag', async () => {
    const parts = await partsOf([
      anIssue('TEAM-1', { properties: { 'throughline-tag': { state: 'tagged', keyResults: [] } } }),
      anIssue('TEAM-2', { properties: { 'throughline-tag': { state: 42 } } }),
    ]);
    expect(parts.untagged).toEqual(['TEAM-1', 'TEAM-2']);
  });

  it('leaves out of the branches what was resolved before the cycle, unless a sprint of the cycle held it', async () => {
    const old = { statusId: '13', resolutionId: '31', resolved: '2025-12-10T10:00:00.000Z' };
    const parts = await partsOf([
      anIssue('TEAM-1', old),
      anIssue('TEAM-2', { ...old, sprintIds: [1] }),
      anIssue('TEAM-3', DONE),
    ]);
    expect(parts.untagged).toEqual(['TEAM-2', 'TEAM-3']);
  });

  it('leaves out of the branches what was made after the cycle, and keeps what is open since', async () => {
    const parts = await partsOf([
      anIssue('TEAM-1', { created: '2026-04-02T10:00:00.000Z' }),
      anIssue('TEAM-2', { created: '2026-03-31T10:00:00.000Z' }),
      anIssue('TEAM-3', { created: '2025-06-01T10:00:00.000Z' }),
    ]);
    expect(parts.untagged).toEqual(['TEAM-2', 'TEAM-3']);
  });

  it('asks at most a fixed number of requests for a hundred issues', async () => {
    const issues = Array.from({ length: 100 }, (_, index) =>
      anIssue(`TEAM-${index + 1}`, index % 2 === 0 ? { properties: tagged(speed) } : {}),
    );
    const { asked } = await readWork(issues);
    expect(asked.length).toBeLessThanOrEqual(15);
  });
});

describe('more work than one page holds', () => {
  const many = Array.from({ length: 130 }, (_, index) =>
    anIssue(`TEAM-${index + 1}`, {
      properties: tagged(index < 120 ? speed : sales),
      fields: { [POINTS_FIELD]: 2 },
      ...(index % 2 === 0 ? DONE : {}),
    }),
  );

  it('is estimated at first, for the objective and each of its key results', async () => {
    const work = (await readWork(many)).store.get();
    expect(poolFigures(work, pool)).toEqual({
      items: { done: 65, total: 130 },
      points: { done: 130, total: 260 },
      exact: false,
      unestimated: 0,
    });
    expect(keyResultFigures(work, pool, speed)).toMatchObject({ items: { total: 120 }, exact: false });
    expect(keyResultFigures(work, pool, sales)).toMatchObject({
      items: { total: 10 },
      points: { total: 20 },
    });
    expect(poolIn(work, pool).state).toBe('partial');
  });

  it('is exact when it was opened, and stays so when it is read again', async () => {
    const { store } = await readWork(many);
    const seen: (number | null)[] = [];
    store.subscribe(() => {
      const state = poolIn(store.get(), pool);
      if (state.state === 'partial') seen.push(state.loaded);
    });
    await store.loadAll(pool);
    expect(seen).toEqual([0, 100, 130]);
    expect(keyResultFigures(store.get(), pool, sales)).toMatchObject({ items: { total: 10 }, exact: true });
    await store.refresh();
    expect(poolFigures(store.get(), pool)).toMatchObject({ items: { total: 130 }, exact: true });
  });

  it('keeps its estimate when loading is left', async () => {
    const { store } = await readWork(many);
    const loading = store.loadAll(pool);
    store.stop(pool);
    await loading;
    expect(poolIn(store.get(), pool)).toMatchObject({ state: 'partial', loaded: null });
  });
});

describe('what cannot be read', () => {
  it('is a problem of its own branch when too many epics are tagged', async () => {
    const epics = Array.from({ length: 1001 }, (_, index) =>
      anIssue(`TEAM-${index + 1}`, { ...EPIC, properties: tagged(speed) }),
    );
    const work = (await readWork([...epics, anIssue('TEAM-2000')])).store.get();
    expect(poolIn(work, pool)).toMatchObject({
      state: 'error',
      problem: { message: expect.stringContaining('More than 1,000 epics') },
    });
    expect(poolIn(work, 'remaining').state).toBe('complete');
  });

  it('is told and can be read again when Jira comes back', async () => {
    const { jira } = aJiraApi([anIssue('TEAM-1', { properties: tagged(speed) })]);
    let isDown = true;
    const requestJira = (async (path, init) =>
      isDown ? new Response('', { status: 503 }) : jira.requestJira(path, init)) as typeof jira.requestJira;
    const store = createWorkStore({ ...jira, requestJira }, '10000');
    await store.show(shown);
    expect(poolIn(store.get(), pool)).toMatchObject({
      state: 'error',
      problem: { code: 'jira-unavailable' },
    });
    isDown = false;
    await store.refresh();
    expect(poolFigures(store.get(), pool)).toMatchObject({ items: { total: 1 } });
  });
});

describe('what was read before', () => {
  const aFlakyStore = async (issues: Issue[]) => {
    const { jira } = aJiraApi(issues);
    const source = { isDown: false, breaks: /./, now: 1_000 };
    const requestJira = (async (path: string, init) =>
      source.isDown && source.breaks.test(String(init.body ?? path))
        ? new Response('', { status: 503 })
        : jira.requestJira(path as never, init)) as typeof jira.requestJira;
    const store = createWorkStore({ ...jira, requestJira }, '10000', () => source.now);
    await store.show(shown);
    return { store, source };
  };

  it('stays, as of then, when it cannot be read anew', async () => {
    const { store, source } = await aFlakyStore([anIssue('TEAM-1', { properties: tagged(speed) })]);
    expect(store.get().freshness).toEqual({ asOf: 1_000, problem: null });
    Object.assign(source, { isDown: true, now: 2_000 });
    await store.refresh();
    expect(poolFigures(store.get(), pool)).toMatchObject({ items: { total: 1 } });
    expect(store.get().freshness).toMatchObject({ asOf: 1_000, problem: { code: 'jira-unavailable' } });
    source.isDown = false;
    await store.refresh();
    expect(store.get().freshness).toEqual({ asOf: 2_000, problem: null });
  });

  it('stays an estimate, and says why, when not all of it can be loaded', async () => {
    const many = Array.from({ length: 130 }, (_, index) =>
      anIssue(`TEAM-${index + 1}`, { properties: tagged(speed) }),
    );
    const { store, source } = await aFlakyStore(many);
    source.isDown = true;
    await store.loadAll(pool);
    expect(poolIn(store.get(), pool)).toMatchObject({
      state: 'partial',
      loaded: null,
      problem: { code: 'jira-unavailable' },
    });
    source.isDown = false;
    await store.loadAll(pool);
    expect(poolIn(store.get(), pool).state).toBe('complete');
  });

  it('is told once for all work when there is none', async () => {
    const { jira } = aJiraApi([]);
    const requestJira = (async () => new Response('', { status: 503 })) as typeof jira.requestJira;
    const store = createWorkStore({ ...jira, requestJira }, '10000');
    await store.show(shown);
    expect(store.get()).toMatchObject({ problem: { code: 'jira-unavailable' }, freshness: null });
  });
});

describe('sprints of other boards', () => {
  it('are asked for once each; one that may not be seen is known to be none', async () => {
    const { store, asked } = await readWork([], { sprints: [aSprint({ id: 7, originBoardId: 1 })] });
    await Promise.all([store.learnSprints([7, 99]), store.learnSprints([99])]);
    expect(store.get().sprints.get(7)?.name).toBe('Sprint 7');
    expect(store.get().sprints.get(99)).toBeNull();
    expect(asked.filter((path) => path.endsWith('/sprint/99'))).toHaveLength(1);
  });

  it('are asked for again when they could not be read', async () => {
    const { jira } = aJiraApi([], { sprints: [aSprint({ id: 7, originBoardId: 1 })] });
    let isDown = true;
    const requestJira = (async (path, init) =>
      isDown ? new Response('', { status: 503 }) : jira.requestJira(path, init)) as typeof jira.requestJira;
    const store = createWorkStore({ ...jira, requestJira }, '10000');
    await store.learnSprints([7]);
    expect(store.get().sprints.has(7)).toBe(false);
    expect(store.get().sprintProblem).toMatchObject({ code: 'jira-unavailable' });
    isDown = false;
    await store.learnSprints([7]);
    expect(store.get()).toMatchObject({ sprintProblem: null });
    expect(store.get().sprints.get(7)?.name).toBe('Sprint 7');
  });
});
