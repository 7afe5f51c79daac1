import type { Issue } from '../../../local/jira/model';
import { TAG_PROPERTY } from '../../../src/domain/tag';
import { aBoard, aSprint, anIssue, POINTS_FIELD } from '../../builders/a-site';
import { pointsOf } from '../../../static/refinement/list-state';
import { aList, allIds, EXEMPT, listedIn, TAGGED, untilRead } from './a-list';

const anEpic = (key: string, over: Partial<Issue> = {}): Issue => anIssue(key, { typeId: '1', ...over });
const property = (value: unknown): Pick<Issue, 'properties'> => ({ properties: { [TAG_PROPERTY]: value } });

/** One in ten is decided; epics of fifty. */
const manyStories = (count: number): Issue[] =>
  Array.from({ length: count }, (_, at) =>
    anIssue(`TEAM-${at + 1000}`, {
      parentId: at % 3 === 0 ? '10001' : null,
      properties: at % 10 === 0 ? TAGGED : {},
    }),
  );

describe('the list of untagged work', () => {
  it('leaves out what is decided, by itself or above it, done, below a story or above one', async () => {
    const { list } = await aList([
      anEpic('TEAM-1', { properties: TAGGED }),
      anEpic('TEAM-2'),
      anIssue('TEAM-3', { parentId: '10001' }),
      anIssue('TEAM-4', { parentId: '10002' }),
      anIssue('TEAM-5', { properties: EXEMPT }),
      anIssue('TEAM-6', { properties: TAGGED }),
      anIssue('TEAM-7', { statusId: '13' }),
      anIssue('TEAM-8', { typeId: '3', parentId: '10004' }),
      anIssue('TEAM-9'),
      anIssue('SECRET-1'),
    ]);
    await list.load();
    expect(listedIn(list)).toEqual({ Backlog: ['TEAM-4', 'TEAM-9'] });
    expect(list.get()).toMatchObject({ isWhole: true, problem: null, hasTooManyParents: false });
  });

  it('takes what is no tag for none, on an issue and on its epic, and keeps it in its rank', async () => {
    const { list } = await aList([
      anEpic('TEAM-1', property({ state: 'tagged', keyResults: ['nonsense'] })),
      anIssue('TEAM-2', { parentId: '10001' }),
      anIssue('TEAM-3', property('nonsense')),
      anIssue('TEAM-4', property({ state: 'tagged', keyResults: ['nonsense'] })),
      anIssue('TEAM-5', property({ state: 'planned' })),
      anIssue('TEAM-6', property({ state: 'tagged', keyResults: [] })),
      anIssue('TEAM-7'),
    ]);
    await list.load();
    await untilRead(list, allIds(list));
    expect(listedIn(list)).toEqual({
      Backlog: ['TEAM-2', 'TEAM-3', 'TEAM-4', 'TEAM-5', 'TEAM-6', 'TEAM-7'],
    });
  });

  it('follows what is handed down over several levels', async () => {
    const { list } = await aList(
      [
        anIssue('TEAM-1', { typeId: '4', properties: TAGGED }),
        anEpic('TEAM-2', { parentId: '10001' }),
        anEpic('TEAM-3', { parentId: '10001', properties: EXEMPT }),
        anEpic('TEAM-4'),
        anIssue('TEAM-5', { parentId: '10002' }),
        anIssue('TEAM-6', { parentId: '10003' }),
        anIssue('TEAM-7', { parentId: '10004' }),
      ],
      {
        over: {
          issueTypes: [
            { id: '1', name: 'Epic', description: '', subtask: false, hierarchyLevel: 1 },
            { id: '2', name: 'Story', description: '', subtask: false, hierarchyLevel: 0 },
            { id: '3', name: 'Sub-task', description: '', subtask: true, hierarchyLevel: -1 },
            { id: '4', name: 'Initiative', description: '', subtask: false, hierarchyLevel: 2 },
          ],
        },
      },
    );
    await list.load();
    expect(listedIn(list)).toEqual({ Backlog: ['TEAM-7'] });
  });

  it('has active sprints first, then the next ones as the board has them, then the backlog, each by rank', async () => {
    const { list } = await aList(
      [
        anIssue('TEAM-1', { rank: 9 }),
        anIssue('TEAM-2', { rank: 1, sprintIds: [4] }),
        anIssue('TEAM-3', { rank: 8, sprintIds: [1, 2] }),
        anIssue('TEAM-4', { rank: 7, sprintIds: [2] }),
        anIssue('TEAM-5', { rank: 2, sprintIds: [3], fields: { [POINTS_FIELD]: 5 } }),
        anIssue('TEAM-6', { rank: 3, sprintIds: [1] }),
      ],
      {
        over: {
          sprints: [
            aSprint({ id: 1, state: 'closed', completeDate: '2026-01-16T10:00:00.000Z' }),
            aSprint({ id: 2, state: 'active' }),
            aSprint({ id: 3, state: 'future', name: 'After', startDate: null, endDate: null }),
            aSprint({ id: 4, state: 'future', name: 'Later', startDate: null, endDate: null }),
          ],
        },
      },
    );
    await list.load();
    await untilRead(list, allIds(list));
    expect(Object.entries(listedIn(list))).toEqual([
      ['Sprint 2', ['TEAM-4', 'TEAM-3']],
      ['After', ['TEAM-5']],
      ['Later', ['TEAM-2']],
      ['Backlog', ['TEAM-6', 'TEAM-1']],
    ]);
    const { rows, estimates } = list.get();
    expect(pointsOf(rows.get('10005')!, estimates)).toBe(5);
  });

  it('splits a project without sprints into what is in progress and the backlog', async () => {
    const { list } = await aList(
      [anIssue('TEAM-1'), anIssue('TEAM-2', { statusId: '12' }), anIssue('TEAM-3')],
      { over: { boards: [aBoard({ id: 2, name: 'Flow', type: 'kanban', estimationFieldId: null })] } },
    );
    await list.load();
    expect(Object.entries(listedIn(list))).toEqual([
      ['In progress', ['TEAM-2']],
      ['Backlog', ['TEAM-1', 'TEAM-3']],
    ]);
  });

  it('has the other projects’ work of a board’s sprints where it is opened from that board', async () => {
    const issues = [anIssue('TEAM-1'), anIssue('OPEN-1', { id: '31', projectId: '10002', sprintIds: [2] })];
    const { app, list } = await aList(issues, { boardId: 1 });
    app.standIn.site.projects.push({
      ...app.standIn.site.projects[0]!,
      id: '10002',
      key: 'OPEN',
      name: 'Open project',
    });
    await list.load();
    expect(listedIn(list)).toEqual({ 'Sprint 2': ['OPEN-1'], Backlog: ['TEAM-1'] });
  });
});

