import type { ReactElement } from 'react';
import type { PermissionOverview } from '../../jira/permission-overview';
import { Show, useLoaded } from '../loading';
import { rest } from '../rest';

/** Who holds which permission on the site and in each project, who has which role, and who sees which issues. */
export const Permissions = (): ReactElement => {
  const loaded = useLoaded('permissions', () => rest<PermissionOverview>('/local/permissions'));
  return (
    <Show loaded={loaded}>
      {({ global, projects }) => (
        <>
          <details>
            <summary>The whole site</summary>
            <Facts facts={global.map(({ permission, holders }) => [permission, holders])} />
          </details>
          {projects.map((project) => (
            <ProjectPermissions key={project.key} project={project} />
          ))}
        </>
      )}
    </Show>
  );
};

const ProjectPermissions = ({
  project,
}: {
  readonly project: PermissionOverview['projects'][number];
}): ReactElement => (
  <details>
    <summary>
      {project.name} ({project.key})
    </summary>
    <h3>Permission scheme: {project.scheme}</h3>
    <Facts facts={project.permissions.map(({ permission, holders }) => [permission, holders])} />
    <h3>Roles</h3>
    <Facts facts={project.roles.map(({ role, holders }) => [role, holders])} />
    {project.securityLevels.length > 0 && <h3>Security levels</h3>}
    <Facts
      facts={project.securityLevels.map(({ level, members, issues }) => [
        `${level} (${issues} issues)`,
        members,
      ])}
    />
  </details>
);

type Fact = readonly [name: string, holders: readonly string[]];

const Facts = ({ facts }: { readonly facts: readonly Fact[] }): ReactElement => (
  <dl className="facts permissions">
    {facts.map(([name, holders]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{holders.join(', ') || 'nobody'}</dd>
      </div>
    ))}
  </dl>
);
