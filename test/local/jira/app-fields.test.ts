import type { AppField } from '../../../local/jira/app-field';
import { anIssue, aSite } from '../../builders/a-site';
import { aJira, type TestJira } from './a-jira';

const ari = (key: string): string => `ari:cloud:ecosystem::extension/app/environment/static/${key}`;
const aField = (moduleKey: string, type: string, isList = false): AppField => ({
  key: ari(moduleKey),
  moduleKey,
  name: `App ${moduleKey}`,
  description: '',
  type,
  isList,
  functionKey: null,
});

const appFields = [
  aField('confidence', 'number'),
  aField('note', 'string'),
  aField('due', 'date'),
  aField('checked', 'datetime'),
  aField('owner', 'user'),
  aField('team', 'group'),
  aField('effect', 'object'),
  aField('helpers', 'user', true),
];

const site = (): TestJira =>
  aJira([anIssue('TEAM-1'), anIssue('TEAM-2'), anIssue('SECRET-1')], {}, { appFields });

const fieldId = async (jira: TestJira, key: string): Promise<string> => {
  const { body } = await jira.ask('member', 'GET', '/rest/api/3/field');
  const found = (body as { id: string; schema: { custom?: string } }[]).find(
    ({ schema }) => schema.custom === ari(key),
  );
  return found?.id ?? 'missing';
};

const write = (jira: TestJira, key: string, value: unknown, issueIds = [10001], who = 'app') =>
  jira.ask(who, 'PUT', `/rest/api/3/app/field/${key}/value`, { updates: [{ issueIds, value }] });

const read = async (jira: TestJira, key: string): Promise<unknown> => {
  const id = await fieldId(jira, key);
  const { body } = await jira.ask('member', 'GET', `/rest/api/3/issue/TEAM-1?fields=${id}`);
  return (body as { fields: Record<string, unknown> }).fields[id];
};

describe("the app's custom fields", () => {
  it('are among the fields of the site, told by the ARI of their module', async () => {
    const { body } = await site().ask('member', 'GET', '/rest/api/3/field');
    expect(body).toContainEqual({
      id: 'customfield_10101',
      key: 'customfield_10101',
      name: 'App confidence',
      custom: true,
      orderable: true,
      navigable: true,
      searchable: true,
      clauseNames: ['cf[10101]', 'App confidence'],
      schema: { type: 'number', custom: ari('confidence'), customId: 10_101 },
    });
    expect(body).toContainEqual(
      expect.objectContaining({
        name: 'App helpers',
        schema: { type: 'array', items: 'user', custom: ari('helpers'), customId: 10_108 },
      }),
    );
  });

  it.each<[string, unknown, unknown]>([
    ['confidence', 0.7, 0.7],
    ['note', 'On its way', 'On its way'],
    ['due', '2026-03-31', '2026-03-31'],
    ['checked', '2026-01-18T12:00:00.123-03:00', '2026-01-18T15:00:00.000+0000'],
    ['owner', { accountId: 'account-member' }, { accountId: 'account-member', displayName: 'Member Person' }],
    ['team', { name: 'site-admins' }, { name: 'site-admins', groupId: 'g-admins' }],
    ['effect', { more: [1] }, { more: [1] }],
    ['helpers', [{ accountId: 'account-admin' }], [{ accountId: 'account-admin' }]],
  ])('hold what the app writes: %s', async (key, value, expected) => {
    const jira = site();
    expect(await read(jira, key)).toBeNull();
    expect((await write(jira, key, value)).status).toBe(204);
    expect(await read(jira, key)).toEqual(
      typeof expected === 'object' && !Array.isArray(expected)
        ? expect.objectContaining(expected as object)
        : Array.isArray(expected)
          ? [expect.objectContaining(expected[0] as object)]
          : expected,
    );
    await write(jira, key, null);
    expect(await read(jira, key)).toBeNull();
  });

  it.each<[string, unknown]>([
    ['confidence', '0.7'],
    ['note', 7],
    ['due', '31.3.2026'],
    ['checked', 'soon'],
    ['owner', { accountId: 'nobody' }],
    ['team', 'site-admins'],
    ['helpers', { accountId: 'account-admin' }],
  ])('refuse a value of another type: %s', async (key, value) => {
    const { status, body } = await write(site(), key, value);
    expect(status).toBe(400);
    expect(body).toMatchObject({ errorMessages: [expect.stringContaining(`App ${key}`)] });
  });

  it('are written by the app alone, and only its own', async () => {
    const jira = site();
    expect((await write(jira, 'note', 'x', [10001], 'admin')).status).toBe(403);
    expect((await write(jira, 'customfield_10016', 3)).status).toBe(403);
    expect((await write(jira, 'customfield_99999', 3)).status).toBe(404);
  });

  it('are written in many issues at once, wholly or not at all', async () => {
    const jira = site();
    const bulk = (...updates: object[]) =>
      jira.ask('app', 'POST', '/rest/api/3/app/field/value', { updates });
    const note = { customField: 'note', issueIds: [10001, 10002], value: 'x' };
    expect((await bulk(note, { customField: 'confidence', issueIds: [99], value: 1 })).status).toBe(400);
    expect((await bulk(note, { ...note, value: 'y' })).status).toBe(400);
    jira.settle();
    expect(await jira.keys('member', '"App note" = x')).toEqual([]);
    expect((await bulk(note, { customField: 'confidence', issueIds: [10002], value: 0.4 })).status).toBe(204);
    jira.settle();
    expect(await jira.keys('member', '"App note" in (x, y) ORDER BY key')).toEqual(['TEAM-1', 'TEAM-2']);
    expect(await jira.keys('member', 'cf[10101] < 0.5')).toEqual(['TEAM-2']);
  });

  it('are found by JQL, by their type', async () => {
    const jira = site();
    await write(jira, 'due', '2026-03-31');
    await write(jira, 'owner', { accountId: 'account-member' });
    jira.settle();
    expect(await jira.keys('member', '"App due" <= 2026-03-31 AND "App owner" = currentUser()')).toEqual([
      'TEAM-1',
    ]);
    expect(await jira.keys('member', '"App owner" is EMPTY')).toEqual(['TEAM-2']);
    await expect(jira.keys('member', '"App effect" is EMPTY')).rejects.toThrow(
      "Field 'App effect' does not exist",
    );
  });

  it('leave a line in the history unless the app wants none', async () => {
    const jira = site();
    await write(jira, 'note', 'first');
    const quiet = { updates: [{ issueIds: [10001], value: 'second' }] };
    await jira.ask('app', 'PUT', '/rest/api/3/app/field/note/value?generateChangelog=false', quiet);
    const { body } = await jira.ask('member', 'GET', '/rest/api/3/issue/TEAM-1/changelog');
    expect(body).toMatchObject({
      total: 1,
      values: [{ items: [{ field: 'App note', fromString: null, toString: 'first' }] }],
    });
  });

  it('keep their ids and values when the site is opened again, and go with the module', async () => {
    const jira = site();
    await write(jira, 'note', 'kept');
    const again = aJira(
      jira.site.issues,
      { customFields: jira.site.customFields },
      { appFields: appFields.slice(1) },
    );
    expect(await fieldId(again, 'note')).toBe(await fieldId(jira, 'note'));
    expect(await read(again, 'note')).toBe('kept');
    expect(await fieldId(again, 'confidence')).toBe('missing');
    expect(() => aJira([], aSite(), { appFields: [aField('colour', 'colour')] })).toThrow('colour');
  });
});
