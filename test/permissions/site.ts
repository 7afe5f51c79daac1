import { resolve } from 'node:path';
import type { Issue, Project, Site } from '../../local/jira/model';
import type { Grant } from '../../local/jira/permission-scheme';
import { createStandIn, type StandIn } from '../../local/stand-in';
import type { KeyResultId } from '../../src/domain/ids';
import { storedTag, TAG_PROPERTY } from '../../src/domain/tag';
import {
  aBoard,
  aPermissionScheme,
  aProject,
  aSite,
  aSprint,
  anAccount,
  anIssue,
  POINTS_FIELD,
} from '../builders/a-site';
import { watcher } from '../contract/fail-on-mismatch';
import { ask } from './ask';
import {
  CYCLE,
  LONE_BOARD,
  LONE_SPRINT,
  OTHER_CYCLE,
  PLACES,
  SECRET_FLOW_BOARD,
  SHARED_SPRINT,
  STRAY_SPRINT,
  type Place,
  type PlaceName,
} from './places';

/** Of a place, the sprint that runs and the one that is over. */
function sprintsOf(name: PlaceName): readonly number[] {
  return [PLACES[name].running, PLACES[name].closed];
}

/** The columns of the permission table, and the user names of those who stand for them. */
export const ROLES = {
  anonymous: null,
  outsider: 'outsider',
  viewer: 'viewer',
  member: 'member',
  'key result owner': 'contributor',
  'objective owner': 'owner',
  'team OKR manager': 'coach',
  'project administrator': 'lead',
  'company OKR manager': 'keeper',
  'site administrator': 'admin',
} as const;
export type Role = keyof typeof ROLES;
export const ROLE_NAMES = Object.keys(ROLES) as Role[];

/** Whoever of them has a place in the teams TEAM and GUARD. Nobody of them has one in OTHER and SECRET. */
export const IN_THE_TEAM: readonly Role[] = [
  'viewer',
  'member',
  'key result owner',
  'objective owner',
  'team OKR manager',
  'project administrator',
];

const ISSUES = ['TEAM-1', 'TEAM-2', 'TEAM-3', 'GUARD-1', 'OTHER-1', 'SECRET-1'];

/**
 * What is in sprints that run or are over, tagged with key results of these places. Of OTHER's and SECRET's nothing else
 * tells there but issues that nobody of the people may browse.
 */
const WORK: readonly {
  readonly key: string;
  readonly in: readonly number[];
  readonly serves: readonly Place[];
  readonly isHidden?: true;
}[] = [
  { key: 'TEAM-11', in: sprintsOf('own team'), serves: [PLACES['own team'], PLACES.company] },
  {
    key: 'TEAM-12',
    in: sprintsOf('own team'),
    serves: [PLACES['own team'], PLACES['another team, open']],
    isHidden: true,
  },
  { key: 'SECRET-13', in: sprintsOf('own team'), serves: [PLACES['another team, restricted']] },
  { key: 'GUARD-11', in: sprintsOf('own team, restricted'), serves: [PLACES['own team, restricted']] },
  { key: 'OTHER-11', in: sprintsOf('another team, open'), serves: [PLACES['another team, open']] },
  {
    key: 'SECRET-11',
    in: [...sprintsOf('another team, restricted'), SHARED_SPRINT],
    serves: [PLACES['another team, restricted']],
  },
  { key: 'TEAM-14', in: [SHARED_SPRINT], serves: [PLACES['own team']] },
];

/** Points that no sum of others makes: what those of our own teams may be told of, and what nobody may. */
export const OUR_POINTS = 1e6;
export const HIDDEN_POINTS = 1e9;

const PROJECTS = { TEAM: '10000', SECRET: '10001', GUARD: '10002', OTHER: '10003', LOBBY: '10004' } as const;

