import type { StoredList } from '../../src/domain/backup';
import type { Difference } from '../../src/domain/backup-difference';
import type { BackupKind } from '../../src/domain/backup-items';
import type { KeyResultId } from '../../src/domain/ids';
import { TAG_PROPERTY } from '../../src/domain/tag';
import type { Component, ScaleValue } from '../../src/domain/wsjf';
import { WSJF_PROPERTY } from '../../src/domain/wsjf-figures';
import { saveFigure } from '../../src/jira/wsjf-figures';
import { newWriting, writeSite } from '../../static/admin-page/write-site';
import { planOf } from '../../static/admin-page/comparison';
import { compared, contentOf, exported, imported } from '../builders/a-move';
import { aPatience } from '../builders/a-patience';
import { anAdminFrame } from '../builders/an-admin-frame';
import type { InstalledApp } from '../builders/an-installed-app';
import { aFullSite, storedIn } from './given-full-site';
import {
  aSaveCheckIn,
  aSaveKeyResult,
  aSaveObjective,
  checkInOf,
  COMPANY,
  CYCLE,
  keyResultOf,
  SECRET,
  TEAM,
} from './given-okrs';

const KEY_RESULT = keyResultOf(TEAM, 1);
const LATER = checkInOf(KEY_RESULT, 3);

let app: InstalledApp;
let text: string;

/** A site that went its own way since the file was taken. */
beforeEach(async () => {
  app = await aFullSite();
  text = await exported(app);
  await app.get('admin', 'saveObjective', {
    ...aSaveObjective(TEAM),
    expectedRevision: 0,
    title: 'Changed here',
  });
  await app.get('admin', 'saveKeyResult', {
    ...aSaveKeyResult(KEY_RESULT),
    expectedRevision: 0,
    title: 'Its own title',
  });
  await app.get('admin', 'saveKeyResult', aSaveKeyResult(keyResultOf(TEAM, 3)));
  await app.get('member', 'checkIn', aSaveCheckIn(KEY_RESULT, { id: LATER, date: '2026-02-10', value: 77 }));
  await app.get('member', 'saveTag', {
    issueId: '10001',
    expected: { state: 'tagged', keyResults: [KEY_RESULT] },
    tag: { state: 'exempt', reason: 'bug', note: '' },
  });
  await giveFigure('10002', 'jobSize', 2, 5);
  await giveFigure('10008', 'jobSize', null, 1);
});

/** Gives an issue a figure as the WSJF table does. */
const giveFigure = (
  issueId: string,
  component: Component,
  expected: ScaleValue | null,
  value: ScaleValue,
): Promise<unknown> =>
  saveFigure(anAdminFrame(app).jira, { issueId, component, expected, value }, aPatience());
const figuresOn = (issueId: string): unknown =>
  app.standIn.site.issues.find(({ id }) => id === issueId)?.properties[WSJF_PROPERTY];

const found = async (): Promise<Record<BackupKind, Record<Difference['state'], string[]>>> => {
  const { comparison } = await compared(app, text);
  return Object.fromEntries(
    [...comparison.differences].map(([kind, all]) => [
      kind,
      Object.fromEntries(
        (['new', 'changed', 'same', 'only-here'] as const).map((state) => [
          state,
          all.filter((one) => one.state === state).map(({ title }) => title),
        ]),
      ),
    ]),
  ) as never;
};

const stored = (entity: string, key: string) =>
  storedIn(app).find(([its, name]) => its === entity && name === key)?.[2] as never;
const objectiveHere = () =>
  stored('objective', TEAM) as {
    title: string;
    revision: number;
    ownRevision: number;
    keyResults: KeyResultHere[];
  };
type KeyResultHere = { id: KeyResultId; title: string; revision: number; latest: { id: string } | null };

