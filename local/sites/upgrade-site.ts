import type { Project, Site } from '../jira/model';
import type { Grant, PermissionScheme } from '../jira/permission-scheme';

/** A site as it was kept before projects shared schemes: each held its permissions itself. */
type Before = Omit<Site, 'projects' | 'globalPermissions' | 'permissionSchemes' | 'securitySchemes'> & {
  readonly projects: readonly (Omit<Project, 'permissionSchemeId' | 'securitySchemeId'> & {
    readonly permissions: Record<string, Grant[]>;
  })[];
};

/** A kept site in today's shape: who may do what stays as it was, and the app may everything in every project. */
export const upgradeSite = (kept: Site | Before): Site => {
  if ('permissionSchemes' in kept) return kept;
  return {
    ...kept,
    globalPermissions: {
      ADMINISTER: groups('site-admins'),
      'manage-company-okrs': groups('site-admins', 'company-okr-managers'),
    },
    permissionSchemes: kept.projects.map(({ id, name, permissions }) => schemeOf(id, name, permissions)),
    securitySchemes: [],
    projects: kept.projects.map(({ permissions: _inTheScheme, ...project }) => ({
      ...project,
      permissionSchemeId: project.id,
      securitySchemeId: null,
    })),
  };
};

const schemeOf = (id: string, name: string, permissions: Record<string, Grant[]>): PermissionScheme => ({
  id,
  name: `${name} scheme`,
  permissions: Object.fromEntries(
    Object.entries(permissions).map(([key, grants]) => [key, [...grants, { to: 'app' }]]),
  ),
});

const groups = (...ids: string[]): Grant[] => ids.map((groupId) => ({ to: 'group', groupId }));
