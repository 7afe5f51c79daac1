import type { Issue, Site } from '../../local/jira/model';
import type { KeyResultId, ObjectiveId, ProjectId } from '../../src/domain/ids';
import type { LedgerLine } from '../../src/domain/sprint-ledger';
import { storedTag, TAG_PROPERTY, type Tag } from '../../src/domain/tag';
import { anIssue, aProject, POINTS_FIELD } from '../builders/a-site';
import { anInstalledApp, type InstalledApp } from '../builders/an-installed-app';
import { EXEMPT, pass, tagged } from '../events/given-jql';
import { at, closeSprint, DONE, join, leave, moveTo, SPRINT, startSprint } from '../events/given-sprint';
import {
  aSaveKeyResult,
  aSaveObjective,
  COMPANY,
  givenOkrs,
  keyResultOf,
  SECRET,
  TEAM,
  theSite,
} from './given-okrs';

export const START = '2026-02-17T09:00:00.000Z';
export const CLOSE = '2026-03-02T15:00:00.000Z';
const OPEN_PROJECT = '10002' as ProjectId;
/** Objectives of another team that shows its OKRs to everybody, and a second one of TEAM. */
export const OPEN = 'oopen00001' as ObjectiveId;
export const SECOND = 'oteam00002' as ObjectiveId;

/** What the story of an issue comes to in the sprint's ledger. */
export type Fate = Omit<LedgerLine, 'issueId'>;
export type Work = { readonly issue: Issue; readonly fate: Fate };

const done = (points: number): Fate => ({
  entrance: 'committed',
  outcome: 'completed',
  initialPoints: points,
  finalPoints: points,
});
const work = (issue: Issue, fate: Fate, tag: Tag | null = null): Work => ({
  issue: {
    ...issue,
    sprintIds: fate.entrance === 'added' ? [] : [SPRINT],
    fields: fate.initialPoints === null ? {} : { [POINTS_FIELD]: fate.initialPoints },
    properties: tag ? { [TAG_PROPERTY]: storedTag(tag) } : {},
  },
  fate,
});

/** What `viewer`, who browses TEAM, may see. `keeper` does too, and SECRET beside it. */
export const OPEN_WORK: readonly Work[] = [
  work(anIssue('TEAM-1'), done(3), tagged(keyResultOf(TEAM))),
  work(anIssue('TEAM-2'), { ...done(5), outcome: 'not-completed' }, EXEMPT),
  work(anIssue('TEAM-3'), done(2), tagged(keyResultOf(SECRET))),
  work(anIssue('TEAM-4'), { ...done(8), entrance: 'added' }, tagged(keyResultOf(TEAM), keyResultOf(COMPANY))),
  work(anIssue('TEAM-5'), { ...done(1), outcome: 'removed' }, tagged(keyResultOf(TEAM))),
  work(anIssue('TEAM-6'), { ...done(0), outcome: 'not-completed', initialPoints: null, finalPoints: null }),
];

/** Ids below all others, so that they come first wherever they come; points that no sum of others makes. */
const hidden = (number: number, over: Partial<Issue> = {}): Issue =>
  anIssue(`TEAM-${7000 + number}`, { id: String(4700 + number), securityLevelId: 'kept', ...over });

/** What only `member` and `admin` may see: they are in the level of security. */
export const KEPT_WORK: readonly Work[] = [
  work(hidden(1), done(70_001), tagged(keyResultOf(SECOND), keyResultOf(TEAM))),
  work(hidden(2), done(90_003), tagged(keyResultOf(OPEN))),
  work(hidden(3), { ...done(110_017), outcome: 'removed' }, tagged(keyResultOf(TEAM))),
];
/** What only `keeper` may see: an issue of SECRET, and one that was moved there after the ledger was frozen. */
export const SECRET_WORK: readonly Work[] = [
  work(
    anIssue('SECRET-8001', { id: '4711' }),
    { ...done(130_021), outcome: 'not-completed' },
    tagged(keyResultOf(TEAM)),
  ),
];
export const MOVED_WORK: readonly Work[] = [
  work(hidden(12, { securityLevelId: null }), done(170_029), tagged(keyResultOf(OPEN), keyResultOf(TEAM))),
];
/** What nobody sees any more, since it was deleted after the ledger was frozen. */
export const DELETED_WORK: readonly Work[] = [
  work(hidden(13, { securityLevelId: null }), done(190_031), tagged(keyResultOf(TEAM))),
];
export const HIDDEN_WORK = [...KEPT_WORK, ...SECRET_WORK, ...MOVED_WORK, ...DELETED_WORK];