describe('a file held against a site with data', () => {
  test('shows what would change, with what is here and what would be, and changes nothing', async () => {
    const before = storedIn(app);
    expect(await found()).toMatchObject({
      objective: { changed: ['Changed here'], new: [], 'only-here': [] },
      'key-result': { changed: ['Its own title'], 'only-here': [`Key result ${keyResultOf(TEAM, 3)}`] },
      'check-in': { changed: [], 'only-here': ['Its own title, 2026-02-10'] },
      tag: { changed: ['TEAM-1'], same: ['TEAM-2', 'TEAM-3', 'TEAM-4'] },
      figures: { changed: ['TEAM-2'], same: ['TEAM-6'], 'only-here': ['TEAM-8'] },
      cycle: { same: ['2026 Q1'] },
    });
    const { comparison } = await compared(app, text);
    expect(comparison.differences.get('objective')?.find(({ id }) => id === TEAM)?.changes).toEqual([
      { field: 'title', here: 'Changed here', there: `Objective ${TEAM}` },
    ]);
    expect(storedIn(app)).toEqual(before);
  });

  test('changes nothing that is here unless it is told to', async () => {
    const before = storedIn(app);
    await imported(app, text);
    expect(storedIn(app)).toEqual(before);
    expect(app.standIn.site.issues.find(({ id }) => id === '10001')?.properties[TAG_PROPERTY]).toMatchObject({
      state: 'exempt',
    });
    expect(figuresOn('10002')).toEqual({ version: 1, userBusinessValue: 8, jobSize: 5 });
  });

  test('replaces figures where it is told to, and keeps those that are only here', async () => {
    const { comparison } = await compared(app, text);
    expect(comparison.differences.get('figures')?.find(({ state }) => state === 'changed')?.changes).toEqual([
      {
        field: 'figures',
        here: { version: 1, userBusinessValue: 8, jobSize: 5 },
        there: { version: 1, userBusinessValue: 8, jobSize: 2 },
      },
    ]);
    const { unwritten } = await imported(app, text, { replace: ['figures'] });
    expect(unwritten).toEqual([]);
    expect(figuresOn('10002')).toEqual({ version: 1, userBusinessValue: 8, jobSize: 2 });
    expect(figuresOn('10008')).toEqual({ version: 1, jobSize: 1 });
    expect(app.standIn.site.issues.find(({ id }) => id === '10001')?.properties[TAG_PROPERTY]).toMatchObject({
      state: 'exempt',
    });
  });

  test('replaces the kinds it is told to, and keeps what is only here', async () => {
    await imported(app, text, { replace: ['objective', 'key-result', 'tag'] });
    const { title, keyResults } = objectiveHere();
    expect([title, ...keyResults.map((keyResult) => keyResult.title)]).toEqual([
      `Objective ${TEAM}`,
      ...[1, 2, 3].map((number) => `Key result ${keyResultOf(TEAM, number)}`),
    ]);
    // The newer check-in is only here, and stays the newest.
    expect(keyResults[0]?.latest?.id).toBe(LATER);
    expect(stored('check-in', LATER)).toMatchObject({ value: 77 });
    expect(app.standIn.site.issues.find(({ id }) => id === '10001')?.properties[TAG_PROPERTY]).toEqual({
      version: 1,
      state: 'tagged',
      keyResults: [KEY_RESULT],
    });
  });

  test('replaces one kind and leaves the others', async () => {
    await imported(app, text, { replace: ['objective'] });
    expect([objectiveHere().title, objectiveHere().keyResults[0]?.title]).toEqual([
      `Objective ${TEAM}`,
      'Its own title',
    ]);
  });

  test('counts up what it replaces, so that whoever edits the old one is told', async () => {
    await imported(app, text, { replace: ['objective', 'key-result'] });
    expect(objectiveHere()).toMatchObject({ ownRevision: 2 });
    const problem = await app.problem('admin', 'saveObjective', {
      ...aSaveObjective(TEAM),
      expectedRevision: 1,
      title: 'Typed before the import',
    });
    expect(problem.code).toBe('conflict');
  });

  test('brings a check-in back together with the value it stands for', async () => {
    const fresh = await aFullSite();
    const keyResult = keyResultOf(COMPANY);
    await fresh.get('member', 'checkIn', aSaveCheckIn(keyResult, { date: '2026-02-12', value: 90 }));
    const newer = await exported(fresh);
    await imported(app, newer);
    expect(stored('objective', COMPANY)).toMatchObject({ keyResults: [{ latest: { value: 90 } }] });
    expect(stored('check-in', checkInOf(keyResult))).toMatchObject({ value: 90 });
  });

  test('never rewrites a check-in, whatever the file says', async () => {
    const forged = text.replace('"note":"Going well"', '"note":"Going badly"');
    const { comparison } = await compared(app, forged);
    expect(comparison.differences.get('check-in')?.some(({ state }) => state === 'changed')).toBe(true);
    await imported(app, forged, { replace: ['check-in'] });
    expect(stored('check-in', checkInOf(KEY_RESULT))).toMatchObject({ note: 'Going well' });
  });

  test('adds the file’s cycles and objectives to those that are only here', async () => {
    const other = 'cotheryear' as typeof CYCLE;
    await app.get('keeper', 'saveCycle', {
      id: other,
      expectedRevision: null,
      name: '2027',
      startDate: '2027-01-01' as never,
      endDate: '2027-12-31' as never,
    });
    await app.get(
      'keeper',
      'saveObjective',
      aSaveObjective('oonlyhere1' as never, { scope: { type: 'company' } }),
    );
    const bigger = text.replaceAll(COMPANY, 'obrought01').replaceAll(CYCLE, 'cbrought01');
    await imported(app, bigger);
    expect(stored('cycle-calendar', 'site')).toMatchObject({
      cycles: [{ id: CYCLE }, { id: other }, { id: 'cbrought01' }],
    });
    expect(stored('objective-list', 'company')).toMatchObject({
      entries: [{ objectiveId: COMPANY }, { objectiveId: 'oonlyhere1' }, { objectiveId: 'obrought01' }],
    });
  });
});

