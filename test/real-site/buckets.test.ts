import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { callBridge } from '../../local/bridge';
import type { Issue as SiteIssue, Site } from '../../local/jira/model';
import { loadSite } from '../../local/sites/load-site';
import type { CycleId, KeyResultId, ObjectiveId, ProjectId } from '../../src/domain/ids';
import type { Cycle } from '../../src/domain/cycle';
import type { EffectiveTag, Tag } from '../../src/domain/tag';
import { anInstalledApp, type InstalledApp } from '../builders/an-installed-app';
import { aDay } from '../builders/okrs';

const FOLDER = resolve(__dirname, '../../../shared/data/tidev');
const SEED = Number(process.env['SEED'] ?? 20150101);

/** Key → what the second opinion is told of it, and the tag that the app writes. */
type Drawn = Map<string, Tag>;
type Buckets = {
  own: Record<string, string[]>;
  inherited: Record<string, string[]>;
  exempt: string[];
  untagged: string[];
};

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
      expected = secondOpinion(drawn);
      standBeforeTheBridge(app, project.id);
    }, 120_000);

    test('the draw has what makes it hard: double tags, exemptions, own over inherited, big epics', () => {
      const tags = [...drawn.values()];
      expect(tags).toHaveLength(205);
      expect(
        tags.filter((tag) => tag.state === 'tagged' && tag.keyResults.length === 2).length,
      ).toBeGreaterThan(10);
      expect(tags.filter(({ state }) => state === 'exempt').length).toBeGreaterThan(10);
      expect(Object.values(expected).some(({ inherited }) => Object.keys(inherited).length > 0)).toBe(true);
    });

    test('the sprint review puts every issue of the 39 sprints into the bucket that the data files give', async () => {
      const { readBoard, readReview } = await import('../../static/sprint-review/queries');
      const board = await readBoard(114);
      const sprints = board.sprints.filter(({ id }) => expected[id]);
      expect(sprints).toHaveLength(39);
      for (const sprint of sprints) {
        const { work } = await readReview(board, sprint, () => undefined);
        expect({ sprint: sprint.id, ...bucketsOf(work) }).toEqual({
          sprint: sprint.id,
          ...expected[sprint.id],
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
        expect({ sprint, ...bucketsOf(inSprint) }).toEqual({ sprint, ...buckets });
      }
    }, 60_000);
  },
);

const CYCLE = 'creal00001' as CycleId;
const OBJECTIVE = 'oreal00001' as ObjectiveId;
const KEY_RESULTS = [`${OBJECTIVE}-first1`, `${OBJECTIVE}-second`] as KeyResultId[];

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

/** 200 issues and 5 epics, three of them with 15 children or more; some of the 200 are children of those epics. */
const drawTags = (site: Site, seed: number): Drawn => {
  const random = mulberry(seed);
  const inSprints = site.issues.filter((issue) => issue.sprintIds.length > 0 && isCounted(site, issue));
  const children = (epic: SiteIssue): SiteIssue[] => inSprints.filter(({ parentId }) => parentId === epic.id);
  const epics = site.issues.filter((issue) => children(issue).length > 0);
  const big = epics.filter((epic) => children(epic).length >= 15).slice(0, 3);
  const small = shuffled(
    epics.filter((epic) => !big.includes(epic)),
    random,
  ).slice(0, 2);
  const carriers = [...big, ...small];
  const ownOverInherited = shuffled(carriers.flatMap(children), random).slice(0, 15);
  const others = shuffled(
    inSprints.filter((issue) => !carriers.includes(issue) && !ownOverInherited.includes(issue)),
    random,
  );
  const direct = [...ownOverInherited, ...others].slice(0, 200);
  const carried = carriers.map((epic, index): [string, Tag] => [
    epic.key,
    index === 1 ? anExemption : tagOf(KEY_RESULTS[index % 2]!),
  ]);
  return new Map([...carried, ...direct.map((issue): [string, Tag] => [issue.key, anyTag(random)])]);
};

const anExemption: Tag = { state: 'exempt', reason: 'operations', note: '' };
const tagOf = (...keyResults: KeyResultId[]): Tag => ({ state: 'tagged', keyResults });

const anyTag = (random: () => number): Tag => {
  const draw = random();
  if (draw < 0.2) return anExemption;
  return draw < 0.35 ? tagOf(...KEY_RESULTS) : tagOf(KEY_RESULTS[draw < 0.7 ? 0 : 1]!);
};

const isCounted = (site: Site, { typeId }: SiteIssue): boolean =>
  site.issueTypes.find(({ id }) => id === typeId)?.subtask === false;

const writeTags = async (app: InstalledApp, site: Site, tags: Drawn): Promise<void> => {
  for (const [key, tag] of tags) {
    const { id } = site.issues.find((issue) => issue.key === key)!;
    await app.get('admin', 'saveTag', { issueId: id, expected: null, tag: tag as never });
  }
};

const secondOpinion = (tags: Drawn): Record<string, Buckets> => {
  const told = Object.fromEntries(
    [...tags].map(([key, tag]) => [
      key,
      tag.state === 'exempt' ? { exempt: tag.reason } : { keyResults: tag.keyResults },
    ]),
  );
  const tagsFile = join(mkdtempSync(join(tmpdir(), 'throughline-')), 'tags.json');
  writeFileSync(tagsFile, JSON.stringify(told));
  const files = [
    join(FOLDER, 'slice-2015-2016h1.issues.json'),
    join(FOLDER, 'slice-2015-2016h1.sprints.json'),
    tagsFile,
  ];
  const output = execFileSync(process.execPath, [join(__dirname, 'expected-buckets.mjs'), ...files], {
    maxBuffer: 1 << 28,
  });
  return Object.fromEntries(
    Object.entries(JSON.parse(output.toString()) as Record<string, Buckets>).map(([sprint, buckets]) => [
      sprint,
      sorted(buckets),
    ]),
  );
};

const bucketsOf = (work: readonly { readonly key: string; readonly tag: EffectiveTag | null }[]): Buckets => {
  const buckets: Buckets = { own: {}, inherited: {}, exempt: [], untagged: [] };
  for (const { key, tag } of work) {
    if (tag === null) buckets.untagged.push(key);
    else if (tag.tag.state === 'exempt') buckets.exempt.push(key);
    else {
      const side = tag.inheritedFrom === null ? buckets.own : buckets.inherited;
      for (const keyResult of tag.tag.keyResults) (side[keyResult] ??= []).push(key);
    }
  }
  return sorted(buckets);
};

const sorted = ({ own, inherited, exempt, untagged }: Buckets): Buckets => {
  const inOrder = (lists: Record<string, string[]>): Record<string, string[]> =>
    Object.fromEntries(Object.entries(lists).map(([keyResult, keys]) => [keyResult, [...keys].sort()]));
  return {
    own: inOrder(own),
    inherited: inOrder(inherited),
    exempt: [...exempt].sort(),
    untagged: [...untagged].sort(),
  };
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

/** A small seeded generator (Mulberry32), so that a draw can be repeated by its seed. */
const mulberry = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const shuffled = <T>(items: readonly T[], random: () => number): T[] =>
  items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
