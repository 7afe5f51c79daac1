import type { AccountId, KeyResultId, ProjectId } from '../../src/domain/ids';
import { storedTag } from '../../src/domain/tag';
import { anAccount, anIssue } from '../builders/a-site';
import { pass } from '../events/given-jql';
import { anInstalledApp, type InstalledApp } from '../builders/an-installed-app';
import { aDay } from '../builders/okrs';
import {
  aSaveCheckIn,
  aSaveKeyResult,
  aSaveObjective,
  CYCLE,
  givenOkrs,
  keyResultOf,
  SECRET,
  theSite,
} from './given-okrs';

const FORGED = keyResultOf(SECRET);
const TEAM_PROJECT = '10000' as ProjectId;
const SECRET_PROJECT = '10001' as ProjectId;
const EPIC = '10001';
const STORY = '10002';
const CHILD = '10003';
const RUNNING = 2;
const SPRINT = 3;

/** What only those may read who may browse SECRET: titles, words, figures, and whose it is. */
const SECRETS = {
  objective: 'Sell the harbour quietly',
  description: 'Nobody is to know before spring',
  keyResult: 'Berths promised to the buyer',
  unit: 'berths-sold',
  owner: 'account-mole',
  ownerName: 'Marta Mole',
  value: 6173.25,
  target: 98231.5,
  note: 'The buyer asked for two more',
  change: 'signing behind closed doors',
  learning: 'Buyers sign when the tide is out',
} as const;

/** Those of the secrets that are anywhere in it. */
const told = (answer: unknown): string[] => {
  const text = JSON.stringify(answer) ?? '';
  return Object.entries(SECRETS).flatMap(([name, secret]) => (text.includes(String(secret)) ? [name] : []));
};

/**
 * A story of TEAM, and an epic with another story, are tagged by their REST API with the real id of what SECRET keeps to
 * itself, and the intent of TEAM's next sprint names it, now and before. `keeper` may browse both projects, `member` only
 * TEAM, where they may edit everything.
 */
const given = async (): Promise<InstalledApp> => {
  const site = theSite({
    issues: [
      anIssue('TEAM-1', { typeId: '1' }),
      anIssue('TEAM-2', { sprintIds: [SPRINT] }),
      anIssue('TEAM-3', { parentId: EPIC, sprintIds: [SPRINT] }),
      anIssue('TEAM-4', { sprintIds: [SPRINT] }),
    ],
  });
  site.accounts.push(anAccount('mole', { displayName: SECRETS.ownerName }));
  site.projects.find(({ key }) => key === 'SECRET')?.roles['Viewer']?.accounts.push(SECRETS.owner);
  const app = await anInstalledApp(site);
  await givenOkrs(app);
  const owner = SECRETS.owner as AccountId;
  const scope = { type: 'team', projectId: SECRET_PROJECT } as const;
  await app.get(
    'keeper',
    'saveObjective',
    aSaveObjective(SECRET, {
      expectedRevision: 0,
      scope,
      title: SECRETS.objective,
      description: SECRETS.description,
      owner,
    }),
  );
  await app.get(
    'keeper',
    'saveKeyResult',
    aSaveKeyResult(FORGED, {
      expectedRevision: 0,
      title: SECRETS.keyResult,
      owner,
      metric: { baseline: 0, target: SECRETS.target, unit: SECRETS.unit },
    }),
  );
  await app.get(
    'keeper',
    'checkIn',
    aSaveCheckIn(FORGED, { value: SECRETS.value, confidence: 2, note: SECRETS.note }),
  );
  await app.get('keeper', 'saveVerdict', aVerdict());
  for (const key of ['TEAM-1', 'TEAM-2']) {
    const path = `/rest/api/3/issue/${key}/properties/throughline-tag`;
    await app.rest('member', 'PUT', path, storedTag({ state: 'tagged', keyResults: [FORGED] }));
  }
  await forgeIntent(app);
  app.settle();
  return app;
};

