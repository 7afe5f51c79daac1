import type { Issue } from '../../local/jira/model';
import { TAG_PROPERTY } from '../../src/domain/tag';
import { WSJF_PROPERTY } from '../../src/domain/wsjf-figures';
import type { SprintIntentId } from '../../src/domain/ids';
import { anIssue } from '../builders/a-site';
import { anAppThatTrails } from '../builders/a-move';
import type { InstalledApp } from '../builders/an-installed-app';
import { aDay } from '../builders/okrs';
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

const tagged = (...keyResults: string[]) => ({
  [TAG_PROPERTY]: { version: 1, state: 'tagged', keyResults },
});

const figures = (value: object) => ({ [WSJF_PROPERTY]: value });

/**
 * Issues with tags of every sort: alike, several, exempt with a text that means harm, none, and what is no tag; and with
 * figures for WSJF beside a tag, alone, and what are none.
 */
export const someIssues = (): Issue[] => [
  anIssue('TEAM-1', { properties: tagged(keyResultOf(TEAM, 1)), sprintIds: [1, 2] }),
  anIssue('TEAM-2', {
    sprintIds: [1],
    properties: {
      ...tagged(keyResultOf(TEAM, 1)),
      ...figures({ version: 1, userBusinessValue: 8, jobSize: 2 }),
    },
  }),
  anIssue('TEAM-3', { properties: tagged(keyResultOf(COMPANY), keyResultOf(SECRET)) }),
  anIssue('TEAM-4', {
    properties: {
      [TAG_PROPERTY]: {
        version: 1,
        state: 'exempt',
        reason: 'bug',
        note: '<img src=x onerror=alert(1)> " OR 1=1',
      },
    },
  }),
  anIssue('TEAM-5', { properties: { [TAG_PROPERTY]: { state: 'nonsense' } } }),
  anIssue('TEAM-6', { properties: figures({ version: 1, jobSize: 13 }) }),
  anIssue('TEAM-7', { properties: figures({ version: 1, jobSize: 4 }) }),
  anIssue('TEAM-8'),
];

export const untagged = (issues: readonly Issue[] = someIssues()): Issue[] =>
  issues.map((issue) => ({ ...issue, properties: {} }));

/**
 * The OKRs of `givenOkrs` with check-ins, one of them for a past day, what a sprint is to move, said twice, how a board
 * plans, what was learned in sprints and what they did; all of it written a moment ago.
 */
export const aFullSite = async (issues: Issue[] = someIssues()): Promise<InstalledApp> => {
  const app = await anAppThatTrails(theSite({ issues }));
  await givenOkrs(app);
  const keyResult = keyResultOf(TEAM, 1);
  await app.get('member', 'checkIn', aSaveCheckIn(keyResult));
  await app.get('keeper', 'checkIn', aSaveCheckIn(keyResultOf(SECRET), { note: '' }));
  await app.get(
    'member',
    'checkIn',
    aSaveCheckIn(keyResult, { id: checkInOf(keyResult, 2), value: 20, date: '2026-01-20' }),
  );
  const place = { kind: 'sprint', sprintId: 3 } as const;
  const say = (id: string, movement: number, expectedRevision: number | null) =>
    app.get('member', 'saveSprintIntent', {
      id: id as SprintIntentId,
      place,
      expectedRevision,
      advances: [{ keyResultId: keyResult, change: 'asking less', movement, visibleBy: aDay('2026-02-27') }],
    });
  await say('iintent001', 5, null);
  await say('iintent002', 7.5, 1);
  await app.get('member', 'savePlanningSettings', {
    boardId: 2,
    expectedRevision: null,
    band: { low: 0.6, high: 0.8 },
    rhythm: { weeks: 4, firstDay: aDay('2026-02-02') },
  });
  await learnSomething(app);
  await freeze(app, 1);
  await freeze(app, 2);
  return app;
};

/** The place of a sprint, or of a period of the board without sprints. */
const IN_SPRINT = { kind: 'sprint', sprintId: 1 } as const;
const IN_PERIOD = { kind: 'period', boardId: 2, start: aDay('2026-02-02') } as const;

const learnSomething = async (app: InstalledApp): Promise<void> => {
  const verdict = { expectedSavedAt: null, verdict: 'confirmed', learning: 'Asking less helps' } as const;
  const keyResultId = keyResultOf(TEAM, 1);
  await app.get('member', 'saveVerdict', { ...verdict, keyResultId, place: IN_SPRINT });
  await app.get('member', 'saveVerdict', { ...verdict, keyResultId, place: IN_PERIOD, learning: '' });
  const secret = { ...verdict, keyResultId: keyResultOf(SECRET), verdict: 'no-effect' } as const;
  await app.get('keeper', 'saveVerdict', { ...secret, place: IN_SPRINT });
};

/** Has the app write down what a sprint does, as when it starts or closes. */
export const freeze = async ({ standIn }: InstalledApp, sprintId: number): Promise<void> => {
  const body = { kind: 'freeze', sprintId, startedAt: null };
  await standIn.app.callFunction('sprint-ledger-fn', { body }, { moduleKey: 'sprint-ledger' });
};

/** All that is stored, as entity, key and value. */
export const storedIn = ({ standIn }: InstalledApp): [string, string, unknown][] =>
  Object.entries(standIn.storage.dump())
    .flatMap(([space, records]) =>
      records.map(({ key, value }): [string, string, unknown] => [space.replace('entity:', ''), key, value]),
    )
    .sort();
