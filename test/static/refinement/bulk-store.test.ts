import { TAG_PROPERTY, storedTag } from '../../../src/domain/tag';
import type { BulkJob } from '../../../static/refinement/bulk/bulk-job';
import { createBulkStore, type BulkStage } from '../../../static/refinement/bulk/bulk-store';
import { reasonOf } from '../../../static/refinement/bulk/bulk-words';
import { aSite, anIssue } from '../../builders/a-site';
import { anInstalledApp, type InstalledApp } from '../../builders/an-installed-app';
import { aKeyResultId } from '../../builders/okrs';
import { aBulkFrame, held } from '../../jira/bulk-frame';

const ONE = aKeyResultId('kr0001');
const WISHED = storedTag({ state: 'tagged', keyResults: [ONE] });
const TAG = { type: 'tag', keyResults: [ONE] } as const;

const aStore = (app: InstalledApp, account = 'member') => {
  const ended: { readonly job: BulkJob; readonly isWhole: boolean }[] = [];
  const { jira, pause } = aBulkFrame(app, account);
  const store = createBulkStore({
    jira,
    pause,
    onEnd: (job, _, isWhole) => void ended.push({ job, isWhole }),
  });
  const stage = <Name extends BulkStage['name']>(name: Name): Extract<BulkStage, { name: Name }> => {
    const { stage: now } = store.get();
    if (now.name !== name) throw new Error(`It is ${now.name}, not ${name}.`);
    return now as Extract<BulkStage, { name: Name }>;
  };
  return { store, stage, ended };
};

const targetOf = (...keys: readonly string[]) => ({
  issues: keys.map((key) => ({ issueId: anIssue(key).id, issueKey: key })),
  above: null,
});

const appWith = (...keys: readonly string[]) =>
  anInstalledApp(aSite({ issues: keys.map((key) => anIssue(key)) }));