/**
 * The site that the table is about: TEAM and OTHER show their OKRs to everybody, GUARD and SECRET to who may browse
 * them. LOBBY has none, and is browsed by those who look after the company's. `builder` makes what is there and is no column.
 *
 * @param root - The folder of the app; the project's own unless told.
 */
export const aSiteOfRoles = async (root = resolve(__dirname, '../..')): Promise<StandIn> => {
  const standIn = await createStandIn({
    root,
    site: site(),
    siteUrl: 'http://127.0.0.1:1',
    log: silent,
    onExchange: watcher.onExchange,
  });
  liftLimits(standIn);
  standIn.clock.moveTo(new Date('2026-02-16T09:00:00.000Z'));
  await fill(standIn);
  return standIn;
};

const silent = (): void => undefined;

/** The table asks more in a second than the platform takes in a minute, and asks after what it just wrote. */
export const liftLimits = ({ settings }: StandIn): void => {
  const names = Object.keys(settings.read());
  settings.change(
    Object.fromEntries(names.map((name) => [name, /Lag/.test(name) ? 0 : /Share/.test(name) ? 1 : Infinity])),
  );
};

const site = (): Site => ({
  ...aSite(),
  accounts: [...Object.values(ROLES).flatMap((name) => name ?? []), 'builder'].map((name) => anAccount(name)),
  // Each of the two permissions on its own, so that asking for only one of them shows. The app holds both only so that
  // a decision turned round has whom to act as.
  globalPermissions: {
    ADMINISTER: [only('site administrator'), BUILDER, { to: 'app' }],
    'manage-company-okrs': [only('company OKR manager'), BUILDER, { to: 'app' }],
  },
  permissionSchemes: [aPermissionScheme({ permissions: SCHEME })],
  securitySchemes: [
    {
      id: 'levels',
      name: 'Levels',
      levels: [{ id: 'kept', name: 'Kept', description: '', members: [BUILDER, { to: 'app' }] }],
    },
  ],
  boards: [
    ...aSite().boards,
    ...Object.values(PROJECTS).map((id) =>
      aBoard({ id: Number(`${id}5`), name: `Board of ${id}`, projectId: id }),
    ),
    aBoard({ id: SECRET_FLOW_BOARD, name: 'Flow of SECRET', type: 'kanban', projectId: PROJECTS.SECRET }),
    aBoard({ id: LONE_BOARD, name: 'Board of nobody', projectId: null }),
  ],
  sprints: [
    ...aSite().sprints,
    ...Object.values(PROJECTS).flatMap((id) => {
      const of = { originBoardId: Number(`${id}5`) };
      return [
        aSprint({ ...of, id: Number(`${id}6`), state: 'future' }),
        aSprint({ ...of, id: Number(`${id}7`), state: 'active', ...AROUND_TODAY }),
        aSprint({ ...of, id: Number(`${id}8`), completeDate: '2026-01-16T09:00:00.000Z' }),
      ];
    }),
    aSprint({
      id: SHARED_SPRINT,
      completeDate: '2026-01-16T09:00:00.000Z',
      originBoardId: PLACES['another team, restricted'].board,
    }),
    aSprint({ id: LONE_SPRINT, state: 'future', originBoardId: LONE_BOARD }),
    aSprint({ id: STRAY_SPRINT, state: 'future', originBoardId: null }),
  ],
  projects: Object.entries(PROJECTS).map(([key, id]) => project(id, key)),
  issues: [
    ...ISSUES.map((key) => issue(key, { securityLevelId: key === 'TEAM-3' ? 'kept' : null })),
    ...WORK.map(({ key, in: sprintIds, serves, isHidden }) =>
      issue(key, {
        securityLevelId: isHidden ? 'kept' : null,
        sprintIds: [...sprintIds],
        fields: { [POINTS_FIELD]: isOurs(key.split('-')[0]) && !isHidden ? OUR_POINTS : HIDDEN_POINTS },
        properties: {
          [TAG_PROPERTY]: storedTag({
            state: 'tagged',
            keyResults: serves.map(({ keyResult }) => keyResult as KeyResultId),
          }),
        },
      }),
    ),
  ],
});

