import { resolve } from 'node:path';
import { readManifest } from '../../local/forge/manifest';
import { startProcess } from '../../local/forge/process';
import { closeAccount } from '../../local/forge/personal-data';
import { anAccount } from '../builders/a-site';
import type { InstalledApp } from '../builders/an-installed-app';
import { anInstalledApp } from '../builders/an-installed-app';
import {
  aSaveCheckIn,
  aSaveKeyResult,
  aSaveObjective,
  checkInOf,
  COMPANY,
  givenOkrs,
  keyResultOf,
  TEAM,
  theSite,
} from '../resolvers/given-okrs';
import { storedIn } from '../resolvers/given-full-site';
import { canonicalJson } from '../../src/domain/backup';

const DAY = 86_400_000;
const MEMBER = 'account-member';

let app: InstalledApp;
beforeEach(async () => {
  // Without sprints, of which the app would write something down of its own accord.
  app = await aSiteWithPeople(await anInstalledApp(theSite({ sprints: [] })));
});

const aSiteWithPeople = async (app: InstalledApp): Promise<InstalledApp> => {
  await givenOkrs(app);
  await app.get('admin', 'saveObjective', {
    ...aSaveObjective(TEAM),
    expectedRevision: 0,
    owner: MEMBER as never,
  });
  await app.get('member', 'checkIn', aSaveCheckIn(keyResultOf(TEAM, 1)));
  await app.get(
    'keeper',
    'checkIn',
    aSaveCheckIn(keyResultOf(COMPANY), { id: checkInOf(keyResultOf(COMPANY)) }),
  );
  // What saving OKRs asked of the platform for later is done.
  await givenTime(app);
  // The first turn of what is scheduled follows the start of the app, and `givenOkrs` went back in time.
  app.standIn.clock.moveTo(new Date());
  return app;
};

const givenTime = async ({ standIn: { clock, deliveries } }: InstalledApp): Promise<void> => {
  clock.moveTo(new Date(clock.now().getTime() + 120_000));
  await deliveries.settled();
};

/** The platform calls once a day by the clock; this brings what is due. */
const pass = async (days: number): Promise<void> => {
  const { clock, deliveries } = app.standIn;
  clock.moveTo(new Date(clock.now().getTime() + days * DAY));
  await deliveries.settled();
};

const runNow = async (times = 1): Promise<void> => {
  for (let time = 0; time < times; time += 1) app.standIn.scheduled.runNow('report-personal-data');
  await app.standIn.deliveries.settled();
};

const close = (userName: string): void =>
  closeAccount(app.standIn.site.accounts.find((account) => account.userName === userName)!);

const lastReport = async () => (await app.get('admin', 'loadAdminPage', {})).personalData;

/** Without what the app keeps of its own work. */
const stored = (): string =>
  canonicalJson(
    storedIn(app).filter(([entity]) => !['personal-data-report', 'jql-refresh'].includes(entity)),
  );
const writes = (): number => app.standIn.meter.read().storage.writes.operations;

