import type { Project, Site } from './model';
import type { Grant, Permission } from './permission-scheme';
import { levelsOf } from './issue-security';

export type HeldPermission = { readonly permission: string; readonly holders: readonly string[] };

/** Who may do what on the site, in words: for people to read, and for a page to show. */
export type PermissionOverview = {
  readonly global: readonly HeldPermission[];
  readonly projects: readonly {
    readonly key: string;
    readonly name: string;
    readonly scheme: string;
    readonly permissions: readonly HeldPermission[];
    readonly roles: readonly { readonly role: string; readonly holders: readonly string[] }[];
    readonly securityLevels: readonly {
      readonly level: string;
      readonly description: string;
      readonly members: readonly string[];
      /** How many of the project's issues have it. */
      readonly issues: number;
    }[];
  }[];
};

export const permissionOverview = (site: Site): PermissionOverview => ({
  global: heldPermissions(site, site.globalPermissions),
  projects: site.projects.map((project) => {
    const scheme = site.permissionSchemes.find(({ id }) => id === project.permissionSchemeId);
    return {
      key: project.key,
      name: project.name,
      scheme: scheme?.name ?? 'none',
      permissions: heldPermissions(site, scheme?.permissions ?? {}),
      roles: Object.entries(project.roles).map(([role, { accounts, groups }]) => ({
        role,
        holders: [...accounts.map((id) => accountName(site, id)), ...groups.map((id) => groupName(site, id))],
      })),
      securityLevels: securityLevels(site, project),
    };
  }),
});

const heldPermissions = (site: Site, permissions: Readonly<Record<Permission, Grant[]>>): HeldPermission[] =>
  Object.entries(permissions).map(([permission, grants]) => ({
    permission,
    holders: grants.map((grant) => holderName(site, grant)),
  }));

const securityLevels = (site: Site, project: Project) =>
  levelsOf(site, project).map(({ id, name, description, members }) => ({
    level: name,
    description,
    members: members.map((grant) => holderName(site, grant)),
    issues: site.issues.filter(
      ({ projectId, securityLevelId }) => projectId === project.id && securityLevelId === id,
    ).length,
  }));

const holderName = (site: Site, grant: Grant): string => {
  switch (grant.to) {
    case 'role':
      return `role ${grant.role}`;
    case 'group':
      return groupName(site, grant.groupId);
    case 'account':
      return accountName(site, grant.accountId);
    default:
      return PLAIN[grant.to];
  }
};

const PLAIN = {
  anyone: 'anyone, logged in or not',
  'logged-in': 'anybody logged in',
  app: 'the installed app',
  'project-lead': 'the project’s lead',
  reporter: 'who reported the issue',
  assignee: 'who the issue is assigned to',
} as const;

const accountName = ({ accounts }: Site, id: string): string =>
  accounts.find(({ accountId }) => accountId === id)?.displayName ?? id;

const groupName = ({ groups }: Site, id: string): string =>
  `group ${groups.find(({ groupId, name }) => groupId === id || name === id)?.name ?? 'that is gone'}`;
