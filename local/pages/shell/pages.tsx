import type { ReactElement } from 'react';
import { DashboardPage } from '../dashboard/dashboard-page';
import { IssuePage } from '../issue/issue-page';
import { ProjectPage } from '../project/project-page';
import { AdminPage } from '../site/admin-page';
import { AppAdminPage } from '../site/app-admin-page';
import { HomePage } from '../site/home-page';
import { SearchPage } from '../site/search-page';

/** The page that belongs to an address. */
export const pageFor = (address: string): ReactElement => {
  const url = new URL(address, 'http://site');
  const [first, second, third] = url.pathname.split('/').slice(1).map(decodeURIComponent);
  if (first === '' || first === undefined) return <HomePage />;
  if (first === 'browse' && second) return <IssuePage key={second} issueKey={second} />;
  if (first === 'projects' && second)
    return <ProjectPage key={second} projectKey={second} tab={third ?? 'backlog'} />;
  if (first === 'dashboards' && second) return <DashboardPage key={second} dashboardId={second} />;
  // Jira's own address of a search is `/issues/`.
  if (first === 'search' || first === 'issues') return <SearchPage jql={url.searchParams.get('jql') ?? ''} />;
  if (first === 'admin') return second === 'app' ? <AppAdminPage /> : <AdminPage />;
  return (
    <div className="page">
      <h1>No such page</h1>
      <p>The local site has nothing at {url.pathname}.</p>
    </div>
  );
};
