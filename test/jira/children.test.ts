import type { Issue } from '../../local/jira/model';
import { storedTag, TAG_PROPERTY, type Tag } from '../../src/domain/tag';
import { countReach } from '../../src/jira/children';
import type { JiraApi } from '../../src/jira/jira-api';
import { aSite, anIssue } from '../builders/a-site';
import { anInstalledApp } from '../builders/an-installed-app';
import { aKeyResultId } from '../builders/okrs';

const [STORY, SUBTASK, EPIC, INITIATIVE] = ['2', '3', '1', '4'];
const DONE = '13';
const exempt: Tag = { state: 'exempt', reason: 'bug', note: '' };
const tagged: Tag = { state: 'tagged', keyResults: [aKeyResultId()] };

const below = (
  parent: string,
  key: string,
  over: Partial<Issue> & { readonly tag?: unknown } = {},
): Issue => {
  const { tag, ...fields } = over;
  return anIssue(key, {
    typeId: STORY!,
    parentId: anIssue(parent).id,
    properties: tag === undefined ? {} : { [TAG_PROPERTY]: tag },
    ...fields,
  });
};

/** Jira as a person sees it, at the gateway's own seam, with the requests that it was asked. */
const jiraWith = async (issues: readonly Issue[], account = 'member') => {
  const { issueTypes, ...site } = aSite({ issues: [...issues] });
  const initiative = {
    id: INITIATIVE!,
    name: 'Initiative',
    description: '',
    subtask: false,
    hierarchyLevel: 2,
  };
  const app = await anInstalledApp({ ...site, issueTypes: [...issueTypes, initiative] });
  const asked: { readonly path: string; readonly fields?: unknown }[] = [];
  const jira = {
    route: (strings: TemplateStringsArray, ...values: unknown[]) =>
      strings.reduce((path, text, index) => path + String(values[index - 1]) + text),
    requestJira: async (path: string, { method, body: sent }: { method: string; body: string }) => {
      asked.push({ path, ...(JSON.parse(sent) as object) });
      const { status, body } = await app.rest(account, method, path, JSON.parse(sent));
      return { ok: status < 300, status, json: async () => body, text: async () => JSON.stringify(body) };
    },
  } as unknown as JiraApi;
  return { jira, asked };
};

const anEpic = anIssue('TEAM-1', { typeId: EPIC! });
const idOf = (key: string): string => anIssue(key).id;

describe('what the tag of an epic reaches', () => {
  test('is its open stories, of which those with a tag of their own are told', async () => {
    const { jira } = await jiraWith([
      anEpic,
      below('TEAM-1', 'TEAM-2'),
      below('TEAM-1', 'TEAM-3', { statusId: '12' }),
      below('TEAM-1', 'TEAM-4', { tag: storedTag(tagged) }),
      below('TEAM-1', 'TEAM-5', { tag: storedTag(exempt) }),
      anIssue('TEAM-6'),
    ]);
    expect(await countReach(jira, idOf('TEAM-1'), 1)).toEqual({ open: 4, decided: 2 });
  });

  test('is not what is done, nor sub-tasks', async () => {
    const { jira } = await jiraWith([
      anEpic,
      below('TEAM-1', 'TEAM-2', { statusId: DONE }),
      below('TEAM-1', 'TEAM-3', { statusId: DONE, tag: storedTag(tagged) }),
      below('TEAM-1', 'TEAM-4'),
      below('TEAM-4', 'TEAM-5', { typeId: SUBTASK! }),
    ]);
    expect(await countReach(jira, idOf('TEAM-1'), 1)).toEqual({ open: 1, decided: 0 });
  });

  test('is also what holds garbage in place of a tag', async () => {
    const { jira } = await jiraWith([anEpic, below('TEAM-1', 'TEAM-2', { tag: { state: 'banana' } })]);
    expect(await countReach(jira, idOf('TEAM-1'), 1)).toEqual({ open: 1, decided: 0 });
  });

  test('is only what the person may browse', async () => {
    const stories = [below('TEAM-1', 'TEAM-2'), below('TEAM-1', 'SECRET-3')];
    const { jira } = await jiraWith([anEpic, ...stories]);
    expect(await countReach(jira, idOf('TEAM-1'), 1)).toEqual({ open: 1, decided: 0 });
    const keeper = await jiraWith([anEpic, ...stories], 'keeper');
    expect(await countReach(keeper.jira, idOf('TEAM-1'), 1)).toEqual({ open: 2, decided: 0 });
  });

  test('costs two searches that ask for ids alone, however many there are', async () => {
    const stories = Array.from({ length: 230 }, (_, index) => below('TEAM-1', `TEAM-${index + 2}`));
    const { jira, asked } = await jiraWith([anEpic, ...stories]);
    expect(await countReach(jira, idOf('TEAM-1'), 1)).toEqual({ open: 230, decided: 0 });
    expect(asked).toHaveLength(2);
    for (const request of asked)
      expect(request).toMatchObject({ path: '/rest/api/3/search/jql', fields: ['id'] });
  });
});

describe('what the tag of an initiative reaches', () => {
  const initiative = anIssue('TEAM-1', { typeId: INITIATIVE! });
  const epic = (key: string, tag?: unknown): Issue =>
    below('TEAM-1', key, { typeId: EPIC!, statusId: DONE, ...(tag === undefined ? {} : { tag }) });

  test('is the stories of its epics; what an epic decides for its own is told with what decides itself', async () => {
    const { jira, asked } = await jiraWith([
      initiative,
      epic('TEAM-2'),
      below('TEAM-2', 'TEAM-3'),
      below('TEAM-2', 'TEAM-4', { tag: storedTag(tagged) }),
      epic('TEAM-5', storedTag(exempt)),
      below('TEAM-5', 'TEAM-6'),
      below('TEAM-5', 'TEAM-7', { statusId: DONE }),
    ]);
    expect(await countReach(jira, idOf('TEAM-1'), 2)).toEqual({ open: 3, decided: 2 });
    expect(asked).toHaveLength(4);
  });

  test('is nothing where there are no epics yet', async () => {
    const { jira } = await jiraWith([initiative]);
    expect(await countReach(jira, idOf('TEAM-1'), 2)).toEqual({ open: 0, decided: 0 });
  });

  test('cannot be told where more than 1,000 epics lie in between', async () => {
    const epics = Array.from({ length: 1001 }, (_, index) => epic(`TEAM-${index + 2}`));
    const { jira } = await jiraWith([initiative, ...epics]);
    await expect(countReach(jira, idOf('TEAM-1'), 2)).rejects.toThrow(/more than 1,000/);
  });
});