describe('an action on many issues', () => {
  it('tells which half may be edited before anything is written, and is then done to that half', async () => {
    const app = await appWith('TEAM-1', 'TEAM-2', 'SECRET-1');
    const { store, stage } = aStore(app);
    await store.choose('tag', targetOf('TEAM-1', 'SECRET-1', 'TEAM-2'));
    const { checked } = stage('choosing');
    expect(checked).toMatchObject({
      state: 'ready',
      value: {
        editable: [{ issueKey: 'TEAM-1' }, { issueKey: 'TEAM-2' }],
        others: [{ issueKey: 'SECRET-1' }],
      },
    });
    expect(held(app, 'TEAM-1')).toBeUndefined();
    await store.start(TAG);
    stage('idle');
    expect(['TEAM-1', 'TEAM-2', 'SECRET-1'].map((key) => held(app, key))).toEqual([
      WISHED,
      WISHED,
      undefined,
    ]);
  });

  it('says why the check failed, and forgets it when it is left', async () => {
    const app = await appWith('TEAM-1');
    const { store, stage } = aStore(app);
    app.standIn.faults.set([{ target: 'jira', match: 'permissions/check', share: 1, drop: true }]);
    await store.choose('tag', targetOf('TEAM-1'));
    expect(stage('choosing').checked.state).toBe('error');
    expect(store.start(TAG)).toBeUndefined();
    store.leave();
    stage('idle');
  });

  it('lists what was done here, undoes each on its own, and says what it could not take back', async () => {
    const app = await appWith('TEAM-1', 'TEAM-2', 'TEAM-3');
    const { store, stage, ended } = aStore(app);
    await store.choose('tag', targetOf('TEAM-1', 'TEAM-2'));
    await store.start(TAG);
    await store.choose('defer', targetOf('TEAM-3'));
    await store.start({ type: 'defer' });
    expect(store.get().done.map(({ job }) => job.action.type)).toEqual(['defer', 'tag']);
    const theirs = storedTag({ state: 'exempt', reason: 'bug', note: '' });
    await app.rest('admin', 'PUT', `/rest/api/3/issue/TEAM-2/properties/${TAG_PROPERTY}`, theirs);
    await store.undo(store.get().done[1]!);
    expect(stage('ended').plan.map(({ issueKey, state }) => [issueKey, state.name])).toEqual([
      ['TEAM-1', 'done'],
      ['TEAM-2', 'changed'],
    ]);
    expect([held(app, 'TEAM-1'), held(app, 'TEAM-2')]).toEqual([undefined, theirs]);
    expect(store.get().done.map(({ isUndone }) => isUndone)).toEqual([false, true]);
    await store.undo(store.get().done[0]!);
    expect(app.standIn.site.issues.find(({ key }) => key === 'TEAM-3')?.labels).toEqual([]);
    expect(ended.map(({ isWhole }) => isWhole)).toEqual([true, true, false, true]);
  });

  it('leaves what was put off since it was cut, and says so, when the cut is undone', async () => {
    const app = await appWith('TEAM-1', 'TEAM-2');
    const { store, stage } = aStore(app, 'admin');
    await store.choose('cut', targetOf('TEAM-1', 'TEAM-2'));
    await store.start({ type: 'cut' });
    await store.choose('defer', targetOf('TEAM-2'));
    await store.start({ type: 'defer' });
    await store.undo(store.get().done[1]!);
    const { plan } = stage('ended');
    const titleOf = () => 'A key result';
    expect(plan.map((item) => [item.issueKey, item.state.name, reasonOf(item, titleOf)])).toEqual([
      ['TEAM-1', 'done', null],
      ['TEAM-2', 'changed', 'It was changed meanwhile: it is to be deferred now, and stays so.'],
    ]);
    expect(store.get().done[1]).toMatchObject({ isUndone: true });
  });

  it('goes on after the connection was lost, and what it did in two runs is undone in one', async () => {
    const app = await appWith('TEAM-1', 'TEAM-2');
    const { store, stage } = aStore(app);
    await app.rest('member', 'PUT', `/rest/api/3/issue/TEAM-2/properties/${TAG_PROPERTY}`, 'garbage');
    await store.choose('tag', targetOf('TEAM-1', 'TEAM-2'));
    let writes = 0;
    const leave = store.subscribe(() => {
      const now = store.get().stage;
      if (
        now.name === 'running' &&
        now.plan.some(({ state }) => state.name === 'written') &&
        (writes += 1) === 1
      )
        app.standIn.faults.set([{ target: 'jira', match: '', share: 1, drop: true }]);
    });
    await store.start(TAG);
    leave();
    expect(stage('ended').stoppedBy).not.toBeNull();
    expect(held(app, 'TEAM-2')).toBe('garbage');
    app.standIn.faults.set([]);
    await store.goOn();
    stage('idle');
    expect([held(app, 'TEAM-1'), held(app, 'TEAM-2')]).toEqual([WISHED, WISHED]);
    expect(store.get().done.length).toBe(1);
    await store.undo(store.get().done[0]!);
    expect([held(app, 'TEAM-1'), held(app, 'TEAM-2')]).toEqual([undefined, 'garbage']);
  });

  it('adds to what others wrote meanwhile when it is tried again after they were shown', async () => {
    const app = await appWith('TEAM-1', 'TEAM-2');
    const { store, stage } = aStore(app);
    await store.choose('tag', targetOf('TEAM-1', 'TEAM-2'));
    const two = aKeyResultId('kr0002');
    await app.rest(
      'admin',
      'PUT',
      `/rest/api/3/issue/TEAM-1/properties/${TAG_PROPERTY}`,
      storedTag({ state: 'tagged', keyResults: [two] }),
    );
    await store.start(TAG);
    expect(stage('ended').plan.map(({ state }) => state.name)).toEqual(['changed', 'done']);
    await store.tryAgain();
    stage('idle');
    expect(held(app, 'TEAM-1')).toEqual(storedTag({ state: 'tagged', keyResults: [two, ONE] }));
  });
});