const aVerdict = () => ({
  keyResultId: FORGED,
  place: { kind: 'sprint' as const, sprintId: RUNNING },
  expectedSavedAt: null,
  verdict: 'confirmed' as const,
  learning: SECRETS.learning,
});

/** Nobody can say it in TEAM; a file that is imported can. */
const forgeIntent = async (app: InstalledApp): Promise<void> => {
  const advances = [
    {
      keyResultId: FORGED,
      change: SECRETS.change,
      movement: 12,
      visibleBy: aDay('2026-02-27'),
      valueThen: SECRETS.value,
    },
  ];
  const savedAt = '2026-02-10T09:00:00.000Z';
  const value = {
    version: 1,
    revision: 2,
    projectId: TEAM_PROJECT,
    said: { id: 'iintent002', savedAt, advances },
    earlier: [{ id: 'iintent001', savedAt, advances }],
  };
  const record = { entity: 'sprint-intent', key: `sprint:${SPRINT}`, value };
  await app.get('admin', 'importRecords', { records: [{ expected: null, record }] } as never);
};

const aReview = (sprintId: number) => ({
  projectId: TEAM_PROJECT,
  boardId: 1,
  place: { kind: 'sprint' as const, sprintId },
});
const DATES = { startDate: '2026-02-16T09:00:00.000Z', endDate: '2026-03-02T09:00:00.000Z' };
const NOTHING_SAID = {
  expected: 2,
  record: {
    entity: 'sprint-intent',
    key: `sprint:${SPRINT}`,
    value: {
      version: 1,
      revision: 3,
      projectId: TEAM_PROJECT,
      said: { id: 'iintent004', savedAt: '2026-02-11T09:00:00.000Z', advances: [] },
      earlier: [],
    },
  },
};

