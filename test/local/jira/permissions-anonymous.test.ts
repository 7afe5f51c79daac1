import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROUTES } from '../../../local/jira/routes';
import { describeWithShared } from '../../shared-data';
import { jiraWhere } from './jira-where';

describe('whoever is not logged in', () => {
  const jira = jiraWhere('EDIT_ISSUES', [{ to: 'logged-in' }]);
  const status = async (method: string, path: string, body?: unknown) =>
    (await jira.ask('anonymous', method, path, body)).status;

  it('reads the issues of a public project, one by one, in bulk and by search', async () => {
    expect(await status('GET', '/rest/api/3/issue/TEAM-1')).toBe(200);
    expect(await status('GET', '/rest/api/3/issue/TEAM-1/changelog')).toBe(200);
    expect(await jira.keys('anonymous', 'project = TEAM ORDER BY key ASC')).toEqual(['TEAM-1', 'TEAM-2']);
    expect(
      (await jira.ask('anonymous', 'POST', '/rest/api/3/issue/bulkfetch', { issueIdsOrKeys: ['TEAM-1'] }))
        .body,
    ).toMatchObject({ issues: [{ key: 'TEAM-1' }] });
    expect(await status('GET', '/rest/api/3/project/TEAM')).toBe(200);
  });

  it('is answered 401 on changing what they see, and where Jira wants a login', async () => {
    expect(await status('PUT', '/rest/api/3/issue/TEAM-1', { fields: { summary: 'Mine' } })).toBe(401);
    expect(await status('PUT', '/rest/api/3/issue/TEAM-1/properties/tag', {})).toBe(401);
    for (const path of [
      '/rest/api/3/myself',
      '/rest/api/3/user?accountId=account-member',
      '/rest/agile/1.0/board',
      '/rest/agile/1.0/sprint/2',
      '/rest/agile/1.0/sprint/2/properties',
    ]) {
      expect([path, await status('GET', path)]).toEqual([path, 401]);
    }
  });

  it('finds no people', async () => {
    expect((await jira.ask('anonymous', 'GET', '/rest/api/3/user/search?query=person')).body).toEqual([]);
  });
});

describeWithShared('the routes', ['openapi'], (folder) => {
  it('let in whoever is not logged in exactly where the specification says so', () => {
    const operations = ['jira-platform-v3.2025-12.json', 'jira-software.2022-07.json'].flatMap((file) =>
      Object.entries((JSON.parse(readFileSync(join(folder, file), 'utf8')) as Specification).paths),
    );
    const unlike = ROUTES.flatMap(({ method, path, anonymous = false }) => {
      const found = operations.find(([known]) => nameless(known) === nameless(path))?.[1];
      const operation = found?.[method.toLowerCase()];
      if (operation === undefined) return [];
      return /accessed anonymously/.test(operation.description ?? '') === anonymous
        ? []
        : [`${method} ${path}`];
    });
    expect(unlike).toEqual([]);
  });
});

type Specification = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly description?: string }>>>>;
};

const nameless = (path: string): string => path.replace(/\{[^}]+\}/g, '{}');
