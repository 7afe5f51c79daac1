import type { AccountId, ProjectId, SprintIntentId } from '../../src/domain/ids';
import { mapped } from '../../src/domain/backup-mapping';
import { canonicalJson, type Backup } from '../../src/domain/backup';
import { writeBackupFile } from '../../src/contract/backup-file';
import { compared, contentOf, exported, imported, ORIGIN, readWhole } from '../builders/a-move';
import { anAdminFrame } from '../builders/an-admin-frame';
import { aDay } from '../builders/okrs';
import { newWriting, writeSite } from '../../static/admin-page/write-site';
import { planOf } from '../../static/admin-page/comparison';
import { aFullSite, someIssues, storedIn, untagged } from './given-full-site';
import { keyResultOf, SECRET, TEAM, theSite } from './given-okrs';
import { anEmptySite, aSiteWithOtherIds, MEMBER, MEMBRA } from './given-other-site';

let text: string;
beforeAll(async () => {
  text = await exported(await aFullSite());
});

/** Back into the site that the file is of. */
const RESTORED = { siteUrl: ORIGIN.site };

const thingsOn = ({ properties }: Pick<Backup, 'properties'>): string[] =>
  properties.map(({ property, issueKey }) => `${property} ${issueKey}`);

const ofPlans = (entity: string): boolean =>
  ['sprint-intent', 'planning-settings', 'sprint-ledger', 'sprint-ledger-piece'].includes(entity);

