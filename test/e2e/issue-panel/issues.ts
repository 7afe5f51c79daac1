import type { ProjectPageView } from '../../../src/contract/project-page';
import type { CycleView } from '../../../src/contract/views';
import type { KeyResult } from '../../../src/domain/objective';
import { expect } from '../fixtures';
import type { TestSite } from '../site';

export type Found = { readonly id: string; readonly key: string };

/** What is stored on an issue, read and written by Jira's own API, around the app. */
export type Stored = Readonly<Record<string, unknown>> | null;

export const search = async <T extends Found>(site: TestSite, jql: string): Promise<readonly T[]> => {
  const body = { jql, maxResults: 50, fields: ['parent'] };
  const answer = await site.rest<{ issues: T[] }>('admin', 'POST', '/rest/api/3/search/jql', body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body.issues;
};

/** An untagged story without a parent. */
export const aStory = async (site: TestSite): Promise<Found> => {
  const jql = 'project = BOOK AND issuetype = Story AND parent is EMPTY AND okrState is EMPTY';
  const [story] = await search(site, jql);
  if (!story) throw new Error('The demo has no untagged story without a parent.');
  return story;
};

/** An untagged epic and an untagged story of it. */
export const anEpicWithStory = async (site: TestSite): Promise<readonly [Found, Found]> => {
  const jql = 'project = BOOK AND issuetype = Story AND parent is not EMPTY AND okrState is EMPTY';
  for (const story of await search<Found & { readonly fields: { readonly parent: Found } }>(site, jql)) {
    const epic = story.fields.parent;
    if ((await stored(site, epic)) === null) return [epic, story];
  }
  throw new Error('The demo has no untagged epic with an untagged story.');
};

/** A key result of the active cycle, of the team's own. */
export const aKeyResult = async (site: TestSite): Promise<KeyResult> => {
  const { objectives } = await ask<ProjectPageView>(site, 'loadProjectPage', BOOKING);
  return objectives.find(({ scope, archived }) => scope.type === 'team' && !archived)!.keyResults[0]!;
};

export const stored = async (site: TestSite, issue: Found): Promise<Stored> => {
  const { status, body } = await site.rest<{ value: Stored }>('admin', 'GET', propertyOf(issue));
  return status === 404 ? null : body.value;
};

export const store = async (site: TestSite, issue: Found, value: Stored): Promise<void> => {
  const method = value === null ? 'DELETE' : 'PUT';
  const { status } = await site.rest('admin', method, propertyOf(issue), value ?? undefined);
  expect(status).toBeLessThan(300);
};

/** Breaks things on purpose; an empty list mends them. */
export const breaks = (site: TestSite, rules: readonly object[]): Promise<unknown> =>
  site.local('POST', '/local/faults', rules);

/** Closes the cycles that are active, or makes those given active again. Answers what became of them. */
export const setCycles = async (
  site: TestSite,
  state: 'active' | 'closed',
  cycles?: readonly CycleView[],
): Promise<CycleView[]> => {
  const page = await ask<ProjectPageView>(site, 'loadProjectPage', BOOKING);
  const ids = cycles?.map(({ id }) => id);
  const changed = page.cycles.filter((cycle) => (ids ? ids.includes(cycle.id) : cycle.state === 'active'));
  return Promise.all(
    changed.map(({ id, revision }) =>
      ask<CycleView>(site, 'changeCycleState', { id, expectedRevision: revision, state }),
    ),
  );
};

/** A company's key result of a cycle of its own, which is closed or still a draft, or archived there. */
export const aQuietKeyResult = async (
  site: TestSite,
  standing: 'draft' | 'closed' | 'archived',
): Promise<{ readonly id: string; readonly cycleName: string }> => {
  const [cycleId, objectiveId] = [`c${standing.padEnd(9, '0')}`, `o${standing.padEnd(9, '0')}`];
  const id = `${objectiveId}-quiet1`;
  const cycleName = `Cycle that is ${standing}`;
  const dates = { startDate: '2031-01-01', endDate: '2031-03-31' };
  await ask(site, 'saveCycle', { id: cycleId, expectedRevision: null, name: cycleName, ...dates });
  const common = { expectedRevision: null, title: `Quiet, ${standing}`, owner: null };
  const scope = { type: 'company' };
  await ask(site, 'saveObjective', { ...common, id: objectiveId, cycleId, scope, description: '' });
  const metric = { baseline: 0, target: 10, unit: '' };
  await ask(site, 'saveKeyResult', { ...common, id, metric, weight: 1 });
  if (standing === 'archived')
    await ask(site, 'archiveKeyResult', { id, expectedRevision: 0, archived: true });
  if (standing === 'closed') {
    const { revision } = await ask<CycleView>(site, 'changeCycleState', {
      id: cycleId,
      expectedRevision: 0,
      state: 'active',
    });
    await ask(site, 'changeCycleState', { id: cycleId, expectedRevision: revision, state: 'closed' });
  }
  return { id, cycleName };
};

const BOOKING = { projectId: '10001', cycleId: null };

/** Calls a resolver of the project page as who manages the company's OKRs. */
const ask = async <T>(site: TestSite, functionKey: string, payload: unknown): Promise<T> => {
  const { body } = await site.local<{ ok: boolean; value: T }>('POST', '/local/bridge', {
    account: 'mirela',
    module: 'project-page-module',
    context: {},
    command: 'invoke',
    data: { functionKey, payload },
  });
  expect(body.ok, JSON.stringify(body)).toBe(true);
  return body.value;
};

const propertyOf = ({ id }: Found): string => `/rest/api/3/issue/${id}/properties/throughline-tag`;
