import { findLevel } from './issue-security';
import type { Issue } from './model';
import { projectOf } from './permissions';
import type { JiraState } from './state';

/** An issue's security level: `null` for none, in a project without levels too. */
export const securityJson = (state: JiraState, issue: Issue): unknown => {
  if (projectOf(state, issue.projectId).securitySchemeId === null) return null;
  const level = findLevel(state.site, issue);
  return (
    level && {
      self: state.link(`/rest/api/3/securitylevel/${level.id}`),
      id: level.id,
      name: level.name,
      description: level.description,
    }
  );
};