describe('an import into an empty site', () => {
  test('makes the second export the same, byte for byte, where the ids are the same', async () => {
    const app = await anEmptySite();
    const { results, unwritten } = await imported(app, text, RESTORED);
    expect(new Set(results.map(({ result }) => result))).toEqual(new Set(['written']));
    expect(unwritten).toEqual([]);
    expect(await exported(app)).toBe(text);
  });

  test('makes it the same after the mapping, where projects, issues and accounts have other ids', async () => {
    const app = await aSiteWithOtherIds();
    const { resolved } = await compared(app, text);
    expect(resolved.unknown).toEqual([{ id: MEMBER, displayName: 'Member Person' }]);
    await imported(app, text, { people: new Map([[MEMBER, MEMBRA]]) });
    const there = mapped(contentOf(text), {
      accounts: new Map([
        [MEMBER, MEMBRA],
        ['account-keeper' as AccountId, 'account-keeper' as AccountId],
      ]),
      projects: new Map([
        ['10000', '710000'],
        ['10001', '710001'],
      ] as never),
      isSameSite: false,
      issues: new Map(someIssues().map(({ id, key }) => [id, { id: String(90_000 - Number(id)), key }])),
    });
    const accounts = there.accounts.map((account) =>
      account.id === MEMBRA ? { ...account, displayName: 'Membra Elsewhere' } : account,
    );
    expect(await exported(app)).toBe(writeBackupFile(ORIGIN, { ...there, accounts }));
  });

  test('lets whoever is left out own nothing, and keeps their history as a former user’s', async () => {
    const app = await aSiteWithOtherIds();
    await imported(app, text);
    const stored = canonicalJson(storedIn(app));
    expect(stored).not.toContain(MEMBER);
    expect(stored).toContain('"author":"former-user"');
    const { records } = contentOf(text);
    expect(contentOf(await exported(app)).records).toHaveLength(
      records.filter(({ entity }) => !ofPlans(entity)).length,
    );
  });

  test('leaves out what was planned for sprints and boards, whose numbers are others’ on another site', async () => {
    const app = await anEmptySite();
    const { comparison } = await compared(app, text);
    expect(comparison.there.records.filter(({ entity }) => ofPlans(entity))).toEqual([]);
    const there = contentOf(text).records.filter(({ entity }) => ofPlans(entity));
    expect(there.map(({ key }) => key)).toEqual([
      'sprint:3',
      'board:2',
      'sprint:1',
      'sprint:2',
      expect.stringMatching(/^sprint:1:close:0:/),
      expect.stringMatching(/^sprint:2:start:0:/),
    ]);
    const restored = await compared(app, text, RESTORED);
    expect(restored.comparison.there.records.filter(({ entity }) => ofPlans(entity))).toEqual(there);
  });

  test('replaces what was said of a sprint where that is asked for, and else leaves it', async () => {
    const app = await aFullSite();
    const advance = {
      keyResultId: keyResultOf(TEAM),
      change: 'more',
      movement: 1,
      visibleBy: aDay('2026-03-01'),
    };
    await app.get('member', 'saveSprintIntent', {
      id: 'iintent009' as SprintIntentId,
      place: { kind: 'sprint', sprintId: 3 },
      expectedRevision: 2,
      advances: [advance],
    });
    const saidNow = async () =>
      contentOf(await exported(app)).records.find(({ entity }) => entity === 'sprint-intent')?.value;
    await imported(app, text, RESTORED);
    expect(await saidNow()).toMatchObject({ revision: 3, said: { id: 'iintent009' } });
    await imported(app, text, { ...RESTORED, replace: ['intent'] });
    expect(await saidNow()).toMatchObject({
      revision: 4,
      said: { id: 'iintent002' },
      earlier: [{ id: 'iintent001' }],
    });
  });

  test('leaves out projects and issues that are not there, and lists them', async () => {
    const site = theSite();
    const app = await anEmptySite({
      projects: site.projects.filter(({ key }) => key === 'TEAM'),
      issues: untagged().filter(({ key }) => key !== 'TEAM-3' && key !== 'TEAM-6'),
    });
    const { resolved } = await compared(app, text);
    expect(resolved.missingProjects).toEqual(['SECRET']);
    expect(resolved.missingIssues.map(({ issueKey }) => issueKey)).toEqual(['TEAM-3', 'TEAM-6']);
    await imported(app, text);
    expect(canonicalJson(storedIn(app))).not.toContain(SECRET);
    expect(thingsOn(contentOf(await exported(app)))).toEqual([
      'tag TEAM-1',
      'tag TEAM-2',
      'tag TEAM-4',
      'figures TEAM-2',
    ]);
  });

  test('gives no issue the tag of another one that had its id on the site of the file', async () => {
    const [gone, another, ...others] = untagged();
    const app = await anEmptySite({ issues: [{ ...another!, id: gone!.id }, ...others] });
    const { resolved, comparison } = await compared(app, text);
    expect(resolved.missingIssues.map(({ issueKey }) => issueKey)).toEqual(['TEAM-1']);
    expect(thingsOn(comparison.there)).toEqual([
      'tag TEAM-2',
      'tag TEAM-3',
      'tag TEAM-4',
      'figures TEAM-2',
      'figures TEAM-6',
    ]);
  });

  test('brings a file in that an older version of the app wrote, which knew no figures', async () => {
    const older = text
      .split('\n')
      .filter((line) => !line.startsWith('{"figures"'))
      .map((line, index) => (index === 0 ? line.replace('"version":3', '"version":1') : line))
      .join('\n')
      .replace('"figures":2,', '');
    const app = await anEmptySite();
    await imported(app, older, RESTORED);
    const { properties, ...others } = contentOf(text);
    expect(contentOf(await exported(app))).toEqual({
      ...others,
      properties: properties.filter(({ property }) => property === 'tag'),
    });
  });

  test('finds an issue of the same site that has got another key since', async () => {
    const [moved, ...others] = untagged();
    const app = await anEmptySite({ issues: [{ ...moved!, key: 'TEAM-77' }, ...others] });
    const { resolved } = await compared(app, text, { siteUrl: ORIGIN.site });
    expect(resolved.missingIssues).toEqual([]);
    expect(resolved.issues.get(moved!.id)?.issueKey).toBe('TEAM-77');
  });

  test('finds a project of the same site that has got another key since, and not another that has its key now', async () => {
    const [team, ...others] = theSite().projects;
    const app = await anEmptySite({
      projects: [{ ...team!, key: 'CREW' }, { ...team!, id: '10077' }, ...others],
    });
    const { resolved } = await compared(app, text, RESTORED);
    expect(resolved.missingProjects).toEqual([]);
    expect(resolved.projects.get('10000' as ProjectId)).toBe('10000');
    const elsewhere = await compared(app, text);
    expect(elsewhere.resolved.projects.get('10000' as ProjectId)).toBe('10077');
  });

  test('can be done twice: the second time nothing is written', async () => {
    const app = await anEmptySite();
    await imported(app, text, RESTORED);
    const before = storedIn(app);
    const { comparison } = await compared(app, text, RESTORED);
    expect(planOf(comparison, new Set())).toEqual({ records: [], properties: [] });
    expect(storedIn(app)).toEqual(before);
  });

  test('can have a piece sent again, which writes nothing', async () => {
    const app = await anEmptySite();
    const { comparison } = await compared(app, text, RESTORED);
    const plan = planOf(comparison, new Set());
    await writeSite(anAdminFrame(app), newWriting(plan), () => undefined);
    app.standIn.meter.reset();
    const again = newWriting(plan);
    await writeSite(anAdminFrame(app), again, () => undefined);
    expect(new Set(again.results.map(({ result }) => result))).toEqual(new Set(['same']));
    expect(app.standIn.meter.read().storage.writes.operations).toBe(0);
    expect(await exported(app)).toBe(text);
  });

  test('goes on after it stopped in the middle, and comes to the same', async () => {
    const app = await anEmptySite();
    const { comparison } = await compared(app, text, RESTORED);
    const writing = newWriting(planOf(comparison, new Set()));
    app.standIn.faults.set([
      { target: 'jira', match: 'PUT /rest/api/3/issue/properties', status: 500, share: 1 },
    ]);
    await expect(writeSite(anAdminFrame(app), writing, () => undefined)).rejects.toThrow();
    expect(writing.unwritten.length).toBeGreaterThan(0);
    app.standIn.faults.set([]);
    await writeSite(anAdminFrame(app), writing, () => undefined);
    expect(await exported(app)).toBe(text);
  });

  test('comes to the same when answers are lost after what they answer was done', async () => {
    const app = await anEmptySite();
    app.standIn.faults.set([
      { target: 'storage', match: '(entity/set|transaction)', share: 0.3, dropReply: true },
      { target: 'invoke', match: 'importRecords', share: 0.5, dropReply: true },
      { target: 'jira', match: 'PUT /rest/api/3/issue/properties', share: 0.5, dropReply: true },
    ]);
    const { results, unwritten } = await imported(app, text, RESTORED);
    app.standIn.faults.set([]);
    expect(results.filter(({ result }) => result === 'conflict')).toEqual([]);
    expect(unwritten).toEqual([]);
    expect(await exported(app)).toBe(text);
  });

  test('waits where the storage takes only so much a minute', async () => {
    const app = await anEmptySite();
    app.standIn.settings.change({ storageWriteUnitsPerMinute: 8 });
    const { results } = await imported(app, text, RESTORED);
    expect(results.filter(({ result }) => result === 'conflict')).toEqual([]);
    app.standIn.settings.change({ storageWriteUnitsPerMinute: 4000 });
    expect(await exported(app)).toBe(text);
  });

  test('lists the tags and figures that the administrator may not write', async () => {
    const app = await anEmptySite();
    const { comparison } = await compared(app, text);
    const writing = { ...newWriting(planOf(comparison, new Set())), recordChunks: [] };
    // `viewer` browses TEAM and edits nothing in it.
    await writeSite(anAdminFrame(app, 'viewer'), writing, () => undefined);
    expect(thingsOn({ properties: writing.unwritten })).toEqual([
      'tag TEAM-1',
      'tag TEAM-2',
      'tag TEAM-3',
      'tag TEAM-4',
      'figures TEAM-2',
      'figures TEAM-6',
    ]);
    expect((await readWhole(app)).properties.size).toBe(0);
  });
});