describe('what reading the list costs', () => {
  it.each([
    ['with work in sprints', [2]],
    ['without any', []],
  ])(
    'shows the first rows of 10,000 open issues after three requests, %s',
    async (_, sprintIds) => {
      const stories = manyStories(10_000).map((issue, at) => (at < 40 ? { ...issue, sprintIds } : issue));
      const { app, list } = await aList([
        anEpic('TEAM-1'),
        anEpic('TEAM-2', { properties: TAGGED }),
        ...stories,
      ]);
      app.standIn.meter.reset();
      let atFirst: number | null = null;
      list.subscribe(() => {
        const { inFront, behindResolvers } = app.standIn.meter.read().jira;
        if (list.get().sections.length > 0) atFirst ??= inFront.requests + behindResolvers.requests;
      });
      await list.load();
      expect(atFirst).toBe(3);
      expect(allIds(list)).toHaveLength(9_000);
      // Ids come thousands at a time, rows only of what is in sprints: never one call for an issue.
      expect(app.standIn.meter.read().jira.inFront.requests).toBeLessThan(25);
    },
    60_000,
  );

  it('asks the back end for no request to Jira', async () => {
    const { app } = await aList([anIssue('TEAM-1')]);
    app.standIn.meter.reset();
    await app.get('member', 'loadRefinement', { projectId: '10000' as never });
    expect(app.standIn.meter.read().jira.behindResolvers.requests).toBe(0);
  });

  it('reads rows that come into sight a hundred at a time, and those that have gone by not at all', async () => {
    const { app, list } = await aList(manyStories(2_000));
    await list.load();
    const ids = allIds(list);
    app.standIn.meter.reset();
    list.see(ids.slice(500, 600));
    await untilRead(list, ids.slice(1_000, 1_250));
    const { rows } = list.get();
    expect(ids.slice(1_000, 1_250).every((id) => rows.has(id))).toBe(true);
    expect(rows.has(ids[520]!)).toBe(false);
    expect(app.standIn.meter.read().jira.inFront.byRoute).toEqual({
      // Three of rows; their one parent is nobody's, and so is looked for once.
      'POST /rest/api/3/issue/bulkfetch': expect.any(Number),
    });
    expect(app.standIn.meter.read().jira.inFront.requests).toBeLessThanOrEqual(5);
  });
});

