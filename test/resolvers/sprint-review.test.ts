import type { KeyResultId, ObjectiveId, ProjectId } from '../../src/domain/ids';
import { aDay } from '../builders/okrs';
import { anInstalledApp, type InstalledApp } from '../builders/an-installed-app';
import {
  aSaveCheckIn,
  checkInOf,
  COMPANY,
  givenOkrs,
  keyResultOf,
  SECRET,
  TEAM,
  theSite,
} from './given-okrs';

let app: InstalledApp;

beforeEach(async () => {
  app = await anInstalledApp(theSite());
  await givenOkrs(app);
});

const review = (account: string, keyResultIds: readonly KeyResultId[]) =>
  app.get(account, 'loadSprintReview', {
    projectId: '10000' as ProjectId,
    start: aDay('2026-02-02'),
    end: aDay('2026-02-13'),
    keyResultIds: [...keyResultIds],
  });

test('brings the served key results and the team’s own, with their check-ins oldest first', async () => {
  const id = keyResultOf(TEAM);
  await app.get('member', 'checkIn', aSaveCheckIn(id, { value: 60, date: aDay('2026-02-09') }));
  await app.get(
    'member',
    'checkIn',
    aSaveCheckIn(id, { id: checkInOf(id, 2), value: 20, date: aDay('2026-01-12') }),
  );
  app.settle();
  const view = await review('member', [keyResultOf(COMPANY)]);
  expect(view.objectives.map((one) => one.id).sort()).toEqual([COMPANY, TEAM].sort());
  expect(view.checkIns[id]?.map(({ value }) => value)).toEqual([20, 60]);
  expect(view.today).toBe('2026-02-16');
});

test('knows a check-in of this moment, though queries trail behind', async () => {
  await app.get('member', 'checkIn', aSaveCheckIn(keyResultOf(TEAM), { value: 33 }));
  const view = await review('member', []);
  expect(view.checkIns[keyResultOf(TEAM)]).toMatchObject([{ value: 33 }]);
});

test('brings the values of work that serves a key result archived since', async () => {
  const id = keyResultOf(COMPANY);
  await app.get('admin', 'checkIn', aSaveCheckIn(id, { value: 20, date: aDay('2026-01-12') }));
  await app.get(
    'admin',
    'checkIn',
    aSaveCheckIn(id, { id: checkInOf(id, 2), value: 60, date: aDay('2026-02-09') }),
  );
  const { objectives } = await review('admin', [id]);
  const { revision } = objectives.find((one) => one.id === COMPANY)!.keyResults[0]!;
  await app.get('admin', 'archiveKeyResult', { id, expectedRevision: revision, archived: true });
  app.settle();
  expect((await review('admin', [id])).checkIns[id]?.map(({ value }) => value)).toEqual([20, 60]);
});

test('tells nothing of key results that the person may not see, or that do not exist', async () => {
  const unknown = keyResultOf('onowhere01' as ObjectiveId);
  const view = await review('member', [keyResultOf(SECRET), unknown]);
  expect(JSON.stringify(view)).not.toContain(SECRET);
  expect((await review('keeper', [keyResultOf(SECRET)])).objectives.map((one) => one.id)).toContain(SECRET);
});
