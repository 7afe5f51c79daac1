import { storedTag } from '../../../src/domain/tag';
import type { ProjectPageView } from '../../../src/contract/project-page';
import { expect } from '../fixtures';
import { anEpicWithStory, aStory, store, type Found } from '../issue-panel/issues';
import { untilIndexed, type TestSite } from '../site';
import { nextSprint } from '../sprint-planning/steps';

/** What is only for people who may browse Harbour Systems: titles, whose they are, and figures, as screens write them too. */
export const SECRETS = {
  objective: 'Sell the harbour quietly',
  keyResult: 'Berths promised to the buyer',
  unit: 'berths-sold',
  value: '6173.25',
  valueShown: '6,173',
  target: '98231.5',
  targetShown: '98,231',
  change: 'signing behind closed doors',
} as const;

/** Of its team, and owner of nothing that others see. */
export const OWNER = { account: 'samir', name: 'Samir Haddad' } as const;

export type Forged = {
  readonly keyResultId: string;
  readonly objectiveId: string;
  /** Issues of Booking: one that says it itself, and an epic that hands it down to a story. */
  readonly own: Found;
  readonly epic: Found;
  readonly child: Found;
  readonly sprintId: number;
};

const HARBOUR = '10003';
const BOOKING = '10001';

/** Tags issues of Booking with what Harbour Systems keeps to itself, and has the intent of Booking's next sprint name it. */
export const forge = async (site: TestSite): Promise<Forged> => {
  const ask = askAs(site);
  const { objectives } = await ask<ProjectPageView>('bram', 'loadProjectPage', {
    projectId: HARBOUR,
    cycleId: null,
  });
  const objective = objectives.find(({ scope, archived }) => scope.type === 'team' && !archived)!;
  const keyResult = objective.keyResults.find(({ archived }) => !archived)!;
  await ask('bram', 'saveObjective', {
    id: objective.id,
    expectedRevision: objective.revision,
    cycleId: objective.cycleId,
    scope: objective.scope,
    title: SECRETS.objective,
    description: '',
    owner: OWNER.account,
  });
  await ask('bram', 'saveKeyResult', {
    id: keyResult.id,
    expectedRevision: keyResult.revision,
    title: SECRETS.keyResult,
    metric: { baseline: 0, target: Number(SECRETS.target), unit: SECRETS.unit },
    owner: OWNER.account,
    weight: 1,
  });
  const { now } = (await site.local<{ now: string }>('GET', '/local/clock')).body;
  await ask('bram', 'checkIn', {
    id: `${keyResult.id}-forged01`,
    keyResultId: keyResult.id,
    value: Number(SECRETS.value),
    confidence: 2,
    note: '',
    date: now.slice(0, 10),
  });
  const { id: sprintId } = await nextSprint(site);
  const own = await aStory(site);
  const [epic, child] = await anEpicWithStory(site);
  const tag = storedTag({ state: 'tagged', keyResults: [keyResult.id] });
  for (const issue of [own, epic]) await store(site, issue, tag);
  await site.rest('admin', 'POST', `/rest/agile/1.0/sprint/${sprintId}/issue`, {
    issues: [own.key, child.key],
  });
  await forgeIntent(site, keyResult.id, sprintId);
  await untilIndexed(site);
  return { keyResultId: keyResult.id, objectiveId: objective.id, own, epic, child, sprintId };
};

/** Nobody can say it there; a file that an administrator imports can. */
const forgeIntent = async (site: TestSite, keyResultId: string, sprintId: number): Promise<void> => {
  const said = {
    id: 'iforged001',
    savedAt: '2026-01-05T09:00:00.000Z',
    advances: [
      {
        keyResultId,
        change: SECRETS.change,
        movement: 12,
        visibleBy: '2031-02-27',
        valueThen: Number(SECRETS.value),
      },
    ],
  };
  const value = {
    version: 1,
    revision: 2,
    projectId: BOOKING,
    said,
    earlier: [{ ...said, id: 'iforged000' }],
  };
  const record = { entity: 'sprint-intent', key: `sprint:${sprintId}`, value };
  await askAs(site)('admin', 'importRecords', { records: [{ expected: null, record }] }, 'admin-page-module');
};

const askAs =
  (site: TestSite) =>
  async <T>(
    account: string,
    functionKey: string,
    payload: unknown,
    module = 'project-page-module',
  ): Promise<T> => {
    const { body } = await site.local<{ ok: boolean; value: T }>('POST', '/local/bridge', {
      account,
      module,
      context: {},
      command: 'invoke',
      data: { functionKey, payload },
    });
    expect(body.ok, JSON.stringify(body)).toBe(true);
    return body.value;
  };
