import type { Backup, BackupAccount, BackupOrigin, BackupProperty } from '../../src/domain/backup';
import { accountsNamed, projectsNamed } from '../../src/domain/backup-parts';
import type { AccountId, ProjectId } from '../../src/domain/ids';
import { listProjects } from '../../src/jira/projects';
import { fetchIssueValues, ISSUES_PER_REQUEST, type IssueValues } from '../../src/jira/issue-properties';
import { fetchUsers, type User } from '../../src/jira/users';
import { chunksOf } from './chunks';
import { again, type Site } from './site';

/** Which of a file's people, projects and issues there are here. */
export type Resolved = {
  /** Whether the file was taken of this site, so that its sprints and boards are this site's. */
  readonly isSameSite: boolean;
  readonly projects: ReadonlyMap<ProjectId, ProjectId>;
  readonly missingProjects: readonly string[];
  readonly known: readonly User[];
  readonly unknown: readonly BackupAccount[];
  /** By the issue's id in the file, with what it holds here now. */
  readonly issues: ReadonlyMap<string, IssueValues>;
  readonly missingIssues: readonly FileIssue[];
};

/** An issue as the file names it. */
type FileIssue = Pick<BackupProperty, 'issueId' | 'issueKey'>;

export const resolve = async (
  site: Site,
  {
    backup,
    origin,
    siteUrl,
  }: { readonly backup: Backup; readonly origin: BackupOrigin; readonly siteUrl: string },
  onProgress: (issues: number) => void,
): Promise<Resolved> => {
  const isSameSite = origin.site === siteUrl;
  const here = await again(site, () => listProjects(site.jira));
  const projects = new Map<ProjectId, ProjectId>();
  const missingProjects: string[] = [];
  for (const id of projectsNamed(backup)) {
    const key = backup.projects.find((project) => project.id === id)?.key;
    // On the site itself an id says enough, also of a project that the administrator may not browse.
    const isItself = isSameSite && (key === undefined || here.some((project) => project.id === id));
    const there = isItself ? id : here.find((project) => project.key === key)?.id;
    if (there === undefined) missingProjects.push(key ?? id);
    else projects.set(id, there);
  }
  const known = await again(site, () => fetchUsers(site.jira, accountsNamed(backup)));
  const unknown = accountsNamed(backup)
    .filter((id) => known.every(({ accountId }) => accountId !== id))
    .map((id) => ({ id, displayName: nameIn(backup, id) }));
  const named = [...new Map(backup.properties.map((one) => [one.issueId, one])).values()];
  const issues = await resolveIssues(site, named, isSameSite, onProgress);
  return {
    isSameSite,
    projects,
    missingProjects,
    known,
    unknown,
    issues,
    missingIssues: named.filter(({ issueId }) => !issues.has(issueId)),
  };
};

const nameIn = ({ accounts }: Backup, id: AccountId): string =>
  accounts.find((account) => account.id === id)?.displayName ?? id;

/**
 * By key, since ids differ between sites and an id of one may be another issue's on the other; on the site of the file
 * itself also by id, where an issue has got another key since. Nothing is asked of JQL.
 */
const resolveIssues = async (
  site: Site,
  named: readonly FileIssue[],
  isSameSite: boolean,
  onProgress: (issues: number) => void,
): Promise<Map<string, IssueValues>> => {
  const resolved = new Map<string, IssueValues>();
  const find = async (some: readonly FileIssue[], name: 'issueKey' | 'issueId'): Promise<void> => {
    if (some.length === 0) return;
    const found = await again(site, () =>
      fetchIssueValues(
        site.jira,
        some.map((issue) => issue[name]),
      ),
    );
    const byName = new Map(found.map((issue) => [issue[name], issue]));
    for (const issue of some) {
      const match = byName.get(issue[name]);
      if (match) resolved.set(issue.issueId, match);
    }
  };
  let asked = 0;
  for (const some of chunksOf(named, ISSUES_PER_REQUEST)) {
    await find(some, 'issueKey');
    if (isSameSite)
      await find(
        some.filter(({ issueId }) => !resolved.has(issueId)),
        'issueId',
      );
    onProgress((asked += some.length));
  }
  return resolved;
};
