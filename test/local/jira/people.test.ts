import { aJira } from './a-jira';

describe('people', () => {
  const jira = aJira();
  const names = ({ body }: { readonly body: unknown }): string[] => {
    const list = Array.isArray(body) ? body : (body as { values: unknown[] }).values;
    return (list as { displayName: string }[]).map(({ displayName }) => displayName);
  };

  it('tells who is asking, and answers 401 to nobody', async () => {
    expect((await jira.ask('member', 'GET', '/rest/api/3/myself')).body).toMatchObject({
      accountId: 'account-member',
      accountType: 'atlassian',
      locale: 'en_US',
    });
    expect((await jira.ask('app', 'GET', '/rest/api/3/myself')).body).toMatchObject({ accountType: 'app' });
    expect((await jira.ask('anonymous', 'GET', '/rest/api/3/myself')).status).toBe(401);
    expect((await jira.ask('stranger', 'GET', '/rest/api/3/myself')).status).toBe(401);
  });

  it('finds people by account, in bulk and by what was typed of their name', async () => {
    expect((await jira.ask('member', 'GET', '/rest/api/3/user?accountId=account-admin')).status).toBe(200);
    expect((await jira.ask('member', 'GET', '/rest/api/3/user?accountId=gone')).status).toBe(404);
    const bulk = '/rest/api/3/user/bulk?accountId=account-admin&accountId=gone&accountId=account-viewer';
    expect(names(await jira.ask('member', 'GET', bulk))).toEqual(['Admin Person', 'Viewer Person']);
    expect(names(await jira.ask('member', 'GET', '/rest/api/3/user/search?query=vie'))).toEqual([
      'Viewer Person',
    ]);
  });

  it('cost two points each', async () => {
    const { points } = await jira.ask(
      'member',
      'GET',
      '/rest/api/3/user/bulk?accountId=account-admin&accountId=account-viewer',
    );
    expect(points).toBe(1 + 2 * 2);
    expect((await jira.ask('member', 'GET', '/rest/api/3/project/search')).points).toBe(1 + 1);
  });

  it('offers for assignment only who may be assigned', async () => {
    const path = '/rest/api/3/user/assignable/search?project=TEAM&query=';
    expect(names(await jira.ask('member', 'GET', path))).toEqual(['Admin Person', 'Member Person']);
  });

  it('has a picture of everybody', async () => {
    const { body } = await jira.ask('member', 'GET', '/rest/api/3/myself');
    const { avatarUrls } = body as { avatarUrls: Record<string, string> };
    const picture = await jira.ask('anonymous', 'GET', avatarUrls['24x24'] ?? '');
    expect(picture.headers['content-type']).toBe('image/svg+xml');
    expect(picture.body).toContain('>MP<');
  });
});