describe('an import while others work', () => {
  const planned = async (replace: readonly BackupKind[]) => {
    const { comparison } = await compared(app, text);
    return newWriting(planOf(comparison, new Set(replace)));
  };

  test('does not write over what somebody saved since it was compared', async () => {
    const writing = await planned(['objective']);
    await app.get('admin', 'saveObjective', {
      ...aSaveObjective(TEAM),
      expectedRevision: 1,
      title: 'Just now',
    });
    await writeSite(anAdminFrame(app), writing, () => undefined);
    expect(writing.results.map(({ write, result }) => [write.key, result])).toEqual([[TEAM, 'conflict']]);
    expect(objectiveHere().title).toBe('Just now');
  });

  test('does not write over a tag that somebody set since it was compared, and lists it', async () => {
    const writing = await planned(['tag']);
    await app.get('member', 'saveTag', {
      issueId: '10001',
      expected: { state: 'exempt', reason: 'bug', note: '' },
      tag: { state: 'tagged', keyResults: [keyResultOf(COMPANY)] },
    });
    await writeSite(anAdminFrame(app), writing, () => undefined);
    expect(writing.unwritten.map(({ issueKey }) => issueKey)).toEqual(['TEAM-1']);
    expect(app.standIn.site.issues.find(({ id }) => id === '10001')?.properties[TAG_PROPERTY]).toMatchObject({
      keyResults: [keyResultOf(COMPANY)],
    });
  });
});

describe('figures that somebody gives while others import', () => {
  test('stay, and are listed', async () => {
    const { comparison } = await compared(app, text);
    const writing = newWriting(planOf(comparison, new Set<BackupKind>(['figures'])));
    await giveFigure('10002', 'jobSize', 5, 13);
    await writeSite(anAdminFrame(app), writing, () => undefined);
    expect(writing.unwritten.map(({ property, issueKey }) => [property, issueKey])).toEqual([
      ['figures', 'TEAM-2'],
    ]);
    expect(figuresOn('10002')).toEqual({ version: 1, userBusinessValue: 8, jobSize: 13 });
  });
});

describe('the function that writes records', () => {
  const write = (records: readonly unknown[], account = 'admin') =>
    app.call(account, 'importRecords', { records } as never);
  const calendar = () => contentOf(text).records.find(({ entity }) => entity === 'cycle-calendar');

  test('takes nothing that the app could not have stored itself', async () => {
    const before = storedIn(app);
    const record = calendar()!;
    for (const bad of [
      { ...record, value: { ...record.value, version: 2 } },
      { ...record, value: { ...record.value, more: true } },
      { ...record, key: 'elsewhere' },
      { ...record, entity: 'personal-data-report' },
      JSON.parse('{"entity":"objective","key":"__proto__","value":{}}'),
    ]) {
      expect(await write([{ record: bad, expected: null }])).toMatchObject({
        ok: false,
        error: { code: 'invalid' },
      });
    }
    expect(storedIn(app)).toEqual(before);
  });

  test('shows nobody a hidden objective by way of a list that is everybody’s', async () => {
    const { records } = contentOf(await exported(app));
    const company = records.find(({ entity, key }) => entity === 'objective-list' && key === 'company')!;
    const { revision, entries } = company.value as StoredList;
    const value = {
      ...company.value,
      revision: revision + 1,
      entries: [...entries, { objectiveId: SECRET, cycleId: CYCLE }],
    };
    expect(await write([{ record: { ...company, value }, expected: revision }])).toMatchObject({
      ok: true,
      value: { results: ['written'] },
    });
    const page = await app.get('member', 'loadProjectPage', { projectId: '10000' as never, cycleId: CYCLE });
    expect(page.objectives.map(({ id }) => id)).toEqual([COMPANY, TEAM]);
  });

  test.each(['member', 'viewer', 'keeper', 'outsider'])('is not for %s', async (account) => {
    expect(await write([{ record: calendar(), expected: null }], account)).toMatchObject({
      error: { code: 'forbidden' },
    });
  });
});