/** What an issue is called or counts, none of which is to be told to who may not browse it. */
export const namesOf = ({ issue, fate }: Work): string[] =>
  [issue.id, issue.key, issue.summary, fate.initialPoints].filter((one) => one !== null).map(String);

const site = (all: readonly Work[]): Site => {
  const { projects, ...base } = theSite({ issues: all.map(({ issue }) => structuredClone(issue)) });
  const kept = { id: 'kept', name: 'Kept', description: '' };
  const members = ['member', 'admin'].map((one) => ({
    to: 'account' as const,
    accountId: `account-${one}`,
  }));
  return {
    ...base,
    projects: [
      ...projects.map((project) => ({ ...project, securitySchemeId: 'levels' })),
      aProject(OPEN_PROJECT, 'OPEN', ['account-admin'], []),
    ],
    securitySchemes: [
      { id: 'levels', name: 'Levels', levels: [{ ...kept, members: [...members, { to: 'app' }] }] },
    ],
  };
};

/** TEAM's next sprint, with the work in it before it starts. */
export const givenReview = async (all: readonly Work[]): Promise<InstalledApp> => {
  const app = await anInstalledApp(site(all));
  await givenOkrs(app);
  const scope = { type: 'team', projectId: OPEN_PROJECT } as const;
  for (const save of [aSaveObjective(SECOND), aSaveObjective(OPEN, { scope })]) {
    await app.get('admin', 'saveObjective', save);
    await app.get('admin', 'saveKeyResult', aSaveKeyResult(keyResultOf(save.id)));
  }
  await pass(app, 2);
  return app;
};

export const start = (app: InstalledApp): Promise<void> => startSprint(app, START);

/** Lets the work go its way, closes the sprint, and has its ledger frozen. */
export const playOut = async (app: InstalledApp, all: readonly Work[]): Promise<void> => {
  const keys = (is: (fate: Fate) => boolean): string[] =>
    all.filter(({ fate }) => is(fate)).map(({ issue }) => issue.key);
  await at(app, '2026-02-18T09:00:00.000Z');
  await join(app, ...keys(({ entrance }) => entrance === 'added'));
  for (const key of keys(({ outcome }) => outcome === 'completed')) await moveTo(app, key, DONE);
  await at(app, '2026-02-19T09:00:00.000Z');
  await leave(app, ...keys(({ outcome }) => outcome === 'removed'));
  await closeSprint(app, CLOSE);
  await at(app, '2026-03-02T16:00:00.000Z');
};

/** What happens to issues after their sprint's ledger was frozen. */
export const moveAndDelete = async (app: InstalledApp): Promise<void> => {
  // No request of Jira's moves an issue into another project.
  for (const { issue } of MOVED_WORK) {
    const moved = app.standIn.site.issues.find(({ id }) => id === issue.id);
    if (moved) Object.assign(moved, { projectId: '10001', key: 'SECRET-8002' });
  }
  for (const { issue } of DELETED_WORK) await app.rest('admin', 'DELETE', `/rest/api/3/issue/${issue.id}`);
};

export const KEY_RESULTS: readonly KeyResultId[] = [COMPANY, TEAM, SECOND, OPEN, SECRET].map((id) =>
  keyResultOf(id),
);
