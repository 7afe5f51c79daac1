import { anInstalledApp } from '../builders/an-installed-app';
import { aJira } from './jira/a-jira';
import { anIssue } from '../builders/a-site';

test('where tests install the app, searches and queries trail writes, and pages of searches are short', async () => {
  const { standIn } = await anInstalledApp();
  expect(standIn.settings.read()).toMatchObject({
    searchLagMs: 60_000,
    queryLagMs: 60_000,
    searchPageShare: 0.6,
  });
});

test('where tests ask Jira alone, searches trail writes too', async () => {
  const jira = aJira([anIssue('TEAM-1')]);
  await jira.ask('member', 'PUT', '/rest/api/3/issue/TEAM-1', { fields: { labels: ['new'] } });
  expect(await jira.keys('member', 'labels = new')).toEqual([]);
  jira.settle();
  expect(await jira.keys('member', 'labels = new')).toEqual(['TEAM-1']);
});