describe('the weekly report of account ids', () => {
  test('reports everybody who is named, once, and changes nothing while no account is closed', async () => {
    const before = stored();
    await runNow();
    expect(await lastReport()).toMatchObject({ reported: 2, erased: 0 });
    expect(stored()).toBe(before);
  });

  test('comes once in seven days, however often the platform calls', async () => {
    await runNow();
    const first = await lastReport();
    app.standIn.meter.reset();
    await runNow(3);
    await pass(1);
    await pass(4);
    expect(await lastReport()).toEqual(first);
    expect(writes()).toBe(0);
    await pass(1.9);
    const second = await lastReport();
    const apart = Date.parse(second!.finishedAt) - Date.parse(first!.finishedAt);
    expect(apart).toBeGreaterThan(5 * DAY);
    expect(apart).toBeLessThanOrEqual(7 * DAY);
  });

  test('erases who closed their account: what they owned is nobody’s, what they said a former user’s', async () => {
    const kept = (text: string) =>
      text
        .replaceAll(/"(ownRevision|revision)":\d+/g, '')
        .replaceAll(/"(author|owner)":("[^"]*"|null),?/g, '');
    const before = kept(stored());
    close('member');
    await runNow();
    expect(stored()).not.toContain(MEMBER);
    expect(await lastReport()).toMatchObject({ reported: 2, erased: 1 });
    app.settle();
    const { checkIns } = await app.get('admin', 'loadHistory', { keyResultId: keyResultOf(TEAM, 1) });
    expect(checkIns).toMatchObject([{ author: 'former-user', value: 40, note: 'Going well' }]);
    expect(kept(stored())).toBe(before);
  });

  test('writes only the records that name them', async () => {
    close('keeper');
    app.standIn.meter.reset();
    await runNow();
    // Keeper's one check-in, and how far the report has come.
    expect(writes()).toBe(2);
  });

  test('tells whoever edits what lost its owner meanwhile', async () => {
    close('member');
    await runNow();
    const problem = await app.problem('admin', 'saveKeyResult', {
      ...aSaveKeyResult(keyResultOf(TEAM, 1)),
      expectedRevision: 0,
      title: 'Typed before',
    });
    expect(problem).toMatchObject({ code: 'conflict' });
  });

  test('needs the scope for it, without which nothing is erased', async () => {
    const root = resolve(__dirname, '../..');
    const manifest = readManifest(root);
    const scopes = (manifest.permissions['scopes'] as string[]).filter(
      (scope) => scope !== 'report:personal-data',
    );
    const process = await startProcess(root, {
      ...manifest,
      permissions: { ...manifest.permissions, scopes },
    });
    app = await aSiteWithPeople(await anInstalledApp(theSite(), '10000', { process, log: () => undefined }));
    close('member');
    await runNow();
    expect(await lastReport()).toBeNull();
    expect(stored()).toContain(MEMBER);
  });

  test('has nothing to do for somebody whose name changed, since no names are stored', async () => {
    const before = stored();
    const member = app.standIn.site.accounts.find(({ userName }) => userName === 'member')!;
    Object.assign(member, { changedAt: app.standIn.clock.now().toISOString() });
    await runNow();
    expect(stored()).toBe(before);
  });

  test('goes on the next day where a lost answer ended it', async () => {
    close('member');
    app.standIn.faults.set([{ target: 'jira', match: '/app/report-accounts', share: 1, drop: true }]);
    await runNow();
    expect(await lastReport()).toBeNull();
    expect(stored()).toContain(MEMBER);
    app.standIn.faults.set([]);
    await pass(1);
    expect(await lastReport()).toMatchObject({ erased: 1 });
    expect(stored()).not.toContain(MEMBER);
  });

  test('goes on the next day where its time ran out', async () => {
    // Less than is kept for finishing: a page is all that there is time for.
    app = await aSiteWithPeople(await anInstalledApp(theSite(), '10000', { timeLimitMs: 8000 }));
    close('member');
    await runNow();
    expect(await lastReport()).toBeNull();
    expect(stored()).not.toContain(`"owner":"${MEMBER}"`);
    expect(stored()).toContain(`"author":"${MEMBER}"`);
    await pass(1);
    expect(await lastReport()).not.toBeNull();
    expect(stored()).not.toContain(MEMBER);
  });

  test('does no harm when it runs twice at once', async () => {
    close('member');
    app.standIn.deliveries.disturb({ parallel: 2, duplicated: 1 });
    await runNow();
    expect(stored()).not.toContain(MEMBER);
    expect(await lastReport()).toMatchObject({ reported: 2, erased: 1 });
  });

  test('does not lose what somebody saves at the same moment', async () => {
    close('member');
    const { scheduled, deliveries } = app.standIn;
    app.standIn.faults.set([{ target: 'storage', match: 'transaction objective', share: 1, delayMs: 20 }]);
    scheduled.runNow('report-personal-data');
    await Promise.all([
      deliveries.settled(),
      ...[2, 3, 4].map((number) =>
        app.get('keeper', 'checkIn', {
          ...aSaveCheckIn(keyResultOf(COMPANY), { id: checkInOf(keyResultOf(COMPANY), number) }),
          date: `2026-02-0${number}` as never,
        }),
      ),
    ]);
    expect(stored()).not.toContain(MEMBER);
    expect([2, 3, 4].every((number) => stored().includes(checkInOf(keyResultOf(COMPANY), number)))).toBe(
      true,
    );
  });

  test('asks in requests of at most 90 accounts', async () => {
    const people = Array.from({ length: 200 }, (_, number) => `p${number}`);
    app.standIn.site.accounts.push(...people.map((name) => anAccount(name)));
    for (const [index, name] of people.entries()) {
      await app.get('admin', 'saveObjective', {
        ...aSaveObjective(`o${String(index).padStart(9, '0')}` as never),
        owner: `account-${name}` as never,
      });
    }
    app.settle();
    close('p199');
    await runNow();
    expect(await lastReport()).toMatchObject({ reported: 202, erased: 1 });
    expect(stored()).not.toContain('"account-p199"');
  });
});
