import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Site } from '../../local/jira/model';
import { randomFrom } from '../../local/random';
import { loadSite } from '../../local/sites/load-site';
import { storedTag, TAG_PROPERTY } from '../../src/domain/tag';
import { createListStore, type ListStore } from '../../static/refinement/list-store';
import { anInstalledApp, type InstalledApp } from '../builders/an-installed-app';
import { jiraInFrame } from '../jira/jira-in-frame';
import { FOLDER } from './buckets';
import { drawTags, KEY_RESULTS, type Drawn } from './drawn-tags';

const SEED = Number(process.env['SEED'] ?? 20260105);
const PROJECT = 'TIMOB';
const BOARD = 114;

const ifThere = existsSync(FOLDER) ? describe : describe.skip;

ifThere(`the untagged work of ../shared/data, drawn by the seed ${SEED} (SEED=… draws others)`, () => {
  let app: InstalledApp;
  let list: ListStore;
  let expected: Record<string, string[]>;

  beforeAll(async () => {
    const { site } = await loadSite(FOLDER);
    const tags = drawTags(site, SEED);
    const sprints = reopenSprints(site);
    const reopened = reopenIssues(site, tags, SEED);
    const project = site.projects.find(({ key }) => key === PROJECT)!;
    app = await anInstalledApp(site, project.id);
    await writeTags(app, tags);
    app.settle();
    expected = secondOpinion({ project: PROJECT, tagged: [...tags.keys()], reopened, sprints });
    list = createListStore(
      jiraInFrame(app, 'admin'),
      { projectId: project.id, boardId: null },
      () => Promise.resolve(KEY_RESULTS),
      () => app.standIn.clock.now().getTime(),
    );
    await list.load();
  }, 120_000);

  test('the draw has direct, inherited and exempt tags, and open work in two sprints and the backlog', () => {
    expect(Object.keys(expected)).toHaveLength(3);
    const count = Object.values(expected).flat().length;
    expect(count).toBeGreaterThan(200);
    expect(count).toBeLessThan(openIssues(app.standIn.site).length - 30);
  });

  test('the list has, section by section, every issue that the data files give and no other', () => {
    expect(listed(list, app.standIn.site)).toEqual(expected);
  });

  test('JQL by the app’s own function gives the same issues', async () => {
    const jql = `project = ${PROJECT} AND statusCategory != Done AND issue in issuesWithoutKeyResult()`;
    expect(await search(app, jql)).toEqual(Object.values(expected).flat().sort());
  });

  test('what was tagged a moment ago leaves the list, before search knows of it, and stays out', async () => {
    const gone = list
      .get()
      .sections.flatMap(({ ids }) => ids)
      .slice(0, 3);
    for (const id of gone) await write(app, id, { state: 'tagged', keyResults: KEY_RESULTS });
    list.leave(gone);
    await list.load();
    const keys = gone.map((id) => app.standIn.site.issues.find((issue) => issue.id === id)!.key);
    const without = Object.entries(expected).map(([section, all]): [string, string[]] => [
      section,
      all.filter((key) => !keys.includes(key)),
    ]);
    expect(listed(list, app.standIn.site)).toEqual(
      Object.fromEntries(without.filter(([, all]) => all.length > 0)),
    );
  }, 60_000);
});

/** The keys of each section, a sprint's by its id, in order. */
const listed = (list: ListStore, site: Site): Record<string, string[]> => {
  const keys = new Map(site.issues.map(({ id, key }) => [id, key]));
  return Object.fromEntries(
    list
      .get()
      .sections.map(({ key, ids }) => [key.replace('sprint ', ''), ids.map((id) => keys.get(id)!).sort()]),
  );
};

const search = async (app: InstalledApp, jql: string): Promise<string[]> => {
  const keys: string[] = [];
  for (let nextPageToken: string | undefined; ;) {
    const { body } = await ask(app, 'POST', '/rest/api/3/search/jql', {
      jql,
      fields: ['key'],
      maxResults: 5000,
      ...(nextPageToken === undefined ? {} : { nextPageToken }),
    });
    const page = body as {
      readonly issues: readonly { readonly key: string }[];
      readonly nextPageToken?: string;
    };
    keys.push(...page.issues.map(({ key }) => key));
    nextPageToken = page.nextPageToken;
    if (nextPageToken === undefined) return keys.sort();
  }
};

/** All sprints of the data are closed: of its biggest two, one runs and one comes next here. */
const reopenSprints = (site: Site): number[] => {
  const [active, next] = site.sprints
    .filter(({ originBoardId }) => originBoardId === BOARD)
    .sort((a, b) => inSprint(site, b.id) - inSprint(site, a.id) || a.id - b.id);
  Object.assign(active!, { state: 'active', completeDate: null });
  Object.assign(next!, { state: 'future', completeDate: null });
  return [active!.id, next!.id];
};

const inSprint = (site: Site, sprint: number): number =>
  site.issues.filter(({ sprintIds }) => sprintIds.includes(sprint)).length;

/** Nearly all issues of the data are done: half of them, and every child of a tagged epic, are open here. */
const reopenIssues = (site: Site, tags: Drawn, seed: number): string[] => {
  const random = randomFrom(seed);
  const open = site.statuses.find(({ category }) => category === 'new')!;
  const carriers = site.issues.filter(({ key }) => tags.has(key)).map(({ id }) => id);
  const drawn = site.issues.filter(
    ({ parentId }) => random.chance(0.5) || (parentId !== null && carriers.includes(parentId)),
  );
  for (const issue of drawn) Object.assign(issue, { statusId: open.id, resolutionId: null, resolved: null });
  return drawn.map(({ key }) => key);
};

const openIssues = ({ issues, statuses }: Site) => {
  const done = new Set(statuses.filter(({ category }) => category === 'done').map(({ id }) => id));
  return issues.filter(({ statusId }) => !done.has(statusId));
};

const ask = async (app: InstalledApp, method: 'POST' | 'PUT', path: string, body: unknown) => {
  const headers = { 'Content-Type': 'application/json', Accept: 'application/json' };
  const init = { method, headers, body: JSON.stringify(body) };
  const response = await jiraInFrame(app, 'admin').requestJira(path as never, init);
  const text = await response.text();
  return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as unknown };
};

const write = (app: InstalledApp, id: string, tag: Parameters<typeof storedTag>[0]) =>
  ask(app, 'PUT', `/rest/api/3/issue/${id}/properties/${TAG_PROPERTY}`, storedTag(tag));

const writeTags = async (app: InstalledApp, tags: Drawn): Promise<void> => {
  for (const [key, tag] of tags) {
    const { status } = await write(app, app.standIn.site.issues.find((issue) => issue.key === key)!.id, tag);
    expect(status).toBeLessThan(300);
    // Jira takes only so many writes a second.
    app.standIn.clock.moveTo(new Date(app.standIn.clock.now().getTime() + 1_000));
  }
};

const secondOpinion = (draw: object): Record<string, string[]> => {
  const file = join(mkdtempSync(join(tmpdir(), 'throughline-')), 'draw.json');
  writeFileSync(file, JSON.stringify(draw));
  const script = join(__dirname, 'expected-untagged.mjs');
  const issues = join(FOLDER, 'slice-2015-2016h1.issues.json');
  return JSON.parse(
    execFileSync(process.execPath, [script, issues, file], { maxBuffer: 1 << 28 }).toString(),
  ) as Record<string, string[]>;
};