/** Every answer that a screen of TEAM gets from the app, and what those get who see the secrets in it. */
const SURFACES: readonly {
  readonly name: string;
  readonly ask: (app: InstalledApp, account: string) => Promise<unknown>;
  /** What who may see it reads there. */
  readonly shows: readonly (keyof typeof SECRETS)[];
}[] = [
  {
    name: 'the choices of refinement, WSJF and the bulk bar',
    ask: (app, account) => app.call(account, 'loadRefinement', { projectId: TEAM_PROJECT }),
    shows: [],
  },
  {
    name: 'what work is tagged with all the same, in refinement and WSJF',
    ask: (app, account) => app.call(account, 'loadObjectives', { keyResultIds: [FORGED] }),
    shows: ['objective', 'description', 'keyResult', 'unit', 'owner', 'value', 'target'],
  },
  {
    name: 'planning: the intent, what was said before, and the names of the focus share',
    ask: (app, account) =>
      app.call(account, 'loadSprintPlanning', {
        projectId: TEAM_PROJECT,
        boardId: 1,
        place: { kind: 'sprint', sprintId: SPRINT },
        keyResultIds: [FORGED],
      }),
    shows: ['objective', 'description', 'keyResult', 'unit', 'owner', 'value', 'target', 'change'],
  },
  {
    name: 'planning said anew',
    ask: (app, account) =>
      app.call(account, 'saveSprintIntent', {
        id: 'iintent003' as never,
        place: { kind: 'sprint', sprintId: SPRINT },
        expectedRevision: 1,
        advances: [],
      }),
    shows: [],
  },
  {
    name: 'the panel of the forged story',
    ask: (app, account) => app.call(account, 'loadIssuePanel', { issueId: STORY }),
    shows: ['objective', 'description', 'keyResult', 'unit', 'owner', 'value', 'target'],
  },
  {
    name: 'the panel of a story below the forged epic',
    ask: (app, account) => app.call(account, 'loadIssuePanel', { issueId: CHILD }),
    shows: [],
  },
  {
    name: 'the panel’s saving over it',
    ask: (app, account) =>
      app.call(account, 'saveTag', {
        issueId: STORY,
        expected: null,
        tag: { state: 'exempt', reason: 'bug', note: '' },
      }),
    shows: [],
  },
  {
    name: 'the page of the OKRs',
    ask: (app, account) => app.call(account, 'loadProjectPage', { projectId: TEAM_PROJECT, cycleId: CYCLE }),
    shows: [],
  },
  {
    name: 'the page of the project that keeps them',
    ask: (app, account) =>
      app.call(account, 'loadProjectPage', { projectId: SECRET_PROJECT, cycleId: CYCLE }),
    shows: ['objective', 'description', 'keyResult', 'unit', 'owner', 'value', 'target'],
  },
  {
    name: 'the history of the key result',
    ask: (app, account) => app.call(account, 'loadHistory', { keyResultId: FORGED }),
    shows: ['value', 'note'],
  },
  {
    name: 'the review of the sprint: its intent',
    ask: (app, account) => app.call(account, 'loadSprintReview', aReview(SPRINT)),
    shows: [
      'objective',
      'description',
      'keyResult',
      'unit',
      'owner',
      'value',
      'target',
      'change',
      'learning',
    ],
  },
  {
    name: 'the review of the sprint: its frozen work',
    ask: async (app, account) => {
      for (const state of ['active', 'closed']) {
        await app.rest('admin', 'POST', `/rest/agile/1.0/sprint/${SPRINT}`, { state, ...DATES });
        await pass(app, 5);
      }
      // Without the intent, only the work tells of it.
      await app.get('admin', 'importRecords', { records: [NOTHING_SAID] } as never);
      return app.call(account, 'loadSprintReview', aReview(SPRINT));
    },
    shows: ['objective', 'description', 'keyResult', 'unit', 'owner', 'value', 'target', 'learning'],
  },
  {
    name: 'what live work serves, in the review',
    ask: (app, account) => app.call(account, 'loadReviewedKeyResults', { keyResultIds: [FORGED] }),
    shows: ['objective', 'description', 'keyResult', 'unit', 'owner', 'value', 'target', 'learning'],
  },
  {
    name: 'what sprints did for it',
    ask: (app, account) =>
      app.call(account, 'loadKeyResultWork', { keyResultId: FORGED, sprintIds: [RUNNING, SPRINT] }),
    shows: ['learning'],
  },
  {
    name: 'a verdict where somebody else gave one',
    ask: (app, account) => app.call(account, 'saveVerdict', { ...aVerdict(), learning: 'Mine' }),
    shows: ['learning'],
  },
  {
    name: 'its gap, made the next sprint’s intent',
    ask: (app, account) =>
      app.call(account, 'continueIntent', {
        id: 'iintent003' as never,
        after: { kind: 'sprint', sprintId: RUNNING },
        keyResultId: FORGED,
        change: 'something else',
        movement: 1,
      }),
    shows: [],
  },
  {
    name: 'having the column told',
    ask: (app, account) => app.call(account, 'refreshColumn', { issueIds: [EPIC, STORY] }),
    shows: [],
  },
];

describe.each(SURFACES)('$name', ({ ask, shows }) => {
  test('tells nothing of it to who may not see it', async () => {
    const app = await given();
    expect(told(await ask(app, 'member'))).toEqual([]);
    expect(told(await ask(app, 'outsider'))).toEqual([]);
  });

  test('tells it to who may, and no more than belongs there', async () => {
    const app = await given();
    expect(told(await ask(app, 'keeper')).sort()).toEqual([...shows].sort());
  });
});

