import type { Backup, BackupAccount, BackupOrigin, BackupTag } from '../../src/domain/backup';
import { accountsNamed, projectsNamed } from '../../src/domain/backup-parts';
import type { AccountId, ProjectId } from '../../src/domain/ids';
import { listProjects } from '../../src/jira/projects';
import { fetchTagValues, ISSUES_PER_REQUEST, type TagValue } from '../../src/jira/tag-values';
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
  /** By the issue's id in the file, with what its tag holds here now. */
  readonly issues: ReadonlyMap<string, TagValue>;
  readonly missingIssues: readonly BackupTag[];
};

export const resolve = async (
  site: Site,
  {
    backup,
    origin,
    siteUrl,
  }: { readonly backup: Backup; readonly origin: BackupOrigin; readonly siteUrl: string },
  onProgress: (issues: number) => void,
): Promise<Resolved> => {
  const here = await again(site, () => listProjects(site.jira));
  const projects = new Map<ProjectId, ProjectId>();
  const missingProjects: string[] = [];
  for (const id of projectsNamed(backup)) {
    const key = backup.projects.find((project) => project.id === id)?.key;
    const match = here.find((project) => project.key === key);
    // On the site itself an id says enough, also of a project that the administrator may not browse.
    const there = match?.id ?? (key === undefined && origin.site === siteUrl ? id : undefined);
    if (there === undefined) missingProjects.push(key ?? id);
    else projects.set(id, there);
  }
  const known = await again(site, () => fetchUsers(site.jira, accountsNamed(backup)));
  const unknown = accountsNamed(backup)
    .filter((id) => known.every(({ accountId }) => accountId !== id))
    .map((id) => ({ id, displayName: nameIn(backup, id) }));
  const issues = await resolveIssues(site, backup.tags, origin.site === siteUrl, onProgress);
  return {
    isSameSite: origin.site === siteUrl,
    projects,
    missingProjects,
    known,
    unknown,
    issues,
    missingIssues: backup.tags.filter(({ issueId }) => !issues.has(issueId)),
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
  tags: readonly BackupTag[],
  isSameSite: boolean,
  onProgress: (issues: number) => void,
): Promise<Map<string, TagValue>> => {
  const resolved = new Map<string, TagValue>();
  const find = async (some: readonly BackupTag[], name: 'issueKey' | 'issueId'): Promise<void> => {
    if (some.length === 0) return;
    const found = await again(site, () =>
      fetchTagValues(
        site.jira,
        some.map((tag) => tag[name]),
      ),
    );
    const byName = new Map(found.map((issue) => [issue[name], issue]));
    for (const tag of some) {
      const match = byName.get(tag[name]);
      if (match) resolved.set(tag.issueId, match);
    }
  };
  let asked = 0;
  for (const some of chunksOf(tags, ISSUES_PER_REQUEST)) {
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
