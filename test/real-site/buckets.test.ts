import { existsSync } from 'node:fs';
import { callBridge } from '../../local/bridge';
import type { Site } from '../../local/jira/model';
import { loadSite } from '../../local/sites/load-site';
import type { CycleId, ProjectId } from '../../src/domain/ids';
import type { Sprint } from '../../src/jira/boards';
import type { Cycle } from '../../src/domain/cycle';
import { ledgerTagOf } from '../../src/domain/sprint-ledger';
import { anInstalledApp, type InstalledApp } from '../builders/an-installed-app';
import { aDay } from '../builders/okrs';
import { aReviewView } from '../static/sprint-review/some-work';
import { bucketsOf, FOLDER, secondOpinion, without, type Buckets } from './buckets';
import { drawTags, KEY_RESULTS, OBJECTIVE, type Drawn } from './drawn-tags';

const SEED = Number(process.env['SEED'] ?? 20150101);

const ifThere = existsSync(FOLDER) ? describe : describe.skip;

ifThere(
  `on the real site of ../shared/data, with tags drawn by the seed ${SEED} (SEED=… draws others)`,
  () => {
    let app: InstalledApp;
    let drawn: Drawn;
    let expected: Record<string, Buckets>;

    beforeAll(async () => {
      const { site } = await loadSite(FOLDER);
      const project = site.projects.find(({ key }) => key === 'TIMOB')!;
      app = await anInstalledApp(site, project.id);
      await givenTwoKeyResults(app, project.id as ProjectId);
      drawn = drawTags(site, SEED);
      await writeTags(app, site, drawn);
      app.settle();
      expected = secondOpinion(drawn);
      standBeforeTheBridge(app, project.id);
    }, 120_000);

    test('the draw has what makes it hard: double tags, exemptions, own over inherited, big epics', () => {
      const tags = [...drawn.values()];
      expect(tags).toHaveLength(205);
      expect(
        [...drawn.keys()].filter((key) => childrenOf(app.standIn.site, key) >= 15).length,
      ).toBeGreaterThanOrEqual(3);
      expect(
        tags.filter((tag) => tag.state === 'tagged' && tag.keyResults.length === 2).length,
      ).toBeGreaterThan(10);
      expect(tags.filter(({ state }) => state === 'exempt').length).toBeGreaterThan(10);
      expect(Object.values(expected).some(({ inherited }) => Object.keys(inherited).length > 0)).toBe(true);
    });

    test('the sprint review puts every issue that was in one of the 39 sprints into the bucket that the data files give', async () => {
      const { readLiveWork, readSprints } = await import('../../static/sprint-review/as-viewer');
      const sprints = (await readSprints(114)).filter(({ id }) => expected[id]);
      expect(sprints).toHaveLength(39);
      for (const sprint of sprints) {
        const view = aReviewView({ sprint, today: aDay('2020-01-01') });
        const { work, words } = await readLiveWork(114, view, () => undefined);
        const stayed = work.lines.filter(({ outcome }) => outcome !== 'removed');
        const named = stayed.map(({ issueId, tag }) => ({
          key: words.get(issueId)?.key ?? '',
          tag,
        }));
        expect({ sprint: sprint.id, ...bucketsOf(named) }).toEqual({
          sprint: sprint.id,
          ...without(expected[sprint.id]!, joinedAfterwards(app.standIn.site, sprint)),
        });
      }
    }, 60_000);

    test('the tree has the same issues under each key result, exempt and without one, sprint by sprint', async () => {
      const [{ jira }, { loadTreeScope }, { planPools, shownOf }, { loadPool }] = await Promise.all([
        import('../../static/shared/jira'),
        import('../../static/project-page/tree-scope'),
        import('../../static/project-page/pools'),
        import('../../static/project-page/pool'),
      ]);
      const page = await app.get('admin', 'loadProjectPage', {
        projectId: app.standIn.site.projects.find(({ key }) => key === 'TIMOB')!.id as ProjectId,
        cycleId: null,
      });
      const scope = await loadTreeScope(
        jira,
        page.objectives.flatMap(({ scope }) => (scope.type === 'team' ? [scope.projectId] : []))[0]!,
      );
      const known = new Map();
      const plan = planPools(jira, scope, shownOf(page.cycle as Cycle, page.objectives), known);
      const pools = await Promise.all(
        plan.ids.map(async (id) => loadPool(jira, await plan.poolOf(id), known, () => undefined)),
      );
      const work = [...new Map(pools.flat().map((issue) => [issue.id, issue])).values()];
      for (const [sprint, buckets] of Object.entries(expected)) {
        const inSprint = work.filter(({ sprintIds }) => sprintIds.includes(Number(sprint)));
        expect({
          sprint,
          ...bucketsOf(inSprint.map(({ key, tag }) => ({ key, tag: ledgerTagOf(tag) }))),
        }).toEqual({ sprint, ...buckets });
      }
    }, 60_000);
  },
);

