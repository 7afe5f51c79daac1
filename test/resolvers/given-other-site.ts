import type { Issue, Site } from '../../local/jira/model';
import type { AccountId } from '../../src/domain/ids';
import { anAppThatTrails } from '../builders/a-move';
import { anAccount } from '../builders/a-site';
import type { InstalledApp } from '../builders/an-installed-app';
import { untagged } from './given-full-site';
import { theSite } from './given-okrs';

/** The full site before anything of the app is on it. */
export const anEmptySite = (over: Partial<Site> = {}): Promise<InstalledApp> =>
  anAppThatTrails(theSite({ issues: untagged(), ...over }));

/** The same site where every project and issue has another id, and Member Person another account. */
export const aSiteWithOtherIds = (over: Partial<Site> = {}): Promise<InstalledApp> => {
  const site = theSite({ issues: untagged(), ...over });
  const projectIds = new Map(site.projects.map(({ id }) => [id, `7${id}`]));
  const projectOf = (id: string): string => projectIds.get(id) ?? id;
  return anAppThatTrails({
    ...site,
    accounts: [
      ...site.accounts.filter(({ userName }) => userName !== 'member'),
      anAccount('membra', { displayName: 'Membra Elsewhere' }),
    ],
    projects: site.projects.map((project) => ({ ...project, id: projectOf(project.id) })),
    boards: site.boards.map((board) => ({
      ...board,
      projectId: board.projectId && projectOf(board.projectId),
    })),
    issues: site.issues.map((issue): Issue => ({
      ...issue,
      id: String(90_000 - Number(issue.id)),
      projectId: projectOf(issue.projectId),
    })),
  });
};

export const MEMBER = 'account-member' as AccountId;
export const MEMBRA = 'account-membra' as AccountId;
