import type { JiraCaller } from '../seams';
import type { Issue, Project, Site } from './model';
import type { SecurityScheme } from './permission-scheme';
import { issuesReached, type IssueTest } from './permission-grants';

export type SecurityLevel = SecurityScheme['levels'][number];

/** A test of a project's issues by whether their security level lets the caller see them. Without a level it does. */
export const passingLevel = (site: Site, caller: JiraCaller, project: Project): IssueTest => {
  const passes = new Map(
    levelsOf(site, project).map(({ id, members }) => [id, issuesReached(site, caller, members, project)]),
  );
  return (issue) => {
    const level = issue.securityLevelId ?? null;
    return level === null || (passes.get(level)?.(issue) ?? false);
  };
};

export const levelsOf = (
  { securitySchemes }: Site,
  { securitySchemeId }: Project,
): readonly SecurityLevel[] => securitySchemes.find(({ id }) => id === securitySchemeId)?.levels ?? [];

/** The issue's level, `null` where it has none. */
export const findLevel = (site: Site, { projectId, securityLevelId }: Issue): SecurityLevel | null => {
  const project = site.projects.find(({ id }) => id === projectId);
  const levels = project === undefined ? [] : levelsOf(site, project);
  return levels.find(({ id }) => id === securityLevelId) ?? null;
};