const CYCLE = 'creal00001' as CycleId;

const childrenOf = ({ issues }: Site, key: string): number => {
  const parent = issues.find((issue) => issue.key === key)?.id;
  return issues.filter(({ parentId, sprintIds }) => parentId === parent && sprintIds.length > 0).length;
};

/** Issues that were put into a sprint when it was closed: they were no work of its. */
const joinedAfterwards = ({ issues }: Site, { id, completeDate }: Sprint): ReadonlySet<string> =>
  new Set(
    issues
      .filter(({ sprintIds, created, history }) => {
        const joined = history
          .filter(({ items }) => items.some(({ field, to }) => field === 'Sprint' && idsIn(to).includes(id)))
          .map((entry) => entry.created);
        const first = [...joined, ...(joined.length === 0 ? [created] : [])].sort()[0]!;
        return (
          sprintIds.includes(id) && completeDate !== null && Date.parse(first) > Date.parse(completeDate)
        );
      })
      .map(({ key }) => key),
  );

const idsIn = (text: string | null): number[] => (text ?? '').split(',').map(Number);

const givenTwoKeyResults = async (app: InstalledApp, projectId: ProjectId): Promise<void> => {
  const days = { startDate: aDay('2015-01-01'), endDate: aDay('2016-06-30') };
  await app.get('admin', 'saveCycle', {
    id: CYCLE,
    expectedRevision: null,
    name: '2015 to mid 2016',
    ...days,
  });
  await app.get('admin', 'changeCycleState', { id: CYCLE, expectedRevision: 0, state: 'active' });
  const scope = { type: 'team', projectId } as const;
  await app.get('admin', 'saveObjective', {
    id: OBJECTIVE,
    expectedRevision: null,
    cycleId: CYCLE,
    scope,
    title: 'Fewer crashes',
    description: '',
    owner: null,
  });
  for (const id of KEY_RESULTS) {
    const metric = { baseline: 0, target: 10, unit: '' };
    await app.get('admin', 'saveKeyResult', {
      id,
      expectedRevision: null,
      title: id,
      metric,
      owner: null,
      weight: 1,
    });
  }
};

const writeTags = async (app: InstalledApp, site: Site, tags: Drawn): Promise<void> => {
  for (const [key, tag] of tags) {
    const { id } = site.issues.find((issue) => issue.key === key)!;
    await app.get('admin', 'saveTag', { issueId: id, expected: null, tag: tag as never });
  }
};

/** The front ends' own code runs here; their bridge is the stand-in's, and a frame's address is what '' stands for. */
const standBeforeTheBridge = ({ standIn }: InstalledApp, projectId: string): void => {
  const call = (command: string, data: unknown) =>
    callBridge(standIn, {
      account: 'admin',
      module: 'sprint-action',
      context: { project: { id: projectId } },
      command,
      data,
    });
  const RequestInFrame = class extends Request {
    constructor(input: RequestInfo | URL, init?: RequestInit) {
      super(input === '' ? 'http://localhost/' : input, init);
    }
  };
  Object.assign(globalThis, { __bridge: { callBridge: call }, Request: RequestInFrame });
};
