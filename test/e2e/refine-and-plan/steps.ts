import type { Page } from '@playwright/test';
import type { SprintPlanningView } from '../../../src/contract/sprint-planning';
import { TAG_PROPERTY } from '../../../src/domain/tag';
import { expect } from '../fixtures';
import { labelsOf, tagsOf } from '../refinement/bulk-steps';
import type { TestSite } from '../site';
import { BOARD, sprintNow, type Sprint } from '../sprint-planning/steps';

/** What was done with which issues on the way. */
export type Refined = {
  readonly tagged: readonly string[];
  readonly exempt: readonly string[];
  readonly deferred: readonly string[];
  readonly undone: readonly string[];
};

/** What a sprint's points do, as Jira has them and its issues' properties say. */
export type Focus = { readonly tagged: number; readonly exempt: number; readonly total: number };

type Work = {
  readonly key: string;
  readonly fields: Readonly<Record<string, unknown>> & { readonly parent?: { readonly key: string } };
  readonly properties?: Readonly<Record<string, { readonly state?: string }>>;
};

/** Reckons how the points of a sprint split by what its issues and their epics are tagged with. */
export const focusOf = async (site: TestSite, sprintId: number): Promise<Focus> => {
  const { body } = await site.rest<{ readonly issues: readonly Work[]; readonly isLast: boolean }>(
    'admin',
    'POST',
    '/rest/api/3/search/jql',
    {
      jql: `sprint = ${sprintId} AND issuetype not in subTaskIssueTypes()`,
      fields: ['*all'],
      properties: [TAG_PROPERTY],
      maxResults: 100,
    },
  );
  expect(body.isLast).toBe(true);
  const configuration = await site.rest<{ estimation: { field: { fieldId: string } } }>(
    'admin',
    'GET',
    `/rest/agile/1.0/board/${BOARD}/configuration`,
  );
  const points = ({ fields }: Work): number =>
    Number(fields[configuration.body.estimation.field.fieldId] ?? 0);
  const parents = [...new Set(body.issues.map(({ fields }) => fields.parent?.key ?? ''))].filter(Boolean);
  expect(await tagsOf(site, parents)).toEqual(parents.map(() => undefined));
  const sum = (state: string | null): number =>
    body.issues
      .filter(({ properties }) => state === null || properties?.[TAG_PROPERTY]?.state === state)
      .reduce((all, issue) => all + points(issue), 0);
  return { tagged: sum('tagged'), exempt: sum('exempt'), total: sum(null) };
};

/** Looks by Jira's own API whether the issues hold what was done with them. */
export const expectRefined = async (
  site: TestSite,
  { tagged, exempt, deferred, undone }: Refined,
): Promise<void> => {
  const all = [...tagged, ...exempt, ...deferred, ...undone];
  expect(new Set(all).size).toBe(30 + 5 + 2 + 3);
  const [tag, ...others] = await tagsOf(site, tagged);
  expect(tag).toEqual({ version: 1, state: 'tagged', keyResults: [expect.any(String)] });
  expect(others).toEqual(tagged.slice(1).map(() => tag));
  expect(await tagsOf(site, exempt)).toEqual(
    exempt.map(() => ({ version: 1, state: 'exempt', reason: 'operations', note: 'Runs every week' })),
  );
  expect(await tagsOf(site, [...deferred, ...undone])).toEqual(Array(5).fill(undefined));
  for (const key of all) {
    const isDeferred = deferred.includes(key);
    expect([key, (await labelsOf(site, key)).includes('throughline-defer')]).toEqual([key, isDeferred]);
  }
};

/** Looks whether the sprint runs, has the goal, and nothing else of it is changed. */
export const expectStarted = async (site: TestSite, before: Sprint, goal: string): Promise<void> => {
  await expect.poll(async () => (await sprintNow(site, before.id)).state).toBe('active');
  const { startDate, endDate, ...rest } = await sprintNow(site, before.id);
  const { startDate: _, endDate: __, ...planned } = before;
  expect(rest).toEqual({ ...planned, goal, state: 'active' });
  expect(Date.parse(endDate!) - Date.parse(startDate!)).toBe(14 * 86_400_000);
};

/** What the app has kept of what a sprint is to move, as somebody else reads it. */
export const intentOf = async (site: TestSite, sprintId: number): Promise<SprintPlanningView['intent']> => {
  const { body: project } = await site.rest<{ id: string }>('admin', 'GET', '/rest/api/3/project/BOOK');
  const { body } = await site.local<{ value: SprintPlanningView }>('POST', '/local/bridge', {
    account: 'viewer',
    module: 'plan-sprint-action',
    context: {},
    command: 'invoke',
    data: {
      functionKey: 'loadSprintPlanning',
      payload: {
        projectId: project.id,
        boardId: BOARD,
        place: { kind: 'sprint', sprintId },
        keyResultIds: [],
      },
    },
  });
  return body.value.intent;
};

export const REFINE = 'iframe[data-module="refine-backlog-action"]';
export const PLAN = 'iframe[data-module="plan-sprint-action"]';

/** Opens the backlog and waits until its menus are there. */
export const openBacklog = async (page: Page, theme: string): Promise<void> => {
  await page.goto(`/projects/BOOK/backlog?as=nadia&theme=${theme}`);
  await expect(page.getByRole('button', { name: /^backlog actions of /i })).toBeVisible();
};