const AROUND_TODAY = { startDate: '2026-02-09T09:00:00.000Z', endDate: '2026-02-20T09:00:00.000Z' };

const issue = (key: string, over: Partial<Issue>): Issue => {
  const [name = '', number] = key.split('-');
  const projectId = PROJECTS[name as keyof typeof PROJECTS];
  return anIssue(key, { id: `${projectId}${number}`, projectId, ...over });
};

/** The ids of the issues that a person may not browse: all but those of our own teams to who is in them. */
export const issuesHiddenFrom = (role: Role): readonly string[] =>
  IN_THE_TEAM.includes(role) ? HIDDEN_FROM_ALL : ALL_ISSUES;

const isOurs = (key: string | undefined): boolean => key === 'TEAM' || key === 'GUARD';

const only = (role: Role): Grant => ({ to: 'account', accountId: accountOf(role) });
const accountOf = (role: Role): string => `account-${ROLES[role]}`;
const BUILDER: Grant = { to: 'account', accountId: 'account-builder' };
const byRole = (...roles: readonly string[]): Grant[] => [
  ...roles.map((role): Grant => ({ to: 'role', role })),
  BUILDER,
  { to: 'app' },
];

const SCHEME = {
  BROWSE_PROJECTS: byRole('Viewer'),
  EDIT_ISSUES: byRole('Member'),
  MANAGE_SPRINTS_PERMISSION: byRole('Sprint manager'),
  ADMINISTER_PROJECTS: byRole('Administrator'),
  'manage-team-okrs': byRole('OKR manager'),
};

const project = (id: string, key: string): Project => {
  const filledBy = (...roles: readonly Role[]) => ({
    accounts: isOurs(key) ? roles.map(accountOf) : [],
    groups: [],
  });
  const browsers = key === 'LOBBY' ? (['company OKR manager', 'site administrator'] as const) : [];
  return {
    ...aProject(id, key, [], []),
    roles: {
      Viewer: isOurs(key) ? filledBy(...IN_THE_TEAM) : { accounts: browsers.map(accountOf), groups: [] },
      Member: filledBy('member', 'project administrator'),
      'Sprint manager': filledBy('member'),
      Administrator: filledBy('project administrator'),
      'OKR manager': filledBy('team OKR manager'),
    },
    securitySchemeId: 'levels',
  };
};

/** What `builder` makes through the app itself: one objective with one key result and one check-in in every place. */
const fill = async (standIn: StandIn): Promise<void> => {
  const make = async (name: string, payload: unknown) => {
    const answer = (await ask(standIn, 'builder', name, payload)) as { readonly ok?: boolean };
    if (answer.ok !== true) throw new Error(`${name} answered ${JSON.stringify(answer)}`);
  };
  const cycle = { id: CYCLE, expectedRevision: null, startDate: '2026-01-01', endDate: '2026-03-31' };
  await make('saveCycle', { ...cycle, name: 'Quarter' });
  await make('saveCycle', { ...cycle, id: OTHER_CYCLE, name: 'Another quarter' });
  await make('changeCycleState', { id: CYCLE, expectedRevision: 0, state: 'active' });
  await fillPlace(make, PLACES.company);
  for (const place of Object.values(PLACES)) {
    if (place.isThere && place !== PLACES.company) await fillPlace(make, place);
  }
  const serves = [
    PLACES['own team, restricted'],
    PLACES['another team, open'],
    PLACES['another team, restricted'],
  ];
  const tag = { state: 'tagged', keyResults: serves.map(({ keyResult }) => keyResult) };
  await make('saveTag', { issueId: '100002', expected: null, tag });
  await fillReviews(standIn, make);
};

type Make = (name: string, payload: unknown) => Promise<void>;

/**
 * What is known of sprints that run or are over: their ledgers, but of others' running ones; an intent of our own sprint
 * that was said while its board was SECRET's; and how SECRET's board without sprints plans.
 */
