import type {
  CycleId,
  KeyResultId,
  ObjectiveId,
  ProjectId,
  AccountId,
  CheckInId,
} from '../../src/domain/ids';
import type { Site } from '../../local/jira/model';
import { aSite } from '../builders/a-site';
import { aDay } from '../builders/okrs';
import type { InstalledApp } from '../builders/an-installed-app';

/** Ids of what `givenOkrs` makes. */
export const CYCLE = 'cquarter01' as CycleId;
export const COMPANY = 'ocompany01' as ObjectiveId;
export const TEAM = 'oteam00001' as ObjectiveId;
export const SECRET = 'osecret001' as ObjectiveId;
export const keyResultOf = (objective: ObjectiveId, number = 1): KeyResultId =>
  `${objective}-kr000${number}` as KeyResultId;
export const checkInOf = (keyResult: KeyResultId, number = 1): CheckInId =>
  `${keyResult}-check00${number}` as CheckInId;

const TEAM_PROJECT = '10000' as ProjectId;
const SECRET_PROJECT = '10001' as ProjectId;

export const aSaveObjective = (id: ObjectiveId, over = {}) => ({
  id,
  expectedRevision: null,
  cycleId: CYCLE,
  scope: { type: 'team', projectId: TEAM_PROJECT } as const,
  title: `Objective ${id}`,
  description: '',
  owner: null,
  ...over,
});

export const aSaveKeyResult = (id: KeyResultId, over = {}) => ({
  id,
  expectedRevision: null,
  title: `Key result ${id}`,
  metric: { baseline: 0, target: 100, unit: '%' },
  owner: 'account-member' as AccountId,
  weight: 1,
  ...over,
});

export const aSaveCheckIn = (keyResultId: KeyResultId, over = {}) => ({
  id: checkInOf(keyResultId),
  keyResultId,
  value: 40,
  confidence: 7,
  note: 'Going well',
  date: aDay('2026-02-02'),
  ...over,
});

/** The small site, where `keeper` holds SECRET's permission to manage its OKRs. */
export const theSite = (over: Partial<Site> = {}): Site => {
  const site = aSite(over);
  const secret = site.projects.find(({ key }) => key === 'SECRET');
  secret?.roles['OKR manager']?.accounts.push('account-keeper');
  return site;
};

/**
 * An active cycle around today; a company objective, one of TEAM (both owned by nobody, their key results by `member`),
 * and one of SECRET, which keeps its OKRs to people who may browse it: only `keeper` and the administrator's company
 * rights reach there, and of these only `keeper` may browse.
 */
export const givenOkrs = async (app: InstalledApp): Promise<void> => {
  app.standIn.clock.moveTo(new Date('2026-02-16T09:00:00.000Z'));
  const cycle = await app.get('keeper', 'saveCycle', {
    id: CYCLE,
    expectedRevision: null,
    name: '2026 Q1',
    startDate: aDay('2026-01-01'),
    endDate: aDay('2026-03-31'),
  });
  await app.get('keeper', 'changeCycleState', {
    id: CYCLE,
    expectedRevision: cycle.revision,
    state: 'active',
  });
  await app.get('keeper', 'saveObjective', aSaveObjective(COMPANY, { scope: { type: 'company' } }));
  await app.get('admin', 'saveObjective', aSaveObjective(TEAM));
  await app.get(
    'keeper',
    'saveObjective',
    aSaveObjective(SECRET, { scope: { type: 'team', projectId: SECRET_PROJECT } }),
  );
  await app.get('keeper', 'saveKeyResult', aSaveKeyResult(keyResultOf(COMPANY)));
  await app.get('admin', 'saveKeyResult', aSaveKeyResult(keyResultOf(TEAM, 1)));
  await app.get('admin', 'saveKeyResult', aSaveKeyResult(keyResultOf(TEAM, 2)));
  await app.get('keeper', 'saveKeyResult', aSaveKeyResult(keyResultOf(SECRET)));
  await app.get('keeper', 'saveVisibility', { projectId: SECRET_PROJECT, restricted: true });
};
