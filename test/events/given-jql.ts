import type { Issue, Site } from '../../local/jira/model';
import type { StandInOptions } from '../../local/stand-in';
import type { KeyResultId } from '../../src/domain/ids';
import { storedTag, TAG_PROPERTY, type Tag } from '../../src/domain/tag';
import { anIssue } from '../builders/a-site';
import { anInstalledApp, type InstalledApp } from '../builders/an-installed-app';
import { givenOkrs, theSite } from '../resolvers/given-okrs';

export const tagged = (...keyResults: readonly KeyResultId[]): Tag => ({ state: 'tagged', keyResults });
export const EXEMPT: Tag = { state: 'exempt', reason: 'operations', note: '' };

const TYPES = { epic: '1', story: '2', 'sub-task': '3', initiative: '4' } as const;

/** An issue of a type, under a parent, with what its tag's property holds. */
export const aWork = (
  key: string,
  type: keyof typeof TYPES,
  parent: Issue | null = null,
  property: unknown = undefined,
): Issue =>
  anIssue(key, {
    typeId: TYPES[type],
    parentId: parent?.id ?? null,
    properties: property === undefined ? {} : { [TAG_PROPERTY]: property },
  });

export const aTagged = (key: string, type: keyof typeof TYPES, parent: Issue | null, tag: Tag): Issue =>
  aWork(key, type, parent, storedTag(tag));

/** A site with initiatives above its epics, with the OKRs of `givenOkrs`. */
export const givenWork = async (
  issues: readonly Issue[],
  over: Partial<Site> = {},
  options: Partial<StandInOptions> = {},
): Promise<InstalledApp> => {
  const site = theSite({ issues: [...issues], ...over });
  const app = await anInstalledApp(
    {
      ...site,
      issueTypes: [
        ...site.issueTypes,
        { id: TYPES.initiative, name: 'Initiative', description: '', subtask: false, hierarchyLevel: 2 },
      ],
      projects: site.projects.map((project) => ({ ...project, issueTypeIds: Object.values(TYPES) })),
    },
    '10000',
    options,
  );
  await givenOkrs(app);
  await pass(app, 2);
  app.standIn.meter.reset();
  return app;
};

/** Lets time pass and has everything delivered that becomes due in it. */
export const pass = async ({ standIn }: InstalledApp, minutes: number): Promise<void> => {
  await standIn.deliveries.settled();
  standIn.clock.moveTo(new Date(standIn.clock.now().getTime() + minutes * 60_000));
  await standIn.deliveries.settled();
};

/** The keys that a search finds, all pages of it, in the order of the keys' numbers. */
export const found = async (app: InstalledApp, jql: string, account = 'admin'): Promise<string[]> => {
  const keys: string[] = [];
  let nextPageToken: string | undefined;
  do {
    const { status, body } = await search(app, account, {
      jql,
      fields: ['summary'],
      ...(nextPageToken === undefined ? {} : { nextPageToken }),
    });
    if (status !== 200) throw new Error(JSON.stringify(body));
    const page = body as { issues: { key: string }[]; nextPageToken?: string };
    keys.push(...page.issues.map(({ key }) => key));
    nextPageToken = page.nextPageToken;
  } while (nextPageToken !== undefined);
  return keys.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
};

const search = async ({ standIn }: InstalledApp, account: string, body: object) => {
  const accountId = standIn.site.accounts.find(({ userName }) => userName === account)?.accountId ?? '';
  const reply = await standIn.jira.handle(
    {
      method: 'POST',
      path: '/rest/api/3/search/jql',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    },
    { as: 'user', accountId },
  );
  return { status: reply.status, body: JSON.parse(reply.body) as unknown };
};

/** What a search that Jira refuses is told. */
export const refusal = async (app: InstalledApp, jql: string, account = 'admin'): Promise<string> => {
  const { status, body } = await search(app, account, { jql });
  expect(status).toBe(400);
  return (body as { errorMessages: string[] }).errorMessages.join(' ');
};

/** Writes, or with `undefined` removes, what the tag's property of an issue holds, as a person. */
export const write = async (app: InstalledApp, key: string, property: unknown): Promise<void> => {
  const path = `/rest/api/3/issue/${key}/properties/${TAG_PROPERTY}`;
  await app.rest('admin', property === undefined ? 'DELETE' : 'PUT', path, property);
};
