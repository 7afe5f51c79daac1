import type { ReactElement } from 'react';
import { loadDashboards } from '../dashboard/dashboard-data';
import { loadProjects } from '../jira-data';
import { useLoaded } from '../loading';
import { address, Link } from '../routing';
import { account } from '../session';
import { useStore } from '../store';

/** The way to everything: home, projects, dashboards, administration. */
export const SideBar = (): ReactElement => {
  const projects = useLoaded('projects', loadProjects);
  const dashboards = useLoaded('dashboards', () =>
    account.get() === '' ? Promise.resolve([]) : loadDashboards(),
  );
  return (
    <nav className="side-bar" aria-label="Site">
      <SideLink href="/">Home</SideLink>
      <h2>Projects</h2>
      <ul>
        {projects.value?.map(({ key, name }) => (
          <li key={key}>
            <SideLink href={`/projects/${key}/backlog`} under={`/projects/${key}/`}>
              {name}
            </SideLink>
          </li>
        ))}
      </ul>
      <h2>Dashboards</h2>
      <ul>
        {dashboards.value?.map(({ id, name }) => (
          <li key={id}>
            <SideLink href={`/dashboards/${id}`}>{name}</SideLink>
          </li>
        ))}
      </ul>
      <SideLink href="/admin">Administration</SideLink>
    </nav>
  );
};

const SideLink = ({
  href,
  under,
  children,
}: {
  readonly href: string;
  /** The link is the current one on every path that begins so. */
  readonly under?: string;
  readonly children: string;
}): ReactElement => {
  const [path = ''] = useStore(address).split('?');
  const current = under === undefined ? path === href : path.startsWith(under);
  return (
    <Link href={href} {...(current ? { 'aria-current': 'page' as const } : {})}>
      {children}
    </Link>
  );
};
