import type { Account, Issue, Project, Site } from '../../local/jira/model';
import { aProject, aSite, anAccount, anIssue } from '../builders/a-site';

export const PROJECTS = [
  { id: '10000', key: 'TEAM' },
  { id: '10001', key: 'SECRET' },
  { id: '10002', key: 'OPEN' },
] as const;

const DEVELOPERS = ['ada', 'ben', 'cleo', 'dan', 'eva', 'finn', 'gus', 'hana', 'ida'];
const LEADS = ['lena', 'marc', 'nora'];
const VIEWERS = ['olaf', 'pia', 'quin'];
const OUTSIDERS = ['rob', 'sue', 'tom'];

/** Twenty people: an administrator, one who keeps the company's OKRs, and whoever else there is in three projects. */
export const PEOPLE: readonly string[] = [
  'admin',
  'keeper',
  ...LEADS,
  ...DEVELOPERS,
  ...VIEWERS,
  ...OUTSIDERS,
];

/** The accounts of those who keep the company's OKRs and the cycles. */
export const COMPANY_MANAGERS: readonly string[] = ['account-admin', 'account-keeper'];

export const ISSUES_PER_PROJECT = 6;

/** Their site. Three people manage the OKRs of each project, each developer works in two, the viewers look at all. */
export const theirSite = (): Site => ({
  ...aSite({ accounts: PEOPLE.map((name): Account => anAccount(name)) }),
  projects: PROJECTS.map((_, index) => project(index)),
  issues: PROJECTS.flatMap((_, index) => issuesOf(index)),
});

const project = (index: number): Project => {
  const { id, key } = PROJECTS[index]!;
  const lead = `account-${LEADS[index]}`;
  const developers = DEVELOPERS.filter((_, number) => number % PROJECTS.length !== index);
  const members = ['admin', ...developers].map((name) => `account-${name}`);
  const managers = [lead, ...developers.slice(0, 2).map((name) => `account-${name}`)];
  const made = aProject(
    id,
    key,
    [...members, lead],
    ['keeper', ...VIEWERS].map((name) => `account-${name}`),
  );
  return { ...made, roles: { ...made.roles, 'OKR manager': { accounts: managers, groups: [] } } };
};

const issuesOf = (index: number): Issue[] => {
  const { id: projectId, key } = PROJECTS[index]!;
  return Array.from({ length: ISSUES_PER_PROJECT }, (_, number) =>
    anIssue(`${key}-${number + 1}`, { id: `${index + 1}000${number + 1}`, projectId }),
  );
};