describe('what Jira keeps and shows to everybody', () => {
  const USES = [
    `issuesOfKeyResult("${FORGED}")`,
    `issuesOfObjective(${SECRET})`,
    'issuesWithoutKeyResult()',
    `issuesWithoutKeyResult(${CYCLE})`,
    'issuesExemptFromKeyResults()',
    `issuesOfKeyResult("${SECRETS.keyResult}")`,
    `issuesOfKeyResult("${FORGED.slice(0, -1)}?" )`,
    `issuesOfObjective("${SECRETS.objective}")`,
    `issuesWithoutKeyResult("${SECRETS.objective}")`,
  ];
  const search = (app: InstalledApp, account: string, jql: string) =>
    app.rest(account, 'POST', '/rest/api/3/search/jql', { jql, fields: ['*all'], maxResults: 50 });

  test.each(['member', 'keeper', 'admin'])(
    'the column’s value and every issue that search brings hold nothing of it, whoever looks: %s',
    async (account) => {
      const app = await given();
      await app.get('admin', 'refreshColumn', { issueIds: [EPIC, STORY] });
      app.settle();
      const { status, body } = await search(app, account, 'project = TEAM ORDER BY key');
      expect(status).toBe(200);
      expect(told(body)).toEqual([]);
      const code = `KR-${FORGED.slice(-6).toUpperCase()}`;
      const { issues } = body as { issues: { key: string; fields: Record<string, unknown> }[] };
      const coded = issues.filter(({ fields }) => Object.values(fields).includes(code));
      expect(coded.map(({ key }) => key)).toEqual(['TEAM-1', 'TEAM-2', 'TEAM-3']);
    },
  );

  test('the value function tells a code to whoever it is for', async () => {
    const app = await given();
    const payload = { issues: [EPIC, STORY, CHILD].map((id) => ({ id: Number(id), value: null })) };
    const values = await app.standIn.app.callFunction('key-results-column-fn', payload, {
      moduleKey: 'key-results-column',
    });
    expect(values).toEqual(Array(3).fill(`KR-${FORGED.slice(-6).toUpperCase()}`));
  });

  test.each(USES)('JQL tells the same to both, finds or refuses, and tells nothing: %s', async (use) => {
    const app = await given();
    const seen = await Promise.all(
      ['member', 'keeper'].map((account) => search(app, account, `project = TEAM AND issue in ${use}`)),
    );
    const isRefused = seen.some(({ status }) => status === 400);
    // A refusal repeats what was typed of the search around it, never what it is about.
    const words = seen.map(({ body }) => told(body));
    expect(words).toEqual([[], []]);
    expect(seen.map(({ status }) => status)).toEqual(isRefused ? [400, 400] : [200, 200]);
    expect(seen[0]?.body).toEqual(seen[1]?.body);
  });

  test('what Jira keeps of the functions names ids and nothing else of it', async () => {
    const app = await given();
    for (const use of USES.slice(0, 5)) await search(app, 'keeper', `project = TEAM AND issue in ${use}`);
    const { body } = await app.standIn.jira.handle(
      { method: 'GET', path: '/rest/api/3/jql/function/computation', headers: {}, body: null },
      { as: 'app' },
    );
    const { values } = JSON.parse(body) as { values: { value: string }[] };
    expect(values).toHaveLength(5);
    expect(told(values)).toEqual([]);
  });

  test('who guesses an objective finds no more by it than by one that is not there', async () => {
    const app = await given();
    const keys = async (use: string) => {
      const { body } = await search(app, 'keeper', `project = TEAM AND issue in ${use}`);
      return (body as { issues: { key: string }[] }).issues.map(({ key }) => key);
    };
    expect(await keys(`issuesOfObjective(${SECRET})`)).toEqual([]);
    expect(await keys('issuesOfObjective(onothere01)')).toEqual([]);
    expect((await keys(`issuesOfKeyResult("${FORGED}")`)).sort()).toEqual(['TEAM-2', 'TEAM-3']);
  });
});

test('what may be tagged with it is refused in one and the same way as with what does not exist', async () => {
  const app = await given();
  const save = (keyResult: KeyResultId) =>
    app.problem('member', 'saveTag', {
      issueId: '10004',
      expected: null,
      tag: { state: 'tagged', keyResults: [keyResult] },
    });
  expect(await save(FORGED)).toEqual(await save('onothere01-zzzzz9' as KeyResultId));
});
