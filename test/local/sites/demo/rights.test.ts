import { demoSite } from '../../../../local/sites/demo/demo-site';
import { aJira } from '../../jira/a-jira';

const DAYS = Array.from({ length: 14 }, (_, day) => new Date(Date.UTC(2027, 1, 20 + day, 8, 15)));

describe('the demo’s rights', () => {
  it.each(DAYS)('keep a few incidents of Harbour Systems from who only looks in on %s', async (today) => {
    const { issues, ...site } = demoSite(today).site;
    const jira = aJira(issues, site, { indexedProperties: [] });
    const seen = async (userName: string, jql: string) => {
      const { body } = await jira.handle(
        {
          method: 'POST',
          path: '/rest/api/3/search/jql',
          headers: {},
          body: JSON.stringify({ jql, maxResults: 5000 }),
        },
        { as: 'user', accountId: userName },
      );
      return (JSON.parse(body) as { issues: unknown[] }).issues.length;
    };
    const incidents = await seen('yuki', 'project = HARB AND level = "Team only"');
    expect(incidents).toBeGreaterThanOrEqual(3);
    expect(incidents).toBeLessThanOrEqual(8);
    expect(await seen('mirela', 'project = HARB AND level = "Team only"')).toBe(0);
    expect(await seen('mirela', 'project = HARB')).toBe((await seen('yuki', 'project = HARB')) - incidents);
  });

  it('give the team’s OKRs to who holds the role of a coach, in their project only', async () => {
    const { issues, ...site } = demoSite(DAYS[0] as Date).site;
    const jira = aJira(issues, site);
    const key = 'ari:cloud:ecosystem::extension/app/environment/static/manage-team-okrs';
    const { body } = await jira.handle(
      {
        method: 'POST',
        path: '/rest/api/3/permissions/check',
        headers: {},
        body: JSON.stringify({
          projectPermissions: [{ permissions: [key], projects: [10001, 10002, 10003] }],
        }),
      },
      { as: 'user', accountId: 'jonas' },
    );
    expect(JSON.parse(body)).toMatchObject({ projectPermissions: [{ projects: [10001] }] });
  });
});
