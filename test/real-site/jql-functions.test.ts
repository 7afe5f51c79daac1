import { loadSite } from '../../local/sites/load-site';
import type { Issue, Site } from '../../local/jira/model';
import type { CycleId, ProjectId } from '../../src/domain/ids';
import type { Tag } from '../../src/domain/tag';
import { anInstalledApp, type InstalledApp } from '../builders/an-installed-app';
import { aDay } from '../builders/okrs';
import { found, pass } from '../events/given-jql';
import { describeWithShared } from '../shared-data';
import { drawTags, KEY_RESULTS, OBJECTIVE, type Drawn } from './drawn-tags';

const SEED = Number(process.env['SEED'] ?? 20150101);
const CYCLE = 'creal00001' as CycleId;

describeWithShared(
  `the JQL functions on the real site, with tags drawn by the seed ${SEED} (SEED=… draws others)`,
  ['data', 'tidev'],
  (folder) => {
    let app: InstalledApp;
    let site: Site;
    let drawn: Drawn;

    beforeAll(async () => {
      ({ site } = await loadSite(folder));
      app = await anInstalledApp(site);
      await givenOneObjective(app, site.projects[0]!.id as ProjectId);
      await pass(app, 2);
      drawn = drawTags(site, SEED);
      // Jira keeps what the functions came to before anything was tagged.
      for (const [use] of questions()) await found(app, `issue in ${use}`);
      for (const [key, tag] of drawn) {
        const { id } = site.issues.find((issue) => issue.key === key)!;
        await app.get('admin', 'saveTag', { issueId: id, expected: null, tag: tag as never });
      }
    }, 240_000);

    test('find nothing of it before Jira’s search does', async () => {
      for (const key of KEY_RESULTS)
        expect(await found(app, `issue in issuesOfKeyResult("${key}")`)).toEqual([]);
      expect(await found(app, 'issue in issuesExemptFromKeyResults()')).toEqual([]);
    }, 60_000);

    test('find, once it does, issue for issue what the files and the drawn tags give', async () => {
      await pass(app, 2);
      for (const [use, holds] of questions()) {
        const expected = site.issues
          .filter((issue) => levelOf(site, issue) === 0 && holds(tagOf(issue)))
          .map(({ key }) => key);
        expect(expected.length).toBeGreaterThan(0);
        expect([use, new Set(await found(app, `issue in ${use}`))]).toEqual([use, new Set(expected)]);
      }
    }, 120_000);

    /** A function with what is to be so of a story's tag. */
    const questions = (): readonly (readonly [string, (tag: Tag | null) => boolean])[] => {
      const names = (ids: readonly string[]) => (tag: Tag | null) =>
        tag?.state === 'tagged' && tag.keyResults.some((id) => ids.includes(id));
      return [
        ...KEY_RESULTS.map((id) => [`issuesOfKeyResult("${id}")`, names([id])] as const),
        [`issuesOfObjective("${OBJECTIVE}")`, names(KEY_RESULTS)],
        ['issuesWithoutKeyResult()', (tag) => tag === null],
        [`issuesWithoutKeyResult(${CYCLE})`, (tag) => tag === null],
        ['issuesExemptFromKeyResults()', (tag) => tag?.state === 'exempt'],
      ];
    };

    const tagOf = (issue: Issue): Tag | null => {
      const own = drawn.get(issue.key);
      const parent = own ? undefined : site.issues.find(({ id }) => id === issue.parentId);
      return own ?? (parent ? tagOf(parent) : null);
    };
  },
);

const levelOf = (site: Site, { typeId }: Issue): number =>
  site.issueTypes.find(({ id }) => id === typeId)?.hierarchyLevel ?? 0;

const givenOneObjective = async (app: InstalledApp, projectId: ProjectId): Promise<void> => {
  await app.get('admin', 'saveCycle', {
    id: CYCLE,
    expectedRevision: null,
    name: '2015 to mid 2016',
    startDate: aDay('2015-01-01'),
    endDate: aDay('2016-06-30'),
  });
  await app.get('admin', 'saveObjective', {
    id: OBJECTIVE,
    expectedRevision: null,
    cycleId: CYCLE,
    scope: { type: 'team', projectId },
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
