import type { Issue, Project, Site } from './model';

/** Ids and keys of new issues. What was deleted leaves its own to nobody. */
export type IssueNumbers = {
  readonly next: (project: Project) => Pick<Issue, 'id' | 'key' | 'rank'>;
  /** Keeps in the site that an issue was there, before it is gone. */
  readonly keep: (issue: Issue) => void;
};

export const createIssueNumbers = (site: Site): IssueNumbers => {
  let lastRank: number | null = null;
  const keep = (issue: Issue): void => {
    site.lastIssueId = Math.max(lastIdOf(site), Number(issue.id));
    const project = site.projects.find(({ id }) => id === issue.projectId);
    if (project) project.lastIssueNumber = Math.max(lastNumberOf(site, project), numberOf(issue));
  };
  return {
    next: (project) => {
      // An old site is looked through once; from then on the numbers are kept.
      site.lastIssueId = lastIdOf(site) + 1;
      project.lastIssueNumber = lastNumberOf(site, project) + 1;
      lastRank = (lastRank ?? highest(site.issues.map(({ rank }) => rank))) + 1;
      return {
        id: String(site.lastIssueId),
        key: `${project.key}-${project.lastIssueNumber}`,
        rank: lastRank,
      };
    },
    keep,
  };
};

const lastIdOf = ({ lastIssueId, issues }: Site): number =>
  lastIssueId ?? highest(issues.map(({ id }) => Number(id) || 0));

const lastNumberOf = ({ issues }: Site, { id, lastIssueNumber }: Project): number =>
  lastIssueNumber ?? highest(issues.filter(({ projectId }) => projectId === id).map(numberOf));

const numberOf = ({ key }: Issue): number => Number(key.split('-').at(-1)) || 0;

const highest = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b), 0);