const fillReviews = async (standIn: StandIn, make: Make): Promise<void> => {
  const { 'own team': own, 'own team, restricted': guard, 'another team, restricted': secret } = PLACES;
  const closed = Object.values(PLACES).flatMap((place) => (place.isThere ? [place.closed] : []));
  for (const sprintId of new Set([own.running, guard.running, SHARED_SPRINT, ...closed])) {
    const body = { kind: 'freeze', sprintId, startedAt: null };
    const again = await standIn.app.callFunction(
      'sprint-ledger-fn',
      { body },
      { moduleKey: 'sprint-ledger' },
    );
    if (again !== undefined) throw new Error(`The ledger of ${sprintId} was not frozen.`);
  }
  const settings = { boardId: SECRET_FLOW_BOARD, expectedRevision: null, band: null };
  await make('savePlanningSettings', { ...settings, rhythm: { weeks: 4, firstDay: '2026-02-04' } });
  const advances = [secret, own].map(({ keyResult: keyResultId }) => ({
    keyResultId,
    change: `Said ${secret.marker}`,
    movement: 5,
    visibleBy: '2026-03-01',
  }));
  const place = { kind: 'period', boardId: SECRET_FLOW_BOARD, start: '2026-02-04' };
  await make('saveSprintIntent', {
    id: 'ifirstsaid',
    place,
    expectedRevision: null,
    advances: advances.slice(0, 1),
  });
  const savedAt = '2026-01-05T09:00:00.000Z';
  const said = { id: 'ifirstsaid', savedAt, advances: advances.map((one) => ({ ...one, valueThen: 1 })) };
  const value = { version: 1, revision: 1, projectId: secret.project, said, earlier: [] };
  const record = { entity: 'sprint-intent', key: `sprint:${own.closed}`, value };
  await make('importRecords', { records: [{ expected: null, record }] });
};

const fillPlace = async (make: Make, place: Place) => {
  const { objective, keyResult, checkIn, scope, marker } = place;
  const asNew = { expectedRevision: null };
  await make('saveObjective', {
    ...asNew,
    id: objective,
    cycleId: CYCLE,
    scope,
    title: `Objective ${marker}`,
    description: '',
    owner: `account-${ROLES['objective owner']}`,
  });
  await make('saveKeyResult', {
    ...asNew,
    id: keyResult,
    title: `Key result ${marker}`,
    metric: { baseline: 0, target: 100, unit: '%' },
    owner: `account-${ROLES['key result owner']}`,
    weight: 1,
  });
  const note = `Note ${marker}`;
  await make('checkIn', {
    id: checkIn,
    keyResultId: keyResult,
    value: 5,
    confidence: 5,
    note,
    date: '2026-02-02',
  });
  await make('saveVerdict', {
    keyResultId: keyResult,
    place: { kind: 'sprint', sprintId: place.running },
    expectedSavedAt: null,
    verdict: 'too-early',
    learning: `Learned ${marker}`,
  });
  if (scope.type === 'team') {
    await make('saveSprintIntent', {
      id: 'ifirstsaid',
      place: { kind: 'sprint', sprintId: place.sprint },
      expectedRevision: null,
      // Of the company's key result everybody may read, and yet not what a restricted team says of it.
      advances: [keyResult, PLACES.company.keyResult].map((keyResultId) => ({
        keyResultId,
        change: `Said ${marker}`,
        movement: 5,
        visibleBy: '2026-03-01',
      })),
    });
  }
  if (scope.type === 'team' && place.isRestricted)
    await make('saveVisibility', { projectId: scope.projectId, restricted: true });
};

const ALL_ISSUES = site().issues.map(({ id }) => id);
const HIDDEN_FROM_ALL = site()
  .issues.filter(({ key, securityLevelId }) => securityLevelId !== null || !isOurs(key.split('-')[0]))
  .map(({ id }) => id);