describe('what happens to the list meanwhile', () => {
  it('says that over a thousand epics are tagged, and lets what inherits leave when it is read', async () => {
    const epics = Array.from({ length: 1_001 }, (_, at) => anEpic(`TEAM-${at + 1}`, { properties: TAGGED }));
    const { list } = await aList([
      ...epics,
      anIssue('TEAM-2001', { parentId: '10001' }),
      anIssue('TEAM-2002'),
    ]);
    await list.load();
    expect(list.get().hasTooManyParents).toBe(true);
    await untilRead(list, allIds(list));
    expect(listedIn(list)).toEqual({ Backlog: ['TEAM-2002'] });
  });

  it.each([
    ['member', false],
    ['viewer', true],
  ])('knows of a %s whether there is nothing that they may edit', async (account, isReadOnly) => {
    const { list } = await aList([anIssue('TEAM-1'), anIssue('TEAM-2')], { account });
    await list.load();
    expect(listedIn(list)).toEqual({ Backlog: ['TEAM-1', 'TEAM-2'] });
    expect(list.get().isReadOnly).toBe(isReadOnly);
  });

  it('keeps out what was decided here while search does not know it, and has back what was taken back', async () => {
    const { app, list } = await aList([anIssue('TEAM-1'), anIssue('TEAM-2'), anIssue('TEAM-3')]);
    await list.load();
    const path = `/rest/api/3/issue/10002/properties/${TAG_PROPERTY}`;
    await app.rest('member', 'PUT', path, TAGGED[TAG_PROPERTY]);
    list.leave(['10002'], { words: 'Decided' });
    expect(list.get().trace).toEqual({ words: 'Decided' });
    await list.load();
    expect(listedIn(list)).toEqual({ Backlog: ['TEAM-1', 'TEAM-3'] });

    app.settle();
    await list.load();
    await app.rest('member', 'DELETE', path);
    list.comeBack(['10002']);
    expect(listedIn(list)).toEqual({ Backlog: ['TEAM-1', 'TEAM-2', 'TEAM-3'] });
    await list.load();
    expect(listedIn(list)).toEqual({ Backlog: ['TEAM-1', 'TEAM-2', 'TEAM-3'] });
  });

  it('keeps what it shows when reading anew fails, and says why', async () => {
    const { app, list } = await aList([anIssue('TEAM-1')]);
    await list.load();
    const before = list.get().freshness?.asOf;
    app.standIn.faults.set([{ target: 'jira', match: 'search/jql', share: 1, status: 500 }]);
    await list.load();
    expect(listedIn(list)).toEqual({ Backlog: ['TEAM-1'] });
    expect(list.get().freshness).toMatchObject({ asOf: before, problem: { code: 'jira-unavailable' } });
  });

  it('says why there is nothing where not even the first rows came', async () => {
    const { app, list } = await aList([anIssue('TEAM-1')]);
    app.standIn.faults.set([{ target: 'jira', match: 'search/jql', share: 1, status: 500 }]);
    await list.load();
    expect(list.get()).toMatchObject({ sections: [], problem: { code: 'jira-unavailable' } });
    app.standIn.faults.set([]);
    await list.load();
    expect(list.get().problem).toBeNull();
    expect(listedIn(list)).toEqual({ Backlog: ['TEAM-1'] });
  });

  it('finds by words, epic and mark, whether the rows are read or not', async () => {
    const marked = anIssue('TEAM-900', {
      labels: ['throughline-cut'],
      summary: 'Berth prices',
      parentId: '10001',
    });
    const { list } = await aList([anEpic('TEAM-1'), ...manyStories(200).slice(0, 200), marked]);
    await list.load();
    const filters = [
      { section: null, parent: null, text: 'berth pri', mark: null },
      { section: null, parent: null, text: '', mark: 'cut' as const },
    ];
    for (const filter of filters) expect([...(await list.find(filter))]).toEqual(['10900']);
    await untilRead(list, allIds(list));
    for (const filter of filters) expect([...(await list.find(filter))]).toEqual(['10900']);
  });
});
